// The words by which the law's kinds of claims are told apart: corpus/register/signals.tsv.
#pragma once

#include <array>
#include <cstdint>
#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/claim/stem_trie.h"
#include "analysis/compliance/copy_words.h"

namespace claimbase {

/// The head of signals.tsv says what each means.
enum class SignalClass : std::uint8_t {
  medicinal,
  remedy,
  at_ailment,
  ailment,
  lowers,
  risk,
  raises,
  strong,
  official,
  adapted,
  normal,
  healthy,
  general,
  unlisted,
  omission,
  endorsement,
  slimming,
  fast,
  evidence,
  consensus,
  study,
  selling,
  about_claims,
  negation,
  promise,
  child,
  product,
  statement,
  risk_statement,
  factors,
  warning,
  loss,
  loss_of,
  worsens,
  lack,
  little,
  harm,
  depends,
  presumes,
  offer,
  less_than,
  more_than,
  professional,
  recommends,
  within,
  amount_of,
  other_amount,
  other_sense,
  harmless
};
inline constexpr std::size_t kSignalClasses = 49;
[[nodiscard]] std::string_view to_string(SignalClass type);

struct SignalMatch {
  std::uint64_t classes = 0;  // a bit for each SignalClass
  std::uint32_t first = 0;    // units, half-open
  std::uint32_t last = 0;
  [[nodiscard]] bool is(SignalClass type) const { return (classes >> static_cast<unsigned>(type) & 1U) != 0; }
};

/// The signals of one language. Immutable once made.
class SignalLexicon {
 public:
  explicit SignalLexicon(CopyReader& reader);
  /// In text order, not overlapping but for the words within a phrase with a gap; the longest phrase at each place.
  [[nodiscard]] std::vector<SignalMatch> find(std::span<const CopyUnit> units) const;

 private:
  struct Phrase {
    std::uint64_t classes = 0;
    std::vector<std::uint32_t> tail;  // behind a gap; empty: none
  };
  void add(SignalClass type, std::string_view phrase, CopyReader& reader);

  StemTrie heads_;  // values: in phrases_
  std::vector<Phrase> phrases_;
};

/// What the law makes of concepts of the vocabulary, by their ids.
struct LegalConcepts {
  std::set<std::string_view, std::less<>> no_nutrient;
  std::set<std::string_view, std::less<>> no_effect;
  std::set<std::string_view, std::less<>> no_ailment;
  std::set<std::string_view, std::less<>> risk_factor;
};
[[nodiscard]] LegalConcepts legal_concepts();

}  // namespace claimbase
