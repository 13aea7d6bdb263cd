// What the sequence model is told of each word of an entry. Features are hashes; their making is part of the model
// file.
#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/bibliography/entry_label.h"
#include "analysis/bibliography/entry_rules.h"
#include "analysis/bibliography/entry_tokens.h"

namespace claimbase::entry {

inline constexpr std::size_t kMostFeatures = 160;  // of one word: 84, and one for each flag of it and its neighbours

/// The features of one word, in a fixed place: no memory is asked for.
class Features {
 public:
  void clear() { count_ = 0; }
  void add(std::uint64_t feature) {
    assert(count_ < hashes_.size());
    hashes_[count_++] = feature;
  }
  [[nodiscard]] const std::uint64_t* begin() const { return hashes_.data(); }
  [[nodiscard]] const std::uint64_t* end() const { return hashes_.data() + count_; }

 private:
  std::array<std::uint64_t, kMostFeatures> hashes_{};
  std::uint32_t count_ = 0;  // of another type than the hashes: a store to those leaves it in its register
};

/// What the transition to a word depends on. Numbers are part of the model file.
struct Junction {
  std::uint8_t separator = 0;  // Separator
  std::uint8_t shape = 0;      // Shape
  std::uint8_t rule = 0;       // 0: not told; else what the rules say of the word, and whether the field begins there
  std::uint8_t name = 0;  // of a known journal: 1 begins, 2 goes on, 3 has just ended, 4 begins behind a short word in
                          // capitals of the same phrase ("Pers Soc Psychol Bull"); 0: none is near
};
inline constexpr std::size_t kRuleSteps = 1 + 2 * kLabels;
inline constexpr std::size_t kNameSteps = 5;

/// The entry as a whole, read once before the features of its words. Holds a reference to nothing.
struct EntryView {
  struct Segment {  // between full stops, or between punctuation of any kind
    std::uint16_t first = 0;
    std::uint16_t last = 0;  // inclusive
    std::uint8_t capitals = 0;
    std::uint8_t length = 0;
    bool digits = false;
    bool journal = false;
  };
  struct Place {
    std::uint16_t sentence = 0;  // index into sentences
    std::uint16_t phrase = 0;    // index into phrases
    std::uint8_t numbers_before = 0;
    std::uint8_t numbers_after = 0;
    bool year_before = false;
    bool year_after = false;
    std::uint64_t bracket = 0;  // of the brackets around it; 0: none
  };
  std::vector<Token> tokens;
  std::vector<RuleLabel> rules;  // one a token
  std::vector<Place> places;     // one a token
  std::vector<Segment> sentences;
  std::vector<Segment> phrases;
  std::uint64_t style = 0;
  std::size_t people = 0;  // so many words at the front are certainly authors, and no others; 0: not known
};

[[nodiscard]] EntryView view_of(std::string_view text, const RuleReading& reading);

/// The features of the word at `index`, in place of what `features` held; without those that speak of what the rules
/// say where `rules` is false.
void read_features(const EntryView& entry, std::size_t index, Features& features, bool rules = true);
/// The same in two parts: what is said of the sentence and the phrase around the word is said of other words too.
void read_own_features(const EntryView& entry, std::size_t index, Features& features);
void read_shared_features(const EntryView& entry, std::size_t index, Features& features);
/// Whether the shared features are those of the word before.
[[nodiscard]] bool shares_features(const EntryView& entry, std::size_t index);
[[nodiscard]] Junction junction_of(const EntryView& entry, std::size_t index);

}  // namespace claimbase::entry
