#include "query/partial_search.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <utility>

#include "query/group_places.h"

namespace claimbase {
namespace {

struct Partial {
  std::int64_t key = 0;
  double sum = 0;
  std::uint32_t groups = 0;
  bool in_sentence = false;
  [[nodiscard]] std::size_t count() const { return static_cast<std::size_t>(std::popcount(groups)); }
};

std::vector<std::int64_t> keys_of(const std::vector<Partial>& partials) {
  std::vector<std::int64_t> keys;
  keys.reserve(partials.size());
  for (const Partial& each : partials) keys.push_back(each.key);
  return keys;
}

std::vector<Partial> with_group(const std::vector<Partial>& before, const std::vector<GroupPlace>& places,
                                std::size_t group) {
  std::vector<Partial> all;
  all.reserve(before.size() + places.size());
  auto at = before.begin();
  for (const GroupPlace& place : places) {
    for (; at != before.end() && at->key < place.key; ++at) all.push_back(*at);
    Partial with{place.key};
    if (at != before.end() && at->key == place.key) with = *at++;
    with.sum += place.part;
    with.groups |= std::uint32_t{1} << group;
    with.in_sentence = with.in_sentence || place.in_sentence;
    all.push_back(with);
  }
  all.insert(all.end(), at, before.end());
  return all;
}

// Without what is not allowed; `more` groups will be read so.
std::vector<GroupPlace> read(const GroupReader& reader, AllowedSentences& allowed, std::size_t more) {
  std::vector<GroupPlace> places = reader.read(allowed.few());
  if (allowed.all()) return places;
  std::vector<std::int64_t> keys = claimbase::keys_of(places);
  allowed.restrict(keys, more);
  std::erase_if(places, [&](const GroupPlace& place) { return !std::ranges::binary_search(keys, place.key); });
  return places;
}

// Those of one index that have as many groups as any of them, and not fewer than `most`, which is raised.
std::vector<Partial> find(const std::vector<GroupReader>& readers, AllowedSentences& allowed, std::size_t& most) {
  std::vector<std::size_t> order(readers.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return readers[i].most_rows(); });
  std::vector<Partial> found;
  std::size_t left = order.size();
  for (const std::size_t group : order) {
    if (left >= most) {  // a sentence that has none yet can still have as many
      found = with_group(found, read(readers[group], allowed, left - most), group);
    } else {
      const std::vector<std::int64_t> keys = keys_of(found);
      found = with_group(found, readers[group].read(&keys), group);
    }
    --left;
    for (const Partial& each : found) most = std::max(most, each.in_sentence ? each.count() : 0);
    std::erase_if(found, [&](const Partial& each) { return each.count() + left < most; });
  }
  std::erase_if(found, [&](const Partial& each) { return !each.in_sentence || each.count() < most; });
  return found;
}

bool is_better(const PartialSentence& a, const PartialSentence& b) {
  return a.sentence.score != b.sentence.score ? a.sentence.score > b.sentence.score : a.sentence.key < b.sentence.key;
}

}  // namespace

PartialSentences find_most_groups(SentenceIndexes& indexes, const std::vector<QueryGroup>& groups,
                                  AllowedSentences& allowed, std::size_t limit) {
  PartialSentences partial;
  std::size_t most = 1;
  indexes.forget_words();
  for (SentenceIndex& index : indexes.all) {
    std::vector<GroupReader> readers;
    readers.reserve(groups.size());
    for (std::size_t i = 0; i < std::min(groups.size(), kMostPartialGroups); ++i)
      readers.emplace_back(index, groups[i]);
    for (const Partial& each : find(readers, allowed, most)) {
      const double score = each.sum * index.score().prior(index.chunks().traits(each.key));
      partial.best.push_back({{each.key, index.number(), score}, each.groups, each.count()});
    }
  }
  std::erase_if(partial.best, [most](const PartialSentence& each) { return each.count < most; });
  partial.total = static_cast<std::int64_t>(partial.best.size());
  const auto end = partial.best.begin() + static_cast<std::ptrdiff_t>(std::min(limit, partial.best.size()));
  std::ranges::partial_sort(partial.best, end, is_better);
  partial.best.erase(end, partial.best.end());
  return partial;
}

}  // namespace claimbase
