// Reading DOCX and the layout of PDF, in bytes a second: of the inflated document.xml, and of pdftotext's XHTML. What
// pdftotext itself costs is not in it.
#include <benchmark/benchmark.h>

#include <string>

#include "analysis/document/reader.h"
#include "tests/document/docx_file.h"
#include "tests/document/pdf_pages.h"

namespace {

constexpr std::size_t kSize = 2 * 1024 * 1024;

std::string body_of_a_document() {
  std::string body;
  while (body.size() < kSize) {
    body += claimbase::paragraph_of("Zinc and the skin", "<w:outlineLvl w:val='0'/>");
    for (int i = 0; i < 4; ++i) {
      body += "<w:p>" +
              claimbase::run_of(
                  "Zinc was given to forty people with acne, and the skin of most of them became better "
                  "within twelve weeks.") +
              claimbase::run_of("1", "<w:vertAlign w:val='superscript'/>") +
              claimbase::run_of(" A lack of zinc delays the healing of wounds, as others have found.") + "</w:p>";
    }
  }
  return body;
}

std::string pages_of_a_layout() {
  claimbase::PdfPages pages;
  while (pages.xhtml().size() < kSize) {
    for (int page = 0; page < 20; ++page) {
      pages.page().line(60, 30, "Journal of Zinc");
      for (int line = 0; line < 50; ++line) {
        pages.line(60, 100 + 12 * line,
                   "Zinc was given to forty people with acne, and the skin of most of them became");
      }
      pages.line(290, 810, std::to_string(page));
    }
  }
  return pages.xhtml();
}

void read_docx(benchmark::State& state) {
  const std::string body = body_of_a_document();
  const std::string bytes = claimbase::docx_of({.body = body});
  for (auto _ : state) benchmark::DoNotOptimize(claimbase::read_document(bytes, {.language = "en"}));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(body.size()));
}
BENCHMARK(read_docx)->Unit(benchmark::kMillisecond);

void read_pdf_layout(benchmark::State& state) {
  const std::string xhtml = pages_of_a_layout();
  const auto convert = [&](std::string_view, const claimbase::ReadBounds&) {
    return claimbase::PdfConversion{xhtml, {}, {}};
  };
  for (auto _ : state)
    benchmark::DoNotOptimize(claimbase::read_document("%PDF-1.7", {.language = "en", .convert_pdf = convert}));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(xhtml.size()));
}
BENCHMARK(read_pdf_layout)->Unit(benchmark::kMillisecond);

}  // namespace
