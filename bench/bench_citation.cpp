// Finding citations, in bytes of article text a second: text where nothing is cited, and the sample articles, which
// cite in most paragraphs.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "analysis/citation/attribution.h"
#include "analysis/citation/marker.h"
#include "analysis/language/sentences.h"
#include "bench/sample_articles.h"

namespace {

using claimbase::ByteRange;

constexpr std::size_t kBytes = 256 * 1024;

// What health articles say most of the time.
constexpr std::string_view kPlain =
    "Magnesium is een mineraal dat bij honderden processen in het lichaam betrokken is. Je vindt het vooral in noten, "
    "zaden, volkoren granen en groene bladgroenten. Wie gevarieerd eet, krijgt meestal genoeg binnen. Een tekort geeft "
    "klachten als spierkrampen, vermoeidheid en prikkelbaarheid. Neem een supplement bij voorkeur tijdens de maaltijd, "
    "en verdeel een hogere dosis over de dag. Vitamine D helpt om calcium uit de voeding op te nemen, en houdt botten "
    "en tanden sterk. In de winter maakt de huid er in Nederland bijna niets van aan. Soluble fibre slows down how "
    "fast sugar enters the blood. Oats, beans and apples are good sources. Drink enough water when you eat more of it, "
    "or your bowels will let you know. Most adults do well on seven to nine hours of sleep a night. Caffeine stays in "
    "the body for many hours, so a cup after dinner may keep you awake. ";

std::vector<std::string> sentences_of(const std::string& text) {
  std::vector<std::string> sentences;
  for (const auto range : claimbase::split_sentences(text, {0, static_cast<std::uint32_t>(text.size())}, "nl"))
    sentences.emplace_back(range.of(text));
  return sentences;
}

std::string plain_text() {
  std::string text;
  while (text.size() < kBytes) text += kPlain;
  return text;
}

void find_attributions(benchmark::State& state, const std::string& text) {
  const auto sentences = sentences_of(text);
  for (auto _ : state) {
    for (const auto& sentence : sentences) benchmark::DoNotOptimize(claimbase::find_attribution(sentence));
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void attributions_nothing_cited(benchmark::State& state) {
  find_attributions(state, plain_text());
}
BENCHMARK(attributions_nothing_cited)->Unit(benchmark::kMillisecond);

void attributions(benchmark::State& state) {
  find_attributions(state, claimbase::bench::sample_text(kBytes));
}
BENCHMARK(attributions)->Unit(benchmark::kMillisecond);

void find_all_markers(benchmark::State& state, const std::string& text) {
  constexpr std::size_t kReferences = 20;
  std::vector<claimbase::Sentence> sentences;
  for (const auto range : claimbase::split_sentences(text, {0, static_cast<std::uint32_t>(text.size())}, "nl"))
    sentences.push_back({0, range});
  for (auto _ : state) benchmark::DoNotOptimize(claimbase::find_markers(text, sentences, kReferences));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void markers_nothing_cited(benchmark::State& state) {
  find_all_markers(state, plain_text());
}
BENCHMARK(markers_nothing_cited)->Unit(benchmark::kMillisecond);

void markers(benchmark::State& state) {
  find_all_markers(state, claimbase::bench::sample_text(kBytes));
}
BENCHMARK(markers)->Unit(benchmark::kMillisecond);

}  // namespace
