#include "query/group_places.h"

#include <algorithm>
#include <utility>

#include "query/phrase_places.h"
#include "query/place_windows.h"

namespace claimbase {
namespace {

std::vector<Stems> phrases_of(SentenceIndex& index, const std::vector<std::string>& texts) {
  std::vector<Stems> phrases;
  phrases.reserve(texts.size());
  for (const std::string& text : texts) {
    Stems stems = index.stems_of(text);
    if (!stems.empty() && std::ranges::find(phrases, stems) == phrases.end()) phrases.push_back(std::move(stems));
  }
  return phrases;
}

}  // namespace

std::vector<std::int64_t> keys_of(std::span<const GroupPlace> places) {
  std::vector<std::int64_t> keys;
  keys.reserve(places.size());
  for (const GroupPlace& each : places) keys.push_back(each.key);
  return keys;
}

GroupReader::GroupReader(SentenceIndex& index, const QueryGroup& group)
    : index_(&index), own_(phrases_of(index, group.own)), also_(phrases_of(index, group.also)) {
  for (const Alternatives& piece : group.pieces) pieces_.push_back(phrases_of(index, piece));
  std::int64_t of_own = own_.empty() ? 0 : WordCursor::kEnd;
  for (const Stems& phrase : own_) of_own = std::min(of_own, index.most_rows(phrase));
  most_rows_ = of_own;
  for (const Stems& phrase : also_) most_rows_ += index.most_rows(phrase);
  std::int64_t of_pieces = pieces_.empty() ? 0 : WordCursor::kEnd;
  for (const std::vector<Stems>& piece : pieces_) {
    std::int64_t rows = 0;
    for (const Stems& phrase : piece) rows += index.most_rows(phrase);
    of_pieces = std::min(of_pieces, rows);
  }
  most_rows_ += of_pieces;
  const std::int64_t all = index.chunks().totals(index.number()).rows;
  value_ = SentenceScore::idf(all, std::min(all, most_rows_));
}

bool GroupReader::has_phrases() const {
  const auto is_phrase = [](const Stems& stems) { return stems.size() > 1; };
  const auto have_phrases = [&](const std::vector<Stems>& ways) { return std::ranges::any_of(ways, is_phrase); };
  return have_phrases(own_) || have_phrases(also_) || std::ranges::any_of(pieces_, have_phrases);
}

std::vector<GroupPlace> GroupReader::own(const std::vector<std::int64_t>* among) const {
  std::vector<GroupPlace> places;
  std::vector<std::size_t> order(own_.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, {}, [this](std::size_t i) { return index_->most_rows(own_[i]); });
  std::vector<std::vector<WordPlace>> found(own_.size());
  std::vector<std::int64_t> left;
  for (const std::size_t i : order) {
    found[i] = phrase_places(*index_, own_[i], among);
    left.clear();
    for (const WordPlace& each : found[i]) left.push_back(each.key);
    among = &left;
  }
  places.reserve(left.size());
  for (const std::int64_t key : left) places.push_back({key, 0, true, true, false});
  for (std::size_t i = 0; i < own_.size(); ++i) {  // in the order as typed: a sum of rounded numbers depends on it
    const double value = index_->idf(own_[i]);
    auto at = found[i].begin();
    for (GroupPlace& place : places) {
      while (at->key != place.key) ++at;
      place.part += value * index_->score().part(tenths_of(at->counts), index_->chunks().length(place.key));
      place.own_in_sentence = place.own_in_sentence && WordCounts::of(at->counts).sentence > 0;
    }
  }
  for (GroupPlace& place : places) place.in_sentence = place.own_in_sentence;
  std::erase_if(places, [this](const GroupPlace& each) { return index_->chunks().length(each.key) == 0; });
  return places;
}

// Each of `phrases` is a way to say it; a sentence counts `value` times what BM25 gives its frequency.
void GroupReader::add(const std::vector<Stems>& phrases, double value, bool own, const std::vector<std::int64_t>* among,
                      PlaceWindows& windows) const {
  for (const Stems& phrase : phrases) {
    if (phrase.size() == 1 && among == nullptr) {
      windows.add(phrase.front(), value, own);
      continue;
    }
    const std::vector<WordPlace> found = phrase_places(*index_, phrase, among);
    std::vector<GroupPlace> places;
    places.reserve(found.size());
    for (const WordPlace& each : found) {
      const int length = index_->chunks().length(each.key);
      if (length == 0) continue;
      const bool in_sentence = WordCounts::of(each.counts).sentence > 0;
      places.push_back({each.key, value * index_->score().part(tenths_of(each.counts), length), own, own && in_sentence,
                        in_sentence});
    }
    windows.add(std::move(places));
  }
}

std::vector<GroupPlace> GroupReader::pieces(const std::vector<std::int64_t>* among) const {
  std::vector<GroupPlace> places;
  std::vector<std::int64_t> keys;
  bool first = true;
  for (const std::vector<Stems>& piece : pieces_) {
    PlaceWindows windows(*index_);
    add(piece, kPieceWeight * value_, false, among, windows);
    std::vector<GroupPlace> both;
    auto before = places.begin();
    windows.each([&](const GroupPlace& each) {
      both.push_back(each);
      if (first) return;
      while (before->key != each.key) ++before;  // all are among them
      both.back().part = std::max(each.part, before->part);
      both.back().in_sentence = each.in_sentence && before->in_sentence;
    });
    first = false;
    places = std::move(both);
    keys = keys_of(places);
    among = &keys;
  }
  return places;
}

void GroupReader::each(const std::vector<std::int64_t>* among,
                       const std::function<void(const GroupPlace&)>& use) const {
  PlaceWindows windows(*index_);
  if (own_.size() == 1) {
    add(own_, index_->idf(own_.front()), true, among, windows);
  } else {
    windows.add(own(among));
  }
  add(also_, kLabelWeight * value_, false, among, windows);
  if (!pieces_.empty()) windows.add(pieces(among));
  windows.each(use);
}

std::vector<GroupPlace> GroupReader::read(const std::vector<std::int64_t>* among) const {
  std::vector<GroupPlace> places;
  each(among, [&](const GroupPlace& place) { places.push_back(place); });
  return places;
}

}  // namespace claimbase
