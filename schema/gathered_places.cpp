#include "schema/gathered_places.h"

#include <xxhash.h>

#include <algorithm>
#include <utility>

#include "analysis/language/index_words.h"
#include "schema/word_places.h"

namespace claimbase {
namespace {

constexpr std::size_t kFirstSlots = 1U << 12U;

}  // namespace

GatheredPlaces::GatheredPlaces(std::size_t most) : most_(most), slots_(kFirstSlots) {}

void GatheredPlaces::grow() {
  std::vector<Slot> slots(slots_.size() * 2);
  for (const Slot& each : slots_) {
    if (each.list == 0) continue;
    std::size_t at = each.hash & (slots.size() - 1);
    while (slots[at].list != 0) at = (at + 1) & (slots.size() - 1);
    slots[at] = each;
  }
  slots_ = std::move(slots);
}

std::uint32_t GatheredPlaces::list_of(std::size_t index, std::string_view stem) {
  const auto hash = static_cast<std::uint32_t>(XXH3_64bits_withSeed(stem.data(), stem.size(), index));
  std::size_t at = hash & (slots_.size() - 1);
  for (; slots_[at].list != 0; at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].hash != hash) continue;
    const std::string_view name = name_of(lists_[slots_[at].list - 1]);
    if (static_cast<std::size_t>(name.front()) == index && name.substr(1) == stem) return slots_[at].list - 1;
  }
  List made;
  made.name = static_cast<std::uint32_t>(names_.size());
  made.name_size = static_cast<std::uint32_t>(stem.size() + 1);
  names_ += static_cast<char>(index);
  names_ += stem;
  lists_.push_back(std::move(made));
  slots_[at] = {hash, static_cast<std::uint32_t>(lists_.size())};
  bytes_ += sizeof(List) + 2 * sizeof(Slot) + stem.size() + 1;
  if (lists_.size() * 2 > slots_.size()) grow();
  return static_cast<std::uint32_t>(lists_.size() - 1);
}

void GatheredPlaces::write_last(List& list) {
  if (list.rows == 0) return;
  const std::size_t before = list.places.size();
  append_place(list.places, static_cast<std::uint64_t>(list.last - list.written),
               WordCounts{list.in_sentence, list.in_headings}.to_byte());
  list.written = list.last;
  bytes_ += list.places.size() - before;
}

void GatheredPlaces::note(std::uint32_t number, std::int64_t key, bool heading) {
  List& list = lists_[number];
  if (list.rows == 0 || list.last != key) {
    write_last(list);
    list.last = key;
    list.in_sentence = list.in_headings = 0;
    ++list.rows;
  }
  ++(heading ? list.in_headings : list.in_sentence);
}

void GatheredPlaces::find_headings(const IndexedWords& words) {
  if (heading_ == words.heading && heading_index_ == words.index) return;
  headings_.clear();
  each_index_word(words.heading, [&](std::string_view stem, bool /*same_place*/) {
    headings_.push_back(list_of(words.index, stem));
    return true;
  });
  heading_ = words.heading;
  heading_index_ = words.index;
}

void GatheredPlaces::add(std::int64_t key, const IndexedWords& words) {
  if (bytes_ > most_) spill();
  each_index_word(words.text, [&](std::string_view stem, bool /*same_place*/) {
    note(list_of(words.index, stem), key, false);
    return true;
  });
  find_headings(words);
  for (const std::uint32_t each : headings_) note(each, key, true);
}

std::vector<std::uint32_t> GatheredPlaces::sorted() const {
  std::vector<std::uint32_t> order(lists_.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::sort(order, {}, [this](std::uint32_t each) { return name_of(lists_[each]); });
  return order;
}

void GatheredPlaces::clear() {
  lists_.clear();
  names_.clear();
  slots_.assign(kFirstSlots, {});
  heading_.clear();
  headings_.clear();
  bytes_ = 0;
}

void GatheredPlaces::finish_lists() {
  for (List& each : lists_) write_last(each);
}

void GatheredPlaces::spill() {
  finish_lists();
  if (!runs_) runs_ = std::make_unique<PlaceRuns>();
  runs_->begin();
  for (const std::uint32_t each : sorted()) {
    const List& list = lists_[each];
    if (list.rows > 0) runs_->add(name_of(list), list.rows, list.places);
  }
  clear();
}

void GatheredPlaces::take(const GatheredUse& use) {
  if (runs_) {
    spill();
    runs_->merge(use);
    runs_.reset();
    return;
  }
  finish_lists();
  for (const std::uint32_t each : sorted()) {
    const List& list = lists_[each];
    const std::string_view places = list.places;
    use({name_of(list), list.rows, std::span(&places, 1)});
  }
  clear();
}

}  // namespace claimbase
