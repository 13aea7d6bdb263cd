// Reading plain text into blocks, in bytes a second; two sizes, to see that the cost is linear.
#include <benchmark/benchmark.h>

#include "analysis/document/reader.h"
#include "bench/sample_articles.h"

namespace {

void read_document(benchmark::State& state) {
  const std::string text = claimbase::bench::sample_text(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(claimbase::read_document(text));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(read_document)->Arg(32 * 1024)->Arg(512 * 1024)->Unit(benchmark::kMillisecond);

}  // namespace
