#include "bench/latency.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>
#include <string>

#include "bench/cpu_clock.h"

namespace claimbase::bench {
namespace {

constexpr const char* kAllOr = "or 1-5";

struct Times {
  std::vector<double> least;  // milliseconds
  std::vector<double> first;
  std::size_t results = 0;
};

// The nearest rank.
double percentile(std::vector<double>& times, std::size_t percent) {
  std::ranges::sort(times);
  return times[(times.size() * percent + 99) / 100 - 1];
}

nlohmann::json summary(Times times) {
  const double sum = std::accumulate(times.least.begin(), times.least.end(), 0.0);
  return {{"queries", times.least.size()},
          {"results", times.results},
          {"mean", sum / static_cast<double>(times.least.size())},
          {"p50", percentile(times.least, 50)},
          {"p90", percentile(times.least, 90)},
          {"p99", percentile(times.least, 99)},
          {"first p50", percentile(times.first, 50)},
          {"first p99", percentile(times.first, 99)}};
}

void add(Times& to, double least, double first, std::size_t results) {
  to.least.push_back(least);
  to.first.push_back(first);
  to.results += results;
}

}  // namespace

nlohmann::json measure(const std::vector<BenchQuery>& queries, const Answer& answer, std::size_t rounds) {
  std::vector<double> first(queries.size());
  std::vector<double> least(queries.size());
  std::vector<std::size_t> results(queries.size());
  for (std::size_t round = 0; round < rounds; ++round) {
    for (std::size_t i = 0; i < queries.size(); ++i) {
      const double begin = thread_seconds();
      results[i] = answer(queries[i]);
      const double milliseconds = (thread_seconds() - begin) * 1000;
      if (round == 0) first[i] = milliseconds;
      least[i] = round == 0 ? milliseconds : std::min(least[i], milliseconds);
    }
  }
  std::map<std::string, Times> kinds;
  for (std::size_t i = 0; i < queries.size(); ++i) {
    const std::string& kind = queries[i].kind;
    add(kinds[kind], least[i], first[i], results[i]);
    if (kind.starts_with("term") || kind.starts_with("or")) add(kinds[kAllOr], least[i], first[i], results[i]);
  }
  nlohmann::json made;
  for (auto& [kind, times] : kinds) made[kind] = summary(std::move(times));
  return made;
}

}  // namespace claimbase::bench
