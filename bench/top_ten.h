// The one place where the benchmarks call the product's ranking of sentences.
#pragma once

#include <cstddef>

#include "bench/query_set.h"
#include "query/top_sentences.h"
#include "schema/database.h"

namespace claimbase::bench {

class TopTen {
 public:
  /// `db` must outlive it.
  explicit TopTen(const Database& db) : db_(db), ranker_(db) {}

  /// How many of the ten best sentences there are for the words of `query`, as its kind joins them: what any of the
  /// words or a phrase finds by the exact ranking; what must have all words by FTS5, in each of our three indexes.
  [[nodiscard]] std::size_t find(const BenchQuery& query);

 private:
  [[nodiscard]] std::size_t find_all(const BenchQuery& query) const;

  const Database& db_;
  SentenceRanker ranker_;
};

}  // namespace claimbase::bench
