#include "query/group_search.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "query/best_scores.h"
#include "query/group_places.h"

namespace claimbase {
namespace {

// Leaves those with `keys`, all of which are among them.
void keep(std::vector<GroupPlace>& places, const std::vector<std::int64_t>& keys) {
  if (places.size() == keys.size()) return;
  constexpr std::size_t kMany = 16;  // times as many: then a step by halves is quicker than one by one
  const bool by_halves = places.size() / kMany > keys.size();
  auto from = places.cbegin();
  auto to = places.begin();
  for (const std::int64_t key : keys) {
    if (by_halves) {
      from = std::ranges::lower_bound(from, places.cend(), key, {}, &GroupPlace::key);
    } else {
      while (from->key != key) ++from;
    }
    *to++ = *from++;
  }
  places.erase(to, places.end());
}

// The rarest group first; each next one of the sentences that are left.
std::vector<std::vector<GroupPlace>> read_groups(const std::vector<GroupReader>& readers, AllowedSentences& allowed) {
  std::vector<std::size_t> order(readers.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return readers[i].most_rows(); });
  std::vector<std::vector<GroupPlace>> places(readers.size());
  std::vector<std::int64_t> left;
  const std::vector<std::int64_t>* among = allowed.few();
  bool restricts = among == nullptr && !allowed.all();
  for (auto next = order.begin(); next != order.end(); ++next) {
    const std::size_t i = *next;
    places[i] = readers[i].read(among);
    if (places[i].empty()) return {};
    left = keys_of(places[i]);
    if (restricts) {
      // Words cost less than the tables of claims, and leave fewer to look for there; for a phrase sentences are read.
      const auto has_phrases = [&](std::size_t later) { return readers[later].has_phrases(); };
      if (next + 1 == order.end() || std::any_of(next + 1, order.end(), has_phrases)) {
        allowed.restrict(left);
        restricts = false;
      } else {
        allowed.leave_out_others(left);
      }
    }
    among = &left;
  }
  for (std::vector<GroupPlace>& each : places) keep(each, left);
  return places;
}

/// Counts what is found and keeps the best of it.
class Found {
 public:
  explicit Found(std::size_t limit) : own_(limit), others_(limit) {}

  /// `place`: the groups' together, its part their sum.
  void add(const SentenceIndex& index, const GroupPlace& place) {
    if (!place.in_sentence) return;
    const bool as_typed = place.own && place.own_in_sentence;
    ++found_.total;
    found_.own_total += as_typed ? 1 : 0;
    (as_typed ? own_ : others_)
        .add({place.key, index.number(), place.part * index.score().prior(index.chunks().traits(place.key))});
  }
  [[nodiscard]] FoundSentences take() {
    found_.own = own_.take();
    found_.others = others_.take();
    return std::move(found_);
  }

 private:
  FoundSentences found_;
  BestScores own_;
  BestScores others_;
};

void add_all(const SentenceIndex& index, const std::vector<std::vector<GroupPlace>>& places, Found& found) {
  if (places.empty()) return;
  for (std::size_t at = 0; at < places.front().size(); ++at) {
    GroupPlace all{places.front()[at].key, 0, true, false, false};
    for (const std::vector<GroupPlace>& group : places) {
      all.part += group[at].part;
      all.own = all.own && group[at].own;
      all.own_in_sentence = all.own_in_sentence || group[at].own_in_sentence;
      all.in_sentence = all.in_sentence || group[at].in_sentence;
    }
    found.add(index, all);
  }
}

}  // namespace

FoundSentences find_groups(SentenceIndexes& indexes, const std::vector<QueryGroup>& groups, AllowedSentences& allowed,
                           std::size_t limit) {
  Found found(limit);
  indexes.forget_words();
  for (SentenceIndex& index : indexes.all) {
    std::vector<GroupReader> readers;
    readers.reserve(groups.size());
    for (const QueryGroup& group : groups) {
      if (readers.emplace_back(index, group).most_rows() == 0) break;
    }
    if (readers.empty() || readers.back().most_rows() == 0) continue;
    if (readers.size() == 1 && allowed.all()) {  // as most searches are: nothing to compare with
      readers.front().each(nullptr, [&](const GroupPlace& place) { found.add(index, place); });
    } else {
      add_all(index, read_groups(readers, allowed), found);
    }
  }
  return found.take();
}

}  // namespace claimbase
