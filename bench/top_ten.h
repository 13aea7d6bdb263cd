// The one place where the benchmarks call the product's ranking of sentences.
#pragma once

#include <cstddef>

#include "bench/query_set.h"
#include "schema/database.h"

namespace claimbase::bench {

/// How many of the ten best sentences there are for the words of `query`, as its kind joins them.
[[nodiscard]] std::size_t top_ten(const Database& db, const BenchQuery& query);

}  // namespace claimbase::bench
