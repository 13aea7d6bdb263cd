// Parsing one printed reference, in the styles that articles use most.
#include <benchmark/benchmark.h>

#include "analysis/bibliography/reference.h"

namespace {

constexpr std::string_view kApa =
    "Jansen, A. B., de Vries, C., & Smit, D. (2019). Zinc lozenges and the common cold: A systematic review and "
    "meta-analysis. Journal of Examples, 12(3), 45-51. https://doi.org/10.1000/example.1";
constexpr std::string_view kVancouver =
    "Jansen AB, Smit C, Bakker D, et al. Zinc and taste: a double-blind trial. Ann Ex Med. 2008;14(2):101-9. "
    "doi: 10.1000/example.2. PMID: 10000001.";

constexpr std::string_view kPage =
    "Voorbeeldcentrum. Encyclopedie: zout en nieren. Laatst geraadpleegd op 15-11-2024, van "
    "https://www.example.org/zout";
constexpr std::string_view kChapter =
    "Bakker, D., & Smit, C. (2013). Ondervoeding in de thuiszorg. In L. Visser & P. de Wit (Red.), Handboek "
    "wijkverpleging "
    "(2e druk, pp. 201-219). Amsterdam: Voorbeeldpers.";
constexpr std::string_view kChicago =
    "Jansen, Anna, and Bart de Vries. “Copper in Drinking Water: A Study of Taste.” Journal of Further Examples 12, "
    "no. 3 "
    "(2004): 45–51.";

void parse(benchmark::State& state, std::string_view entry) {
  for (auto _ : state) benchmark::DoNotOptimize(claimbase::parse_reference(entry));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK_CAPTURE(parse, apa, kApa)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(parse, vancouver, kVancouver)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(parse, page, kPage)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(parse, chapter, kChapter)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(parse, chicago, kChicago)->Unit(benchmark::kMicrosecond);

}  // namespace
