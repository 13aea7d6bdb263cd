// Lines and columns of a source, and back to its bytes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "query/audit/report.h"

namespace claimbase {

/// The lines of `source` (ended by LF, CRLF or CR alone, as readers count them), which must outlive it. A character is
/// a code point, or a byte that belongs to none.
class SourceLines {
 public:
  explicit SourceLines(std::string_view source);

  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(starts_.size()); }
  /// The first byte of line `line`, from 1; the end of the source where there is no such line.
  [[nodiscard]] std::uint32_t start(std::uint32_t line) const;
  /// Without its line end; empty where there is no such line.
  [[nodiscard]] std::string_view text(std::uint32_t line) const;
  /// Those of a range that lie in the source.
  [[nodiscard]] std::string_view bytes(ByteRange range) const;
  [[nodiscard]] std::uint32_t line_of(std::uint32_t byte) const;
  /// Line and column of a range of bytes; `text` stays empty.
  [[nodiscard]] CopySpan span(ByteRange bytes) const;
  /// How many characters stand before `byte`.
  [[nodiscard]] std::uint32_t characters_before(std::uint32_t byte) const;

 private:
  [[nodiscard]] std::uint32_t column_of(std::uint32_t byte, std::uint32_t line) const;
  std::string_view source_;
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> characters_;  // before each kStride bytes, at the next character
};

}  // namespace claimbase
