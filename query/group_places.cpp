#include "query/group_places.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "query/phrase_places.h"

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

// The same sentence said in two ways.
GroupPlace either(const GroupPlace& a, const GroupPlace& b) {
  GroupPlace both = a.own || (!b.own && a.part >= b.part) ? a : b;
  both.own_in_sentence = a.own_in_sentence || b.own_in_sentence;
  both.in_sentence = a.in_sentence || b.in_sentence;
  return both;
}

std::vector<GroupPlace> united(const std::vector<GroupPlace>& a, const std::vector<GroupPlace>& b) {
  std::vector<GroupPlace> all;
  all.reserve(a.size() + b.size());
  auto left = a.begin();
  auto right = b.begin();
  while (left != a.end() && right != b.end()) {
    if (left->key < right->key) {
      all.push_back(*left++);
    } else if (right->key < left->key) {
      all.push_back(*right++);
    } else {
      all.push_back(either(*left++, *right++));
    }
  }
  all.insert(all.end(), left, a.end());
  all.insert(all.end(), right, b.end());
  return all;
}

// Two by two, so that each place is copied as often as there are doublings of their number.
std::vector<GroupPlace> united(std::vector<std::vector<GroupPlace>> lists) {
  if (lists.empty()) return {};
  for (; lists.size() > 1; lists.resize((lists.size() + 1) / 2)) {
    for (std::size_t i = 0; i + 1 < lists.size(); i += 2) lists[i / 2] = united(lists[i], lists[i + 1]);
    if (lists.size() % 2 == 1) lists[lists.size() / 2] = std::move(lists.back());
  }
  return std::move(lists.front());
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
  return places;
}

std::vector<GroupPlace> GroupReader::alternatives(const std::vector<Stems>& phrases, double weight,
                                                  const std::vector<std::int64_t>* among) const {
  std::vector<std::vector<GroupPlace>> lists;
  for (const Stems& phrase : phrases) {
    const std::vector<WordPlace> found = phrase_places(*index_, phrase, among);
    if (found.empty()) continue;
    std::vector<GroupPlace>& places = lists.emplace_back();
    places.reserve(found.size());
    for (const WordPlace& each : found) {
      const double part = index_->score().part(tenths_of(each.counts), index_->chunks().length(each.key));
      places.push_back({each.key, weight * value_ * part, false, false, WordCounts::of(each.counts).sentence > 0});
    }
  }
  return united(std::move(lists));
}

std::vector<GroupPlace> GroupReader::pieces(const std::vector<std::int64_t>* among) const {
  std::vector<GroupPlace> places;
  std::vector<std::int64_t> keys;
  bool first = true;
  for (const std::vector<Stems>& piece : pieces_) {
    const std::vector<GroupPlace> next = alternatives(piece, kPieceWeight, among);
    std::vector<GroupPlace> both;
    auto before = places.begin();
    for (const GroupPlace& each : next) {
      both.push_back(each);
      if (first) continue;
      while (before->key != each.key) ++before;  // `next` is among them
      both.back().part = std::max(each.part, before->part);
      both.back().in_sentence = each.in_sentence && before->in_sentence;
    }
    first = false;
    places = std::move(both);
    keys = keys_of(places);
    among = &keys;
  }
  return places;
}

std::vector<GroupPlace> GroupReader::read(const std::vector<std::int64_t>* among) const {
  std::vector<std::vector<GroupPlace>> ways;
  ways.push_back(own(among));
  if (!also_.empty()) ways.push_back(alternatives(also_, kLabelWeight, among));
  if (!pieces_.empty()) ways.push_back(pieces(among));
  std::vector<GroupPlace> places = united(std::move(ways));
  std::erase_if(places, [this](const GroupPlace& each) { return index_->chunks().length(each.key) == 0; });
  return places;
}

}  // namespace claimbase
