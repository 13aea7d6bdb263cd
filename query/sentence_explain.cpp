#include "query/sentence_explain.h"

#include <algorithm>
#include <optional>

#include "query/group_places.h"

namespace claimbase {
namespace {

class Explainer {
 public:
  Explainer(SentenceIndex& index, std::int64_t key) : index_(index), key_(key), length_(index.chunks().length(key)) {}

  /// The typed words, each once; empty: not all of them are there.
  std::vector<SentencePart> own(const QueryGroup& group) {
    std::vector<SentencePart> parts;
    std::vector<Stems> seen;
    for (const std::string& text : group.own) {
      Stems stems = index_.stems_of(text);
      if (stems.empty() || std::ranges::find(seen, stems) != seen.end()) continue;
      const auto found = part(text, stems, PartOrigin::typed, 1, index_.idf(stems));
      if (!found) return {};
      parts.push_back(*found);
      seen.push_back(std::move(stems));
    }
    return parts;
  }

  /// The best of what stands for them.
  std::optional<SentencePart> other(const QueryGroup& group) {
    const double idf = GroupReader(index_, group).value();
    std::optional<SentencePart> best = best_of(group.also, PartOrigin::label, kLabelWeight, idf);
    std::optional<SentencePart> best_piece;
    for (const Alternatives& piece : group.pieces) {
      const auto found = best_of(piece, PartOrigin::piece, kPieceWeight, idf);
      if (!found) return best;
      if (!best_piece || found->score > best_piece->score) best_piece = found;
    }
    return best_piece && (!best || best_piece->score > best->score) ? best_piece : best;
  }

 private:
  std::optional<SentencePart> best_of(const Alternatives& texts, PartOrigin origin, double weight, double idf) {
    std::optional<SentencePart> best;
    for (const std::string& text : texts) {
      const auto found = part(text, index_.stems_of(text), origin, weight, idf);
      if (found && (!best || found->score > best->score)) best = found;
    }
    return best;
  }

  std::optional<SentencePart> part(const std::string& text, const Stems& stems, PartOrigin origin, double weight,
                                   double idf) {
    const std::uint8_t byte = stems.empty() ? std::uint8_t{0} : index_.counts_in(key_, stems, {1, 1});
    if (byte == 0) return std::nullopt;
    const WordCounts counts = WordCounts::of(byte);
    const int tenths = tenths_of(byte);
    return SentencePart{text,
                        origin,
                        weight,
                        idf,
                        counts.sentence,
                        counts.headings,
                        tenths / 10.0,
                        weight * idf * index_.score().part(tenths, length_)};
  }

  SentenceIndex& index_;
  std::int64_t key_;
  int length_;
};

}  // namespace

std::string_view to_string(PartOrigin origin) {
  switch (origin) {
    case PartOrigin::typed:
      return "typed";
    case PartOrigin::label:
      return "label";
    case PartOrigin::piece:
      return "piece";
  }
  return "";
}

SentenceExplanation explain_sentence(SentenceIndex& index, const std::vector<QueryGroup>& groups, std::int64_t key) {
  SentenceExplanation made;
  Explainer explainer(index, key);
  double sum = 0;
  for (const QueryGroup& group : groups) {
    std::vector<SentencePart> parts = explainer.own(group);
    if (parts.empty()) {
      if (const auto other = explainer.other(group)) parts.push_back(*other);
    }
    for (SentencePart& part : parts) {
      sum += part.score;
      made.parts.push_back(std::move(part));
    }
  }
  const SentenceTraits traits = traits_of(index.chunks().traits(key));
  const SentencePriors priors;
  if (!traits.content) made.priors.push_back({"no content", priors.no_content});
  if (traits.heading) made.priors.push_back({"heading", priors.heading});
  if (traits.claims) made.priors.push_back({"claims", priors.claims});
  made.length = index.chunks().length(key);
  made.mean_length = index.score().mean_length();
  made.score = sum * index.score().prior(index.chunks().traits(key));
  return made;
}

}  // namespace claimbase
