#include "query/sentence_search.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <tuple>

namespace claimbase {
namespace {

constexpr std::array<std::string_view, 3> kIndexes = {"nl", "en", "und"};

std::string table_of(std::string_view index) {
  return "sentence_fts_" + std::string(index);
}

// Parameters ?1 expression, ?2 limit, and those of kMentionFilter.
std::string condition(const std::string& table) {
  return table + " MATCH ?1" +
         " AND ((?10 IS NULL AND ?11 IS NULL AND ?12 IS NULL AND ?13 IS NULL AND ?14 IS NULL) OR rowid IN"
         " (SELECT s.key FROM sentence AS s JOIN article AS a ON a.key = s.article"
         "  LEFT JOIN mention AS m ON m.sentence = s.key LEFT JOIN claim AS c ON c.key = m.claim WHERE" +
         kMentionFilter + "))";
}

// Ranking comes first and sees nothing but the index; the few winners are joined, and weighed by what they are: a line
// of a menu or a heading is no better an answer for being short, a sentence that claims something is.
std::string ranking_sql(const std::string& table) {
  return "SELECT h.key, h.score * CASE b.role WHEN 'content' THEN 1.0 ELSE 0.5 END * CASE b.kind WHEN 'heading' THEN "
         "0.8"
         " ELSE 1.0 END * CASE WHEN EXISTS (SELECT 1 FROM mention AS m WHERE m.sentence = s.key) THEN 1.3 ELSE 1.0 END,"
         " a.path, s.ordinal"
         " FROM (SELECT rowid AS key, claim_rank(" +
         table + ", '" + table + "', 1.0, 0.3) AS score FROM " + table + " WHERE " + condition(table) +
         " ORDER BY score LIMIT ?2) AS h"
         " JOIN sentence AS s ON s.key = h.key JOIN block AS b ON b.key = s.block JOIN article AS a ON a.key = "
         "s.article";
}

void sort_hits(std::vector<SentenceHit>& hits) {
  std::ranges::sort(hits, [](const SentenceHit& a, const SentenceHit& b) {
    return std::tie(a.score, a.path, a.ordinal) < std::tie(b.score, b.path, b.ordinal);
  });
}

std::vector<SentenceHit> ranked(const Database& db, const std::string& expression, const Filters& filters,
                                std::size_t limit) {
  std::vector<SentenceHit> hits;
  for (const std::string_view index : kIndexes) {
    Statement best(db, ranking_sql(table_of(index)));
    best.bind(1, std::string_view(expression)).bind(2, limit);
    bind_filters(best, filters);
    while (best.step()) {
      hits.push_back(
          {best.integer(0), best.real(1), false, std::string(index), std::string(best.text(2)), best.integer(3)});
    }
  }
  sort_hits(hits);
  return hits;
}

std::int64_t count(const Database& db, const std::string& expression, const Filters& filters) {
  std::int64_t total = 0;
  for (const std::string_view index : kIndexes) {
    const std::string table = table_of(index);
    Statement counted(db, "SELECT count(*) FROM " + table + " WHERE " + condition(table));
    counted.bind(1, std::string_view(expression));
    bind_filters(counted, filters);
    if (counted.step()) total += counted.integer(0);
  }
  return total;
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

SearchPage search_sentences(const Database& db, const std::string& own, const std::string& expanded,
                            const Filters& filters, std::size_t limit) {
  // More than are shown: what is no content goes down, and the typed words' sentences are among the widened query's.
  const std::size_t candidates = limit * 3 + 20;
  std::vector<SentenceHit> by_own = ranked(db, own, filters, candidates);
  for (SentenceHit& hit : by_own) hit.own = true;
  SearchPage page;
  page.own_total = count(db, own, filters);
  page.total = page.own_total;
  std::vector<SentenceHit> others;
  if (expanded != own) {
    page.total = count(db, expanded, filters);
    others = ranked(db, "(" + expanded + ") NOT (" + own + ")", filters, candidates);
  }
  page.hits = mix_hits(by_own, others, limit);
  return page;
}

}  // namespace claimbase
