// Splitting of compounds ("bloeddrukverlaging") by a lexicon of components: corpus/language/<language>/compounds.tsv.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "analysis/language/analyzer.h"
#include "analysis/language/form_trie.h"
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
  /// The stems of components that may end a compound.
  class Heads {
   public:
    std::unordered_set<std::string> stems;

    /// Makes known how a stem begins, or an irregular word that has one.
    void add_beginning(std::string_view word);
    /// Whether a word that begins so, and has lost no "ge", can have one of the stems: false spares stemming it.
    [[nodiscard]] bool may_be_of(std::string_view word) const;

   private:
    Beginnings pairs_;       // the first two letters of all
    Beginnings beginnings_;  // as many as are sure
  };

  FormTrie forms_;    // components; 1: may stand beside an unknown piece
  Heads heads_;       // of all components
  Heads open_heads_;  // of those that may stand beside an unknown piece
};

}  // namespace claimbase
