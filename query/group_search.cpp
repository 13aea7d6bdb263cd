#include "query/group_search.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "query/best_scores.h"
#include "query/group_places.h"

namespace claimbase {
namespace {

struct Best {
  BestScores own;
  BestScores others;
};

// The rarest group first; each next one of the sentences that are left.
std::vector<std::vector<GroupPlace>> read_groups(const std::vector<GroupReader>& readers, AllowedSentences& allowed) {
  std::vector<std::size_t> order(readers.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return readers[i].most_rows(); });
  std::vector<std::vector<GroupPlace>> places(readers.size());
  std::vector<std::int64_t> left;
  const std::vector<std::int64_t>* among = allowed.few();
  const bool restricts = among == nullptr;
  for (const std::size_t i : order) {
    places[i] = readers[i].read(among);
    left = keys_of(places[i]);
    if (restricts && i == order.front()) allowed.restrict(left);
    among = &left;
    if (left.empty()) return {};
  }
  for (std::vector<GroupPlace>& each : places) {
    std::erase_if(each, [&](const GroupPlace& place) { return !std::ranges::binary_search(left, place.key); });
  }
  return places;
}

void score(const SentenceIndex& index, const std::vector<std::vector<GroupPlace>>& places, FoundSentences& found,
           Best& best) {
  if (places.empty()) return;
  for (std::size_t at = 0; at < places.front().size(); ++at) {
    const std::int64_t key = places.front()[at].key;
    double sum = 0;
    bool own = true;
    bool own_in_sentence = false;
    bool in_sentence = false;
    for (const std::vector<GroupPlace>& group : places) {
      sum += group[at].part;
      own = own && group[at].own;
      own_in_sentence = own_in_sentence || group[at].own_in_sentence;
      in_sentence = in_sentence || group[at].in_sentence;
    }
    if (!in_sentence) continue;
    const bool as_typed = own && own_in_sentence;
    ++found.total;
    found.own_total += as_typed ? 1 : 0;
    (as_typed ? best.own : best.others)
        .add({key, index.number(), sum * index.score().prior(index.chunks().traits(key))});
  }
}

}  // namespace

FoundSentences find_groups(SentenceIndexes& indexes, const std::vector<QueryGroup>& groups, AllowedSentences& allowed,
                           std::size_t limit) {
  FoundSentences found;
  Best best{BestScores(limit), BestScores(limit)};
  indexes.forget_words();
  for (SentenceIndex& index : indexes.all) {
    std::vector<GroupReader> readers;
    readers.reserve(groups.size());
    for (const QueryGroup& group : groups) {
      if (readers.emplace_back(index, group).most_rows() == 0) break;
    }
    if (!readers.empty() && readers.back().most_rows() > 0) score(index, read_groups(readers, allowed), found, best);
  }
  found.own = best.own.take();
  found.others = best.others.take();
  return found;
}

}  // namespace claimbase
