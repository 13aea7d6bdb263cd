#include "query/word_cursor.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace claimbase {

WordCursor::WordCursor(WordPlaces places, std::int64_t until, std::vector<WordPlace> rest, double value,
                       const SentenceChunks& chunks, const SentenceScore& score)
    : places_(std::move(places)), rest_(std::move(rest)), until_(until), value_(value) {
  bounds_.reserve(places_.blocks() + 1);
  for (std::size_t i = 0; i < places_.blocks(); ++i) bounds_.push_back(bound_of(places_.best(i), score));
  BlockBest of_rest;
  for (const WordPlace& each : rest_) of_rest.add(each.counts, chunks.length(each.key), chunks.traits(each.key));
  bounds_.push_back(rest_.empty() ? 0 : bound_of(of_rest, score));
  bound_ = *std::ranges::max_element(bounds_);
  open(0);
}

double WordCursor::bound_of(const BlockBest& best, const SentenceScore& score) const {
  double prior = 0;
  for (std::uint32_t traits = best.traits; traits != 0; traits &= traits - 1) {
    prior = std::max(prior, score.prior(static_cast<std::uint8_t>(std::countr_zero(traits))));
  }
  return value_ * score.part(best.tenths, best.length) * prior;
}

std::int64_t WordCursor::last_of(std::size_t number) const {
  if (number < places_.blocks()) return places_.last_key(number);
  return rest_.empty() ? kEnd : rest_.back().key;
}

// The first block from `number` on that holds a sentence.
void WordCursor::open(std::size_t number) {
  at_ = 0;
  block_.clear();
  for (number_ = number; number_ < bounds_.size(); ++number_) {
    if (number_ + 1 == bounds_.size()) {
      block_.swap(rest_);
    } else {
      places_.read(number_, block_);
      while (!block_.empty() && block_.back().key > until_) block_.pop_back();  // asked of FTS5, and in `rest_`
    }
    if (!block_.empty()) return;
  }
}

void WordCursor::seek(std::int64_t key) {
  if (this->key() >= key) return;
  if (last_of(number_) < key) {
    std::size_t number = number_ + 1;
    // By doubled steps, then by halves: the next one is often near.
    std::size_t step = 1;
    while (number + step < places_.blocks() && places_.last_key(number + step) < key) {
      number += step;
      step *= 2;
    }
    for (; step > 0; step /= 2) {
      if (number + step < places_.blocks() && places_.last_key(number + step) < key) number += step;
    }
    while (number < places_.blocks() && places_.last_key(number) < key) ++number;
    open(number);
  }
  const auto from = block_.begin() + static_cast<std::ptrdiff_t>(at_);
  at_ = static_cast<std::size_t>(
      std::lower_bound(from, block_.end(), key,
                       [](const WordPlace& place, std::int64_t wanted) { return place.key < wanted; }) -
      block_.begin());
  if (at_ >= block_.size() && number_ < bounds_.size()) open(number_ + 1);
  if (this->key() < key) seek(key);
}

}  // namespace claimbase
