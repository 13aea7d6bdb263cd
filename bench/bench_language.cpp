// Sentence splitting and word analysis, in bytes of article text a second.
#include <benchmark/benchmark.h>

#include <string>

#include "analysis/language/analyzer.h"
#include "analysis/language/detect.h"
#include "analysis/language/quantity.h"
#include "analysis/language/sentences.h"
#include "bench/sample_articles.h"

namespace {

constexpr std::size_t kBytes = 256 * 1024;

void count_bytes(benchmark::State& state, const std::string& text) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void sentences(benchmark::State& state) {
  const std::string text = claimbase::bench::sample_text(kBytes);
  const claimbase::ByteRange all{0, static_cast<std::uint32_t>(text.size())};
  for (auto _ : state) benchmark::DoNotOptimize(claimbase::split_sentences(text, all, "nl"));
  count_bytes(state, text);
}
BENCHMARK(sentences)->Unit(benchmark::kMillisecond);

// The analyzer remembers words: this is its steady state, as in an index run.
void words(benchmark::State& state) {
  const std::string text = claimbase::bench::sample_text(kBytes);
  claimbase::Analyzer analyzer("nl");
  std::vector<claimbase::Word> found;
  for (auto _ : state) {
    found.clear();
    analyzer.words(text, found);
    benchmark::DoNotOptimize(found.data());
  }
  count_bytes(state, text);
}
BENCHMARK(words)->Unit(benchmark::kMillisecond);

// The first time it meets each word: stems and compounds are worked out.
void words_unseen(benchmark::State& state) {
  const std::string text = claimbase::bench::sample_text(kBytes);
  for (auto _ : state) {
    claimbase::Analyzer analyzer("nl");
    std::vector<claimbase::Word> found;
    analyzer.words(text, found);
    benchmark::DoNotOptimize(found.data());
  }
  count_bytes(state, text);
}
BENCHMARK(words_unseen)->Unit(benchmark::kMillisecond);

// The same text without its numbers: what a sentence costs that has none.
void quantities_none(benchmark::State& state) {
  std::string text = claimbase::bench::sample_text(kBytes);
  std::erase_if(text, [](char c) { return c >= '0' && c <= '9'; });
  const claimbase::ByteRange all{0, static_cast<std::uint32_t>(text.size())};
  for (auto _ : state) benchmark::DoNotOptimize(claimbase::find_quantities(text, all, "nl"));
  count_bytes(state, text);
}
BENCHMARK(quantities_none)->Unit(benchmark::kMillisecond);

void quantities(benchmark::State& state) {
  const std::string text = claimbase::bench::sample_text(kBytes);
  const claimbase::ByteRange all{0, static_cast<std::uint32_t>(text.size())};
  for (auto _ : state) benchmark::DoNotOptimize(claimbase::find_quantities(text, all, "nl"));
  count_bytes(state, text);
}
BENCHMARK(quantities)->Unit(benchmark::kMillisecond);

// An article at a time, whatever its length: only its start is looked at.
void language_detection(benchmark::State& state) {
  const std::string text = claimbase::bench::sample_text(kBytes);
  for (auto _ : state) benchmark::DoNotOptimize(claimbase::detect_language(text));
}
BENCHMARK(language_detection)->Unit(benchmark::kMicrosecond);

}  // namespace
