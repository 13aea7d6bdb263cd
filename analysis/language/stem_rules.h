// Suffix rules of a stemmer, from a data file: corpus/language/nl/stem_rules.tsv documents the columns.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace claimbase {

/// Immutable after construction: any number of threads may use one. One step looks at the few suffixes that end as the
/// word does.
class StemRules {
 public:
  enum class Effect : std::uint8_t { none, kept, changed };

  class Phase {
   public:
    /// Applies to `word` the longest suffix rule that fits. `kept`: the rule says the word stays.
    Effect apply(std::string& word) const;

    /// Whether it has an entry that equals `word`.
    [[nodiscard]] bool lists(std::string_view word) const;

   private:
    friend StemRules;
    enum class Shape : std::uint8_t { any, mono, poly };
    struct Rule {
      std::string_view suffix;
      std::string_view replacement;
      std::size_t minimum = 0;   // letters before the suffix
      Shape shape = Shape::any;  // syllables before the suffix
      bool repair = false;       // undo the spelling of an open syllable
    };
    static constexpr std::size_t kBuckets = 256;
    [[nodiscard]] static std::size_t bucket_of(std::string_view ending);
    [[nodiscard]] static bool fits(const Rule& rule, std::string_view word);

    // By the last two letters of the suffix, in each the longest first; those of one letter apart, by that letter.
    std::array<std::vector<Rule>, kBuckets> by_ending_;
    std::array<std::vector<Rule>, kBuckets> by_letter_;
  };

  /// `name` is a data file.
  explicit StemRules(std::string_view name);

  /// Valid as long as the rules; without rules where the file has no phase of that name.
  [[nodiscard]] const Phase& phase(std::string_view name) const;

 private:
  std::unordered_map<std::string_view, Phase> phases_;
};

}  // namespace claimbase
