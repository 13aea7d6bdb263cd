#include "query/sentence_search.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "query/group_search.h"
#include "query/partial_search.h"

namespace claimbase {
namespace {

std::vector<SentenceHit> hits_of(const Database& db, const std::vector<TopSentence>& best, bool own) {
  std::vector<SentenceHit> hits;
  hits.reserve(best.size());
  Statement place(db,
                  "SELECT a.path, s.ordinal FROM sentence AS s JOIN article AS a ON a.key = s.article WHERE s.key = "
                  "?1");
  for (const TopSentence& each : best) {
    for (place.bind(1, each.key); place.step();) {
      hits.push_back({each.key, -each.score, own, std::string(kSentenceIndexes[each.index]), std::string(place.text(0)),
                      place.integer(1)});
    }
  }
  std::ranges::sort(hits, [](const SentenceHit& a, const SentenceHit& b) {
    return std::tie(a.score, a.path, a.ordinal) < std::tie(b.score, b.path, b.ordinal);
  });
  return hits;
}

// One hit of each language after the other.
std::vector<SentenceHit> in_turn(const std::vector<SentenceHit>& hits) {
  std::map<std::string, std::size_t> seen;
  std::vector<std::pair<std::size_t, SentenceHit>> turns;
  turns.reserve(hits.size());
  for (const SentenceHit& hit : hits) turns.emplace_back(seen[hit.index]++, hit);
  std::ranges::stable_sort(turns, {}, [](const auto& turn) { return turn.first; });
  std::vector<SentenceHit> ordered;
  ordered.reserve(hits.size());
  for (auto& [turn, hit] : turns) ordered.push_back(std::move(hit));
  return ordered;
}

}  // namespace

std::vector<SentenceHit> mix_hits(const std::vector<SentenceHit>& own, const std::vector<SentenceHit>& others,
                                  std::size_t limit) {
  const std::size_t reserved = std::min(limit * 3 / 10, others.size());
  const std::size_t first = std::min(own.size(), limit - reserved);
  const std::size_t second = std::min(others.size(), limit - first);
  std::vector<SentenceHit> hits(own.begin(), own.begin() + static_cast<std::ptrdiff_t>(first));
  const std::vector<SentenceHit> turns = in_turn(others);
  hits.insert(hits.end(), turns.begin(), turns.begin() + static_cast<std::ptrdiff_t>(second));
  return hits;
}

SentenceSearch::SentenceSearch(const Database& db, const Filters& filters)
    : db_(&db), indexes_(db), allowed_(db, filters, indexes_.chunks) {}

SearchPage SentenceSearch::all(const std::vector<QueryGroup>& groups, std::size_t limit) {
  SearchPage page;
  if (groups.empty()) return page;
  const FoundSentences found = find_groups(indexes_, groups, allowed_, limit);
  page.own_total = found.own_total;
  page.total = found.total;
  page.hits = mix_hits(hits_of(*db_, found.own, true), hits_of(*db_, found.others, false), limit);
  return page;
}

SearchPage SentenceSearch::most(const std::vector<QueryGroup>& groups, std::size_t limit) {
  SearchPage page;
  const PartialSentences found = find_most_groups(indexes_, groups, allowed_, limit);
  page.most_total = found.total;
  for (const PartialSentence& each : found.best) {
    for (SentenceHit& hit : hits_of(*db_, {each.sentence}, false)) {
      for (std::size_t group = 0; group < groups.size(); ++group) {
        const bool there = group < kMostPartialGroups && ((each.groups >> group) & 1U) != 0;
        if (!there) hit.missing.push_back(own_text(groups[group]));
      }
      page.hits.push_back(std::move(hit));
    }
  }
  return page;
}

}  // namespace claimbase
