#include "query/word_cursor.h"

#include <algorithm>
#include <functional>
#include <numeric>

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

WordCursor::WordCursor(const WordSentences& word, double value, const SentenceChunks& chunks,
                       const SentenceScore& score)
    : chunks_(&chunks), score_(&score), word_(&word), value_(value) {
  const WordPlaces& places = word.places;
  bounds_.reserve(places.blocks() + 1);
  const double factor = value * growth(places, score);
  for (std::size_t i = 0; i < places.blocks(); ++i) bounds_.push_back(places.best(i) * factor);
  double of_rest = 0;
  for (const WordPlace& each : word.rest) of_rest = std::max(of_rest, score_of(each));
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
  std::vector<std::size_t> order(word_->places.blocks());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto first = order.begin() + static_cast<std::ptrdiff_t>(std::min(blocks, order.size()));
  std::ranges::partial_sort(order, first, std::greater<>(), [this](std::size_t i) { return bounds_[i]; });
  std::vector<WordPlace> places;
  for (auto number = order.begin(); number != first && bounds_[*number] > best.needed(); ++number) {
    word_->places.read(*number, places);
    for (const WordPlace& each : places) {
      if (each.key > word_->until || WordCounts::of(each.counts).sentence == 0) continue;
      if (const double score = score_of(each); score > 0) best.add({each.key, 0, score});
    }
  }
}

std::int64_t WordCursor::last_of(std::size_t number) const {
  if (number < word_->places.blocks()) return word_->places.last_key(number);
  return word_->rest.empty() ? kEnd : word_->rest.back().key;
}

// The first block from `number` on that holds a sentence.
void WordCursor::open(std::size_t number) {
  at_ = 0;
  block_ = {};
  for (number_ = number; number_ < bounds_.size(); ++number_) {
    if (number_ + 1 == bounds_.size()) {
      block_ = word_->rest;
    } else {
      word_->places.read(number_, read_);
      block_ = read_;
      while (!block_.empty() && block_.back().key > word_->until)
        block_ = block_.first(block_.size() - 1);  // in `rest`
    }
    if (!block_.empty()) return;
  }
}

// The first block from `from` on whose last key is not less; by doubled steps, then by halves, for it is often near.
std::size_t WordCursor::block_with(std::int64_t key, std::size_t from) const {
  if (from >= word_->places.blocks() || word_->places.last_key(from) >= key) return from;
  std::size_t below = from;  // a block before the one that is looked for
  std::size_t step = 1;
  for (; below + step < word_->places.blocks() && word_->places.last_key(below + step) < key; step *= 2) below += step;
  for (; step > 0; step /= 2) {
    if (below + step < word_->places.blocks() && word_->places.last_key(below + step) < key) below += step;
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
  if (seen_ == word_->places.blocks() && (word_->rest.empty() || word_->rest.back().key < key)) ++seen_;  // at the end
  return seen_ < bounds_.size() ? bounds_[seen_] : 0;
}

}  // namespace claimbase
