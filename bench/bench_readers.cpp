// Reading Markdown and JATS, in bytes a second: the reader proper, its language forced, and with the detection of
// languages.
#include <benchmark/benchmark.h>

#include <string>

#include "analysis/document/jats_reader.h"
#include "analysis/document/markdown_reader.h"
#include "analysis/document/reader.h"

namespace {

constexpr std::size_t kSize = 512 * 1024;

constexpr std::string_view kMarkdown =
    "## What zinc does\n\nZinc is a **mineral** that the body needs for the skin, and it is found in [nuts](/nuts), "
    "meat and\n"
    "whole grain.[^1] A review of eleven trials found that acne became less in most of the people who took it.\n\n"
    "- Skin: zinc helps wounds to close, as *several* trials have shown.\n- Hair: a lack of zinc may make it fall "
    "out.\n\n"
    "| Food | Zinc per 100 g |\n|---|---|\n| Oysters | 16 mg |\n| Pumpkin seeds | 7 mg |\n\n";

constexpr std::string_view kJats =
    "<sec><title>Results</title>\n<p>Zinc was given to <italic>n</italic>&#160;=&#160;40 people with acne, and the "
    "skin of "
    "most of them became better within twelve weeks <xref ref-type=\"bibr\" rid=\"r1\">1</xref>. A lack of zinc, as "
    "others "
    "have found <sup><xref ref-type=\"bibr\" rid=\"r1\">1</xref></sup>, delays the healing of wounds.</p>\n<table-wrap>"
    "<label>Table "
    "1</label><caption><p>Doses</p></caption><table><thead><tr><th>Salt</th><th>Dose</th></tr></thead><tbody>"
    "<tr><td>Zinc gluconate</td><td>30 mg</td></tr></tbody></table></table-wrap></sec>\n";

constexpr std::string_view kJatsEnd =
    "</body><back><ref-list><title>References</title><ref id=\"r1\"><label>1</label><mixed-citation>Baker T. Zinc and "
    "skin. "
    "Ann Salts. 2019;3:4-9.</mixed-citation></ref></ref-list></back></article>";

std::string repeated(std::string text, std::string_view piece, std::string_view end) {
  while (text.size() < kSize) text += piece;
  return text.append(end);
}

using Reader = void (*)(std::string_view text, claimbase::Document& document);

void read_proper(benchmark::State& state, Reader reader, const std::string& text) {
  for (auto _ : state) {
    claimbase::Document document;
    reader(text, document);
    benchmark::DoNotOptimize(document);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void read_with_language(benchmark::State& state, claimbase::Format format, const std::string& text) {
  for (auto _ : state) benchmark::DoNotOptimize(claimbase::read_document(text, {.language = "", .format = format}));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

std::string markdown() {
  return repeated("---\ntitle: Zinc\n---\n\n", kMarkdown, "[^1]: Baker T. Zinc and skin. Ann Salts. 2019;3:4-9.\n");
}

std::string jats() {
  return repeated("<article article-type=\"research-article\"><body>", kJats, kJatsEnd);
}

void markdown_reader(benchmark::State& state) {
  read_proper(
      state, [](std::string_view text, claimbase::Document& made) { claimbase::reading::read_markdown(text, 0, made); },
      markdown());
}

void jats_reader(benchmark::State& state) {
  read_proper(
      state,
      [](std::string_view text, claimbase::Document& made) { claimbase::reading::read_jats(text, 0, 512, made); },
      jats());
}

void markdown_with_language(benchmark::State& state) {
  read_with_language(state, claimbase::Format::markdown, markdown());
}

void jats_with_language(benchmark::State& state) {
  read_with_language(state, claimbase::Format::jats, jats());
}

BENCHMARK(markdown_reader)->Unit(benchmark::kMillisecond);
BENCHMARK(markdown_with_language)->Unit(benchmark::kMillisecond);
BENCHMARK(jats_reader)->Unit(benchmark::kMillisecond);
BENCHMARK(jats_with_language)->Unit(benchmark::kMillisecond);

}  // namespace
