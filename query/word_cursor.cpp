#include "query/word_cursor.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

namespace claimbase {

namespace {

/// How much more a sentence may score than when the places were written: the mean length is another, and the priors may
/// be.
double growth(const WordPlaces& places, const SentenceScore& score) {
  const SentenceScore written({}, {});
  double prior = 0;
  for (std::size_t byte = 0; byte < kTraitBytes; ++byte) {
    const auto traits = static_cast<std::uint8_t>(byte);
    prior = std::max(prior, score.prior(traits) / written.prior(traits));
  }
  // f / (f + norm) grows by less than norm shrinks, and norm shrinks by less than the mean grows.
  return prior * std::max(1.0, score.mean_length() / places.mean_length());
}

}  // namespace

WordCursor::WordCursor(WordPlaces places, std::int64_t until, std::vector<WordPlace> rest, double value,
                       const SentenceChunks& chunks, const SentenceScore& score)
    : chunks_(&chunks),
      score_(&score),
      places_(std::move(places)),
      rest_(std::move(rest)),
      until_(until),
      value_(value) {
  bounds_.reserve(places_.blocks() + 1);
  const double factor = value * growth(places_, score);
  for (std::size_t i = 0; i < places_.blocks(); ++i) bounds_.push_back(places_.best(i) * factor);
  double of_rest = 0;
  for (const WordPlace& each : rest_) of_rest = std::max(of_rest, score_of(each));
  bounds_.push_back(of_rest);
  bound_ = *std::ranges::max_element(bounds_);
  open(0);
}

double WordCursor::score_of(const WordPlace& place) const {
  const int length = chunks_->length(place.key);
  if (length == 0) return 0;
  return value_ * score_->part(tenths_of(place.counts), length) * score_->prior(chunks_->traits(place.key));
}

void WordCursor::show_best(std::size_t blocks, BestScores& best) const {
  std::vector<std::size_t> order(places_.blocks());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto first = order.begin() + static_cast<std::ptrdiff_t>(std::min(blocks, order.size()));
  std::ranges::partial_sort(order, first, std::greater<>(), [this](std::size_t i) { return bounds_[i]; });
  std::vector<WordPlace> places;
  for (auto number = order.begin(); number != first && bounds_[*number] > best.needed(); ++number) {
    places_.read(*number, places);
    for (const WordPlace& each : places) {
      if (each.key > until_ || WordCounts::of(each.counts).sentence == 0) continue;
      if (const double score = score_of(each); score > 0) best.add({each.key, 0, score});
    }
  }
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

// The first block from `from` on whose last key is not less; by doubled steps, then by halves, for it is often near.
std::size_t WordCursor::block_with(std::int64_t key, std::size_t from) const {
  if (from >= places_.blocks() || places_.last_key(from) >= key) return from;
  std::size_t below = from;  // a block before the one that is looked for
  std::size_t step = 1;
  for (; below + step < places_.blocks() && places_.last_key(below + step) < key; step *= 2) below += step;
  for (; step > 0; step /= 2) {
    if (below + step < places_.blocks() && places_.last_key(below + step) < key) below += step;
  }
  return below + 1;
}

void WordCursor::seek(std::int64_t key) {
  while (this->key() < key) {
    if (last_of(number_) < key) {
      open(block_with(key, std::max(number_ + 1, seen_)));
      continue;
    }
    const auto from = block_.begin() + static_cast<std::ptrdiff_t>(at_);
    const auto found = std::ranges::lower_bound(from, block_.end(), key, {}, &WordPlace::key);
    at_ = static_cast<std::size_t>(found - block_.begin());
    if (at_ >= block_.size()) open(number_ + 1);
  }
}

double WordCursor::bound_at(std::int64_t key) {
  seen_ = block_with(key, std::max(seen_, number_));
  return seen_ < bounds_.size() ? bounds_[seen_] : 0;
}

}  // namespace claimbase
