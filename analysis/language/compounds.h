// Splitting of compounds ("bloeddrukverlaging") by a lexicon of components: corpus/language/<language>/compounds.tsv.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
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
  /// A set of beginnings of words that now and then takes another for one of its own.
  class Beginnings {
   public:
    void add(std::uint32_t letters) { known_.set(place_of(letters)); }
    [[nodiscard]] bool may_hold(std::uint32_t letters) const { return known_.test(place_of(letters)); }

   private:
    static constexpr unsigned kBits = 14;
    static std::size_t place_of(std::uint32_t letters) { return letters * 0x9E3779B1U >> (32 - kBits); }
    std::bitset<std::size_t{1} << kBits> known_;
  };
  struct Heads {
    std::unordered_set<std::string> stems;
    Beginnings beginnings;  // of the stems, and of the irregular words that have one

    /// Whether a word that begins so can have one of the stems: false spares stemming it.
    [[nodiscard]] bool may_be_of(std::string_view word) const;
  };
  std::unordered_map<std::string_view, bool> forms_;  // component -> may stand beside an unknown piece
  Heads heads_;                                       // all components
  Heads open_heads_;                                  // those that may stand beside an unknown piece
  Beginnings form_beginnings_;                        // of `forms_`: their first three letters
  std::size_t longest_ = 0;
};

}  // namespace claimbase
