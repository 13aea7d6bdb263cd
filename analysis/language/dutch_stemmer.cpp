#include "analysis/language/dutch_stemmer.h"

#include <algorithm>

#include "analysis/language/dutch_spelling.h"
#include "analysis/language/stem_exceptions.h"
#include "analysis/language/stem_rules.h"

namespace claimbase {
namespace {

using Effect = StemRules::Effect;

bool is_plain_word(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// The phases, in their order.
struct DutchRules {
  StemExceptions exceptions{"language/nl/stem_exceptions.tsv"};
  StemRules rules{"language/nl/stem_rules.tsv"};
  const StemRules::Phase& irregular = rules.phase("irregular");
  const StemRules::Phase& plural = rules.phase("plural");
  const StemRules::Phase& inflection = rules.phase("inflection");
  const StemRules::Phase& verb = rules.phase("verb");
  const StemRules::Phase& particle = rules.phase("particle");
  const StemRules::Phase& keep_ge = rules.phase("keep-ge");
};

/// "aangetoond" without ge, to meet "aantonen"; "getest" to meet "testen". Only where an ending of the participle went.
void drop_participle_ge(const DutchRules& rules, std::string& word) {
  constexpr std::size_t kLongestParticle = 6;
  constexpr std::size_t kShortestStem = 3;
  for (std::size_t at = 0; at <= kLongestParticle && at + 2 + kShortestStem <= word.size(); ++at) {
    if (word.compare(at, 2, "ge") != 0) continue;
    const std::string_view verb = std::string_view(word).substr(at);
    if (at > 0 && !rules.particle.lists(std::string_view(word).substr(0, at))) continue;
    if (rules.keep_ge.lists(verb) || syllables(verb.substr(2)) == 0) return;
    word.erase(at, 2);
    return;
  }
}

std::string by_rule(const DutchRules& rules, std::string_view folded) {
  std::string word(folded);
  if (rules.irregular.apply(word) != Effect::none) return word;
  rules.plural.apply(word);
  rules.inflection.apply(word);
  if (rules.verb.apply(word) == Effect::changed) drop_participle_ge(rules, word);
  long_e_to_short(word);
  return word;
}

std::string_view without_apostrophe(std::string_view word) {
  const std::size_t quote = word.rfind('\'');
  if (quote == std::string_view::npos || quote < 2 || word.size() - quote > 3) return word;
  const std::string_view ending = word.substr(quote + 1);
  return ending.empty() || ending == "s" || ending == "tje" || ending == "en" ? word.substr(0, quote) : word;
}

}  // namespace

std::string dutch_stem(std::string_view folded) {
  static const DutchRules rules;
  std::string_view word = without_apostrophe(folded);
  if (const auto target = rules.exceptions.find(word)) {
    if (target->literal) return std::string(target->word);
    word = target->word;
  }
  if (word.size() < 4 || !is_plain_word(word)) return std::string(word);
  return by_rule(rules, word);
}

}  // namespace claimbase
