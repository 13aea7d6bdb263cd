#include "query/best_sentence.h"

#include <algorithm>

#include "analysis/language/sentences.h"

namespace claimbase {
namespace {

using Stems = std::vector<std::string>;

}  // namespace

std::string best_sentence(std::string_view abstract, const ReferenceQuery& query, std::span<const double> weights,
                          LabelIndex& labels) {
  std::vector<std::vector<Stems>> terms;
  terms.reserve(query.terms.size());
  for (const QueryTerm& term : query.terms) {
    std::vector<Stems>& phrases = terms.emplace_back();
    phrases.reserve(term.phrases.size());
    for (const WeighedPhrase& phrase : term.phrases) phrases.push_back(labels.stems(phrase.text, "en"));
  }
  double most = 0;
  std::string best;
  const ByteRange whole{0, static_cast<std::uint32_t>(abstract.size())};
  for (const ByteRange& range : split_sentences(abstract, whole, "en")) {
    const std::string_view text = abstract.substr(range.begin, range.end - range.begin);
    const Stems stems = labels.stems(text, "en");
    double sum = 0;
    for (std::size_t i = 0; i < terms.size() && i < weights.size(); ++i) {
      const auto holds = [&](const Stems& phrase) {
        return !phrase.empty() && std::search(stems.begin(), stems.end(), phrase.begin(), phrase.end()) != stems.end();
      };
      if (std::ranges::any_of(terms[i], holds)) sum += weights[i];
    }
    if (sum <= most) continue;
    most = sum;
    best = text;
  }
  return best;
}

}  // namespace claimbase
