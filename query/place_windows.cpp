#include "query/place_windows.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace claimbase {

GroupPlace either(const GroupPlace& a, const GroupPlace& b) {
  GroupPlace both = a.own || (!b.own && a.part >= b.part) ? a : b;
  both.own_in_sentence = a.own_in_sentence || b.own_in_sentence;
  both.in_sentence = a.in_sentence || b.in_sentence;
  return both;
}

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
  const std::size_t slot = static_cast<std::size_t>(place.key) % kWindow;
  std::uint64_t& bits = used_[slot / kBits];
  const std::uint64_t bit = std::uint64_t{1} << (slot % kBits);
  window_[slot] = (bits & bit) == 0 ? place : either(window_[slot], place);
  bits |= bit;
}

void PlaceWindows::fill(Word& word, std::int64_t end) {
  const SentenceChunks& chunks = index_->chunks();
  for (WordCursor& cursor = word.cursor; cursor.key() < end; cursor.next()) {
    const std::int64_t key = cursor.key();
    const int length = chunks.length(key);
    if (length == 0) continue;  // the sentence is gone
    const double part = word.value * index_->score().part(tenths_of(cursor.counts()), length);
    const bool in_sentence = WordCounts::of(cursor.counts()).sentence > 0;
    put({key, part, word.own, word.own && in_sentence, in_sentence});
  }
}

void PlaceWindows::each(const std::function<void(const GroupPlace&)>& use) {
  window_.resize(kWindow);
  used_.assign(kWindow / kBits, 0);
  constexpr auto kKeys = static_cast<std::int64_t>(kWindow);
  for (std::int64_t first = first_key(); first != WordCursor::kEnd; first = first_key()) {
    const std::int64_t end = first - first % kKeys + kKeys;
    for (Word& word : words_) fill(word, end);
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
