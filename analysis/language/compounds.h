// Splitting of compounds ("bloeddrukverlaging") by a lexicon of components: corpus/language/<language>/compounds.tsv.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "analysis/language/analyzer.h"
#include "analysis/language/stemmer.h"

namespace claimbase {

/// Immutable after construction; a stemmer is lent for each call. A language without a lexicon splits nothing.
class CompoundLexicon {
 public:
  CompoundLexicon(std::string_view language, Stemmer& stemmer);

  /// The parts of `folded`, whose stem is `stem`, at least two, in order and without their linking letters; empty where
  /// it is no compound. Fewest parts win, then the longest first one. The last part may be inflected. Quadratic in the
  /// word's length, which is bounded.
  [[nodiscard]] std::vector<CompoundPart> split(std::string_view folded, const std::string& stem,
                                                Stemmer& stemmer) const;

 private:
  struct Search;
  /// Whether a word that begins so can have one of `stems_`: false spares stemming it.
  [[nodiscard]] bool may_be_head(std::string_view word) const;
  std::unordered_map<std::string_view, bool> forms_;  // component -> may stand beside an unknown piece
  std::unordered_set<std::string> stems_;
  std::unordered_set<std::string> open_stems_;
  std::unordered_set<std::uint32_t> beginnings_;       // of `stems_`, and of the irregular words that have one
  std::unordered_set<std::uint32_t> form_beginnings_;  // of `forms_`: their first three letters
  std::size_t longest_ = 0;
};

}  // namespace claimbase
