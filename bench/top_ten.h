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
  explicit TopTen(const Database& db) : ranker_(db) {}

  /// How many of the ten best sentences there are for the words of `query`, as its kind joins them.
  [[nodiscard]] std::size_t find(const BenchQuery& query);

 private:
  SentenceRanker ranker_;
};

}  // namespace claimbase::bench
