// Suffix rules of a stemmer, from a data file: corpus/language/nl/stem_rules.tsv documents the columns.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace claimbase {

/// Immutable after construction: any number of threads may use one. One step costs a few hash look-ups.
class StemRules {
 public:
  enum class Effect : std::uint8_t { none, kept, changed };

  explicit StemRules(std::string_view name);

  /// Applies to `word` the longest suffix rule of the phase `name` that fits. `kept`: the rule says the word stays.
  Effect apply(std::string_view name, std::string& word) const;

  /// Whether `phase` has an entry that equals `word`.
  [[nodiscard]] bool lists(std::string_view phase, std::string_view word) const;

 private:
  enum class Shape : std::uint8_t { any, mono, poly };
  struct Rule {
    std::string_view replacement;
    std::size_t minimum = 0;   // letters before the suffix
    Shape shape = Shape::any;  // syllables before the suffix
    bool repair = false;       // undo the spelling of an open syllable
  };
  struct Phase {
    // Which lengths suffixes have that end in these two bytes (by a hash of them): bit n for a suffix of n bytes, the
    // last one for all longer ones. Few words have more than two candidates, and only those are looked up.
    std::array<std::uint32_t, 256> lengths{};
    std::size_t longest = 0;
    std::unordered_map<std::string_view, std::vector<Rule>> by_suffix;
  };
  static void note_length(std::string_view suffix, Phase& phase);

  std::unordered_map<std::string_view, Phase> phases_;
};

}  // namespace claimbase
