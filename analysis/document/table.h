// Tables in plain text: cells between pipes, between tabs, or glued together by a copy from a web page
// ("BloeddrukVaatontspanning").
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "analysis/document/line.h"

namespace claimbase::reading {

struct TableRow {
  std::size_t line = 0;
  bool header = false;
  std::vector<ByteRange> cells;  // an empty cell is an empty range
};

struct Table {
  std::vector<TableRow> rows;
  std::size_t line_count = 0;  // how many lines it takes, rules included; 0: no table starts here
};

/// The table that starts at lines[first], or one without lines. O(bytes of the table and of two more lines).
[[nodiscard]] Table read_table(std::string_view text, const std::vector<Line>& lines, std::size_t first);

}  // namespace claimbase::reading
