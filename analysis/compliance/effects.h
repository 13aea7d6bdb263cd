// The effects of the register's entries and the wordings by which copy speaks of them: corpus/register/effects.tsv.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/compliance/copy_words.h"

namespace claimbase {

/// How near a wording is to the register's own; the head of effects.tsv says what each means.
enum class Degree : std::uint8_t { official, same, by_concept, beyond, near, kin };

/// An effect that copy speaks of.
struct EffectMatch {
  std::string_view effect;  // lives as long as the program; of a concept outside the register: its id
  Degree degree = Degree::official;
  std::vector<std::uint32_t> units;  // its words, in order
  ByteRange range;                   // from the first to the last of them
  bool official_words = false;       // the register's own, though perhaps in another order
};

/// Which units of a sentence act, by unit; empty: none does.
struct ActingUnits {
  std::vector<bool> verbs;
  std::vector<std::uint32_t>
      governs;  // ends a phrase that governs what follows ("contributes to"): how many units it has
};

/// The wordings of one language. Immutable once made.
class EffectLexicon {
 public:
  /// Adds its stems to `reader`, which must be the one that reads the copy.
  explicit EffectLexicon(CopyReader& reader);

  /// The effects whose wordings stand in `units`, in text order: all words of a wording within a few words, no stop
  /// between them, and nothing that governs ("passes membranes and is important for the function"). A wording within a
  /// longer one is not named. Of two words the first leads the second ("iron absorption"): they stand side by side or
  /// in one list, but where the first is a verb.
  [[nodiscard]] std::vector<EffectMatch> find(std::span<const CopyUnit> units, const ActingUnits& acting = {}) const;

  /// The effect of an official text: that of the longest official wording in it; empty where there is none.
  [[nodiscard]] std::string_view of_official(std::string_view text, CopyReader& reader) const;

 private:
  struct Wording {
    std::string_view effect;
    Degree degree = Degree::official;
    std::vector<std::uint32_t> stems;  // each once
    std::uint32_t lead = 0;            // the first of two; 0: of another number of words
    bool tight = false;                // of two words with no small word between them
    bool compound = false;             // written as one word
  };
  void add(std::string_view effect, Degree degree, std::string_view phrase, CopyReader& reader);

  std::vector<Wording> wordings_;
  std::vector<std::vector<std::uint32_t>> by_stem_;  // wordings that have it
};

/// The effects that an outcome of the vocabulary is (by_concept), or is near to.
struct ConceptEffects {
  std::vector<std::string_view> is;
  std::vector<std::string_view> near;
};
[[nodiscard]] std::map<std::string_view, ConceptEffects, std::less<>> effects_by_concept();

/// All effects of the file. Views that live as long as the program.
[[nodiscard]] std::set<std::string_view, std::less<>> effect_names();

/// The effects that a consumer would not tell from one another, both ways: pairs.
[[nodiscard]] std::multimap<std::string_view, std::string_view, std::less<>> kin_of_effects();

}  // namespace claimbase
