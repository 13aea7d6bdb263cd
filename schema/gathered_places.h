// The places of all words of the sentences that a clean build writes, gathered on the way: to ask FTS5 for those of
// each common word afterwards (common_words.h) costs a thousand instructions a place.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/full_text.h"
#include "schema/place_runs.h"

namespace claimbase {

/// Cost: a look at each word of a sentence and of the headings above it. Memory: `most` bytes and what the longest list
/// of one word takes; what is more lies in a temporary file, whose space its end gives back.
class GatheredPlaces {
 public:
  static constexpr std::size_t kMost = std::size_t{12} << 20U;
  explicit GatheredPlaces(std::size_t most = kMost);

  /// Keys in ascending order, each once.
  void add(std::int64_t key, const IndexedWords& words);

  /// Each word by index and stem, in the order of their bytes, with the number of sentences that have it and their
  /// places in pieces for each_place(), in the order of keys. Empty afterwards.
  void take(const GatheredUse& use);

 private:
  struct List {
    std::uint32_t name = 0;  // where its name begins in names_: the index, then the stem
    std::uint32_t name_size = 0;
    std::uint32_t rows = 0;
    int in_sentence = 0;  // how often in the sentence `last`, whose place is not yet in `places`
    int in_headings = 0;
    std::int64_t last = 0;
    std::int64_t written = 0;  // the last key in `places`
    std::string places;
  };
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t list = 0;  // its number + 1; 0: free
  };
  [[nodiscard]] std::string_view name_of(const List& list) const {
    return std::string_view(names_).substr(list.name, list.name_size);
  }
  [[nodiscard]] std::uint32_t list_of(std::size_t index, std::string_view stem);
  void find_headings(const IndexedWords& words);
  void note(std::uint32_t number, std::int64_t key, bool heading);
  void write_last(List& list);
  void grow();
  [[nodiscard]] std::vector<std::uint32_t> sorted() const;
  void finish_lists();
  void spill();
  void clear();

  std::size_t most_;
  std::size_t bytes_ = 0;  // of the lists
  std::vector<List> lists_;
  std::vector<Slot> slots_;
  std::string names_;
  std::size_t heading_index_ = 0;
  std::string heading_;                  // of the sentence before: those that follow it stand under the same
  std::vector<std::uint32_t> headings_;  // the lists of its words
  std::unique_ptr<PlaceRuns> runs_;      // what is not in memory
};

}  // namespace claimbase
