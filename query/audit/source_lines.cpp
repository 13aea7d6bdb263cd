#include "query/audit/source_lines.h"

#include <algorithm>

#include "analysis/document/line.h"
#include "analysis/language/utf8.h"

namespace claimbase {
namespace {

constexpr std::uint32_t kStride = 4096;

std::uint32_t characters_between(std::string_view source, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t count = 0;
  for (std::uint32_t at = begin; at < end; at += decode_utf8(source, at).size) ++count;
  return count;
}

}  // namespace

SourceLines::SourceLines(std::string_view source) : source_(source), starts_(reading::find_line_starts(source)) {
  // Of each block of kStride bytes: where its first character begins, and how many stand before.
  std::uint32_t count = 0;
  std::uint32_t next = 0;
  characters_.reserve(2 * (source.size() / kStride + 1));
  for (std::uint32_t at = 0; at < source.size(); at += decode_utf8(source, at).size) {
    if (at >= next) {
      characters_.push_back(at);
      characters_.push_back(count);
      next = (at / kStride + 1) * kStride;
    }
    ++count;
  }
}

std::uint32_t SourceLines::start(std::uint32_t line) const {
  const auto end = static_cast<std::uint32_t>(source_.size());
  return line == 0 || line > starts_.size() ? end : std::min(starts_[line - 1], end);
}

std::string_view SourceLines::text(std::uint32_t line) const {
  std::string_view text = source_.substr(start(line), line == 0 ? 0 : start(line + 1) - start(line));
  while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

std::string_view SourceLines::bytes(ByteRange range) const {
  const auto size = static_cast<std::uint32_t>(source_.size());
  const std::uint32_t begin = std::min(range.begin, size);
  return source_.substr(begin, std::clamp(range.end, begin, size) - begin);
}

std::uint32_t SourceLines::line_of(std::uint32_t byte) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), byte);
  return static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(after - starts_.begin(), 1));
}

std::uint32_t SourceLines::characters_before(std::uint32_t byte) const {
  byte = std::min(byte, static_cast<std::uint32_t>(source_.size()));
  if (characters_.empty()) return 0;
  std::size_t block = 2 * std::min<std::size_t>(byte / kStride, characters_.size() / 2 - 1);
  if (characters_[block] > byte) block -= 2;  // inside a character that begins in the block before
  return characters_[block + 1] + characters_between(source_, characters_[block], byte);
}

std::uint32_t SourceLines::column_of(std::uint32_t byte, std::uint32_t line) const {
  return characters_before(byte) - characters_before(start(line)) + 1;
}

CopySpan SourceLines::span(ByteRange bytes) const {
  CopySpan span;
  const auto size = static_cast<std::uint32_t>(source_.size());
  span.source = {std::min(bytes.begin, size), std::min(std::max(bytes.begin, bytes.end), size)};
  span.line = line_of(span.source.begin);
  span.column = column_of(span.source.begin, span.line);
  span.end_line = span.source.empty() ? span.line : line_of(span.source.end - 1);
  span.end_column = column_of(span.source.end, span.end_line);
  return span;
}

}  // namespace claimbase
