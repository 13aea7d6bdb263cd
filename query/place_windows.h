// Puts the many ways to say one thing together, by key, without a list of all their places: a window of keys after the
// other is filled by one way after the other (the windows of Lucene's BooleanScorer, for places instead of scores).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "query/group_places.h"
#include "query/sentence_index.h"

namespace claimbase {

class PlaceWindows {
 public:
  /// `index` must outlive it.
  explicit PlaceWindows(SentenceIndex& index) : index_(&index) {}

  /// The sentences with a word; one counts `value` times what BM25 gives its frequency. `own`: as typed.
  void add(const std::string& stem, double value, bool own);
  /// By key.
  void add(std::vector<GroupPlace> places);

  /// Calls use() for each sentence of any way, by key; once for all.
  void each(const std::function<void(const GroupPlace&)>& use);

 private:
  struct Word {
    WordCursor cursor;
    double value = 1;
    bool own = false;
  };
  struct List {
    std::vector<GroupPlace> places;
    std::size_t at = 0;
    [[nodiscard]] std::int64_t key() const { return at < places.size() ? places[at].key : WordCursor::kEnd; }
  };
  // Keys: those of a chunk, whose lengths are found once for all. Its places stay in the cache.
  static constexpr auto kWindow = static_cast<std::size_t>(kChunkKeys);
  static constexpr std::size_t kBits = 64;

  [[nodiscard]] std::int64_t first_key() const;
  void fill(Word& word, std::int64_t end, std::span<const std::uint8_t> lengths);
  void put(const GroupPlace& place);

  SentenceIndex* index_;
  std::vector<Word> words_;
  std::vector<List> lists_;
  std::vector<GroupPlace> window_;   // of a key at its slot, key % kWindow
  std::vector<std::uint64_t> used_;  // a bit for each of them
};

}  // namespace claimbase
