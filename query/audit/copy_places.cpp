#include "query/audit/copy_places.h"

#include <algorithm>

#include "schema/position.h"

namespace claimbase {
namespace {

struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

// Code points of text[begin, end), from 1: bytes that go on a character do not count.
std::uint32_t column_in(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  const std::string_view before = text.substr(begin, std::max(end, begin) - begin);
  return 1 + static_cast<std::uint32_t>(std::ranges::count_if(
                 before, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

LineColumn line_column(const AuditedFile& file, std::uint32_t source) {
  const Document& document = file.document;
  // Text that is its own source may have been converted from another encoding: its bytes are the document's.
  const std::string_view text = document.source_map.empty() ? std::string_view(document.text) : file.source;
  const auto next = std::ranges::upper_bound(document.line_starts, source);
  if (next == document.line_starts.begin()) return {};
  const auto line = static_cast<std::uint32_t>(next - document.line_starts.begin());
  const std::uint32_t start = *(next - 1);
  const auto end = std::min<std::size_t>(source, text.size());
  return {line, start <= end ? column_in(text, start, static_cast<std::uint32_t>(end)) : 1};
}

}  // namespace

CopySpan place_of(const AuditedFile& file, ByteRange text) {
  CopySpan span;
  span.text = text;
  span.source = file.document.source_of(text);
  if (position_unit(file.document.format) != "line") {
    span.line = file.document.line_of(text.begin);
    span.end_line = file.document.line_of(text.end > text.begin ? text.end - 1 : text.begin);
    return span;
  }
  const LineColumn begin = line_column(file, span.source.begin);
  const LineColumn end = line_column(file, span.source.end);
  span.line = begin.line;
  span.column = begin.column;
  span.end_line = end.line;
  span.end_column = end.column;
  return span;
}

}  // namespace claimbase
