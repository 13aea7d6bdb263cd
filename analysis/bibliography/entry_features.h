// What the sequence model is told of each word of an entry. Features are hashes; their making is part of the model
// file.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/bibliography/entry_label.h"
#include "analysis/bibliography/entry_rules.h"
#include "analysis/bibliography/entry_tokens.h"

namespace claimbase::entry {

/// The features of one word, in a fixed place: no memory is asked for.
class Features {
 public:
  void add(std::uint64_t feature) {
    if (count_ < hashes_.size()) hashes_[count_++] = feature;
  }
  [[nodiscard]] const std::uint64_t* begin() const { return hashes_.data(); }
  [[nodiscard]] const std::uint64_t* end() const { return hashes_.data() + count_; }

 private:
  std::array<std::uint64_t, 128> hashes_{};
  std::size_t count_ = 0;
};

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
};

[[nodiscard]] EntryView view_of(std::string_view text, const RuleReading& reading);

/// The features of the word at `index`; without those that speak of what the rules say where `rules` is false.
[[nodiscard]] Features features_of(const EntryView& entry, std::size_t index, bool rules = true);

}  // namespace claimbase::entry
