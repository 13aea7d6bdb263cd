// The lines of a text and the marks that open them: bullets, numbers, '#', '|', "V:" ...
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/language/byte_range.h"

namespace claimbase::reading {

struct Line {
  ByteRange range;           // without white space at either end; empty for a blank line
  std::uint32_t indent = 0;  // columns before it, a tab going to the next multiple of four
};

enum class Mark : std::uint8_t {
  none,
  bullet,
  number,
  hash,
  rule,
  underline,
  pipe_row,
  pipe_rule,
  footnote,
  bracket,
  image,
  tag,
  fence
};

struct MarkedLine {
  Mark mark = Mark::none;
  ByteRange content;  // behind the mark; for an image its alternative text, for a tag the whole line
  int number = 0;     // number, footnote, bracket
  int depth = 0;      // hash: 1..6; number "2.3": 2; underline: 1 ('=') or 2 ('-')
};

/// The byte offset of each line's first byte. Lines end in LF, CRLF or CR.
[[nodiscard]] std::vector<std::uint32_t> find_line_starts(std::string_view text);

/// The lines of `text` from byte `begin` on; element i is line i (lines before `begin` come out blank).
[[nodiscard]] std::vector<Line> split_lines(std::string_view text, const std::vector<std::uint32_t>& starts,
                                            std::uint32_t begin);

/// What opens the line. A quote mark ('>') is skipped. O(length of the mark) but for rules, pipes and images: O(line).
[[nodiscard]] MarkedLine read_mark(std::string_view text, ByteRange range);

}  // namespace claimbase::reading
