#include "query/place_windows.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace claimbase {

namespace {

// The same sentence said in another way.
void add_way(GroupPlace& place, const GroupPlace& way) {
  if (!place.own && (way.own || way.part > place.part)) {
    place.part = way.part;
    place.own = way.own;
  }
  place.own_in_sentence = place.own_in_sentence || way.own_in_sentence;
  place.in_sentence = place.in_sentence || way.in_sentence;
}

std::size_t place_in_chunk(std::int64_t key) {
  return static_cast<std::size_t>(key) % static_cast<std::size_t>(kChunkKeys);
}

}  // namespace

void PlaceWindows::add(const std::string& stem, double value, bool own) {
  words_.push_back({index_->cursor(stem), value, own});
}

void PlaceWindows::add(std::vector<GroupPlace> places) {
  if (!places.empty()) lists_.push_back({std::move(places)});
}

std::int64_t PlaceWindows::first_key() const {
  std::int64_t first = WordCursor::kEnd;
  for (const Word& word : words_) first = std::min(first, word.cursor.key());
  for (const List& list : lists_) first = std::min(first, list.key());
  return first;
}

void PlaceWindows::put(const GroupPlace& place) {
  const std::size_t slot = place_in_chunk(place.key);
  std::uint64_t& bits = used_[slot / kBits];
  const std::uint64_t bit = std::uint64_t{1} << (slot % kBits);
  if ((bits & bit) == 0) {
    window_[slot] = place;
  } else {
    add_way(window_[slot], place);
  }
  bits |= bit;
}

// put() for many, with what is the same for all of them at hand.
void PlaceWindows::fill(Word& word, std::int64_t end, std::span<const std::uint8_t> lengths) {
  const SentenceScore& score = index_->score();
  GroupPlace* const window = window_.data();
  std::uint64_t* const used = used_.data();
  const double value = word.value;
  const bool own = word.own;
  word.cursor.each_before(end, [=, &score](const WordPlace& place) {
    const std::size_t slot = place_in_chunk(place.key);
    const int length = lengths.empty() ? 0 : lengths[slot];
    if (length == 0) return;  // the sentence is gone
    const double part = value * score.part_by_counts(place.counts, length);
    const bool in_sentence = WordCounts::of(place.counts).sentence > 0;
    std::uint64_t& bits = used[slot / kBits];
    const std::uint64_t bit = std::uint64_t{1} << (slot % kBits);
    GroupPlace& there = window[slot];
    if ((bits & bit) == 0) {
      there.key = place.key;
      there.part = part;
      there.own = own;
      there.own_in_sentence = own && in_sentence;
      there.in_sentence = in_sentence;
      bits |= bit;
    } else {
      add_way(there, {place.key, part, own, own && in_sentence, in_sentence});
    }
  });
}

void PlaceWindows::each(const std::function<void(const GroupPlace&)>& use) {
  window_.resize(kWindow);
  used_.assign(kWindow / kBits, 0);
  constexpr auto kKeys = static_cast<std::int64_t>(kWindow);
  for (std::int64_t first = first_key(); first != WordCursor::kEnd; first = first_key()) {
    const std::int64_t end = first - first % kKeys + kKeys;
    const std::span<const std::uint8_t> lengths = index_->chunks().lengths_beside(first);
    for (Word& word : words_) fill(word, end, lengths);
    for (List& list : lists_) {
      for (; list.key() < end; ++list.at) put(list.places[list.at]);
    }
    for (std::size_t i = 0; i < used_.size(); ++i) {
      for (std::uint64_t bits = std::exchange(used_[i], 0); bits != 0; bits &= bits - 1) {
        use(window_[i * kBits + static_cast<std::size_t>(std::countr_zero(bits))]);
      }
    }
  }
}

}  // namespace claimbase
