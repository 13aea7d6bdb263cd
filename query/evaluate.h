// How well works are ranked, measured by a collection's queries and judgements.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "query/judgements.h"
#include "query/reference_ranking.h"
#include "schema/database.h"

namespace claimbase {

/// The documents of one query, best first, at most so many.
using Search = std::function<std::vector<RankedDocument>(const std::string& query, std::size_t limit)>;

struct Measures {
  std::map<std::size_t, double> ndcg;    // by cut-off
  std::map<std::size_t, double> recall;  // likewise
  double map = 0;
  double p50 = 0;  // milliseconds a query, wall clock
  double p99 = 0;
};

struct QueryRun {
  std::string query;                      // id
  std::vector<RankedDocument> documents;  // in trec_eval's order
};

struct Evaluation {
  std::vector<QueryRun> runs;
  Measures measures;  // means over the queries
};

/// Queries without judgements are left out; one that finds nothing counts as 0, as with `trec_eval -c`. Each search is
/// timed by itself.
[[nodiscard]] Evaluation evaluate(const Search& search, std::span<const JudgedQuery> queries,
                                  const std::map<std::string, Grades, std::less<>>& judgements,
                                  std::span<const std::size_t> cutoffs, std::size_t depth);

/// The ranking of `claimbase references`. A work is found by the names that libraries' records give it. `db` must
/// outlive it.
[[nodiscard]] Search works_search(const Database& db, const RankingSettings& settings, bool expand);

/// What plain FTS5 does with the same works and queries: tokenizer `porter unicode61`, columns title and abstract, the
/// words quoted and joined by OR, ORDER BY bm25(). The index is made in memory here.
[[nodiscard]] Search plain_search(const Database& db);

}  // namespace claimbase
