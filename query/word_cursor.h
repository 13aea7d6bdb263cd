// Goes through the sentences with one word, in the order of their keys, and knows what the best of them can score.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "query/best_scores.h"
#include "schema/sentence_chunks.h"
#include "schema/sentence_score.h"
#include "schema/word_places.h"

namespace claimbase {

/// Where a word stands: first the places up to key `until`, then `rest`, whose keys are greater.
struct WordSentences {
  std::int64_t rows = 0;  // sentences with it
  WordPlaces places;
  std::int64_t until = 0;
  std::vector<WordPlace> rest;
};

class WordCursor {
 public:
  static constexpr std::int64_t kEnd = std::numeric_limits<std::int64_t>::max();

  /// `value`: the word's weight times its idf. `word`, `chunks` and `score` must outlive the cursor.
  WordCursor(const WordSentences& word, double value, const SentenceChunks& chunks, const SentenceScore& score);

  /// Shows `best` the sentences of the `blocks` blocks with the best ones, with what this word alone gives them.
  void show_best(std::size_t blocks, BestScores& best) const;

  [[nodiscard]] std::int64_t key() const { return at_ < block_.size() ? block_[at_].key : kEnd; }
  [[nodiscard]] std::uint8_t counts() const { return block_[at_].counts; }
  [[nodiscard]] double value() const { return value_; }
  [[nodiscard]] std::int64_t rows() const { return word_->rows; }
  [[nodiscard]] bool is_of(const WordSentences& word) const { return word_ == &word; }
  /// No sentence scores more for this word.
  [[nodiscard]] double bound() const { return bound_; }
  /// Of those from key() to block_end(), no one scores more for this word.
  [[nodiscard]] double block_bound() const { return number_ < bounds_.size() ? bounds_[number_] : 0; }
  [[nodiscard]] std::int64_t block_end() const { return number_ < bounds_.size() ? last_of(number_) : kEnd; }

  void next() {
    if (++at_ >= block_.size()) open(number_ + 1);
  }
  /// Calls use() with each WordPlace before key `end`, from the one it is at on, and goes behind them. For many: a step
  /// takes a third of what next() takes.
  template <typename Use>
  void each_before(std::int64_t end, const Use& use) {
    while (key() < end) {
      const std::span<const WordPlace> block = block_;  // both in registers, whatever use() writes to
      std::size_t at = at_;
      for (; at < block.size() && block[at].key < end; ++at) use(block[at]);
      at_ = at;
      if (at >= block.size()) open(number_ + 1);
    }
  }
  /// To the first sentence with `key` or a greater one; never back.
  void seek(std::int64_t key);
  /// No sentence from `key` to bound_end() scores more for this word. For keys that do not fall from call to call;
  /// cheaper than seek().
  [[nodiscard]] double bound_at(std::int64_t key);
  /// Of the key last given to bound_at().
  [[nodiscard]] std::int64_t bound_end() const { return seen_ < bounds_.size() ? last_of(seen_) : kEnd; }

 private:
  [[nodiscard]] std::int64_t last_of(std::size_t number) const;
  [[nodiscard]] std::size_t block_with(std::int64_t key, std::size_t from) const;
  void open(std::size_t number);
  [[nodiscard]] double score_of(const WordPlace& place) const;

  const SentenceChunks* chunks_;
  const SentenceScore* score_;
  const WordSentences* word_;
  double value_;
  double bound_ = 0;
  std::vector<double> bounds_;  // a block; the last is that of the rest
  std::size_t number_ = 0;
  std::size_t seen_ = 0;  // block that bound_at() has come to
  std::size_t at_ = 0;
  std::vector<WordPlace> read_;
  std::span<const WordPlace> block_;  // of `read_`, or the rest
};

}  // namespace claimbase
