#include "analysis/document/outline.h"

#include <fmt/format.h>

#include <iterator>

#include "analysis/language/unicode.h"

namespace claimbase {
namespace {

std::string beginning(std::string_view text, std::size_t points) {
  std::size_t end = 0;
  for (; end < text.size(); ++end) {
    const bool starts_point = (static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U;
    if (starts_point && points-- == 0) break;
  }
  std::string out = printable(text.substr(0, end));
  for (char& c : out) {
    if (c == '\n' || c == '\t') c = ' ';
  }
  return out;
}

std::string describe(const Document& document, const Block& block) {
  std::string out(to_string(block.kind));
  auto to = std::back_inserter(out);
  if (block.role != BlockRole::content) fmt::format_to(to, " {}", to_string(block.role));
  if (block.level != 0) fmt::format_to(to, " level {}", block.level);
  if (block.number != 0) fmt::format_to(to, " number {}", block.number);
  if (block.heading >= 0) fmt::format_to(to, " under {}", block.heading);
  if (block.lead_in >= 0) fmt::format_to(to, " lead-in {}", block.lead_in);
  if (block.language != document.language) fmt::format_to(to, " language {}", block.language);
  return out;
}

}  // namespace

std::string outline(const Document& document) {
  std::string out;
  auto to = std::back_inserter(out);
  const auto field = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) fmt::format_to(to, "{}: {}\n", name, printable(value));
  };
  field("title", document.title);
  field("alternative title", document.alternative_title);
  field("date", document.date);
  field("publisher", document.publisher);
  field("url", document.url);
  field("language", document.language);
  field("encoding", document.encoding);
  for (const Diagnostic& diagnostic : document.diagnostics)
    fmt::format_to(to, "{}: {}\n", diagnostic.rule, diagnostic.message);
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    fmt::format_to(to, "{:>4} {:>4}  {}: ", i, document.line_of(block.range.begin), describe(document, block));
    if (block.cells.empty()) out += beginning(block.range.of(document.text), 60);
    for (const ByteRange cell : block.cells) fmt::format_to(to, "[{}]", beginning(cell.of(document.text), 30));
    out += '\n';
  }
  return out;
}

}  // namespace claimbase
