// How long queries take, by kind: thread time, so that what else the machine does hardly counts.
#pragma once

#include <cstddef>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "bench/query_set.h"

namespace claimbase::bench {

/// Answers one query and says how many results it has.
using Answer = std::function<std::size_t(const BenchQuery&)>;

/// Asks all queries `rounds` times, round by round, so that none is repeated while all is still at hand for it; of a
/// query its least time counts. {"or 2": {"queries": 250, "results": 2410, "mean": 0.5, "p50": 0.41, "p90": 0.9,
/// "p99": 2.3}, ...}, in milliseconds; "first p50", "first p99" of the first round; and "or 1-5": all of one term and
/// of OR together.
[[nodiscard]] nlohmann::json measure(const std::vector<BenchQuery>& queries, const Answer& answer, std::size_t rounds);

}  // namespace claimbase::bench
