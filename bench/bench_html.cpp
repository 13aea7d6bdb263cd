// Reading a page, next to what the parser alone takes for it: gumbo with its own memory.
#include <benchmark/benchmark.h>
#include <gumbo.h>

#include <algorithm>
#include <string>

#include "analysis/document/reader.h"
#include "bench/sample_articles.h"

namespace {

// The sample articles as a page: a paragraph a line, with the markup that a page has around and in them.
std::string sample_page(std::size_t size) {
  std::string page =
      "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Page</title></head><body>\n"
      "<nav><ul><li><a href=\"/\">Home</a></li></ul></nav><main><article><h1>Page</h1>\n";
  const std::string text = claimbase::bench::sample_text(size);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    page.append("<div class=\"text\"><p>").append(text, begin, end - begin);
    page.append(" <a href=\"https://example.org/\">more</a><sup>1</sup> &amp; <b>so</b> on.</p></div>\n");
    begin = end + 1;
  }
  return page + "</article></main><footer><p>End</p></footer></body></html>\n";
}

void read_page(benchmark::State& state) {
  const std::string page = sample_page(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state)
    benchmark::DoNotOptimize(claimbase::read_document(page, {.language = {}, .format = claimbase::Format::html}));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(page.size()));
}
BENCHMARK(read_page)->Arg(32 * 1024)->Arg(512 * 1024)->Unit(benchmark::kMillisecond);

void parse_with_gumbo(benchmark::State& state) {
  const std::string page = sample_page(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
    benchmark::DoNotOptimize(output);
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(page.size()));
}
BENCHMARK(parse_with_gumbo)->Arg(32 * 1024)->Arg(512 * 1024)->Unit(benchmark::kMillisecond);

}  // namespace
