// Tables whose cells a web page's copy glued together.
#pragma once

#include "analysis/document/table.h"

namespace claimbase::reading {

/// Where one cell may end and the next begin. The stronger, the less likely it is to be inside a word.
struct Cut {
  std::uint32_t at = 0;
  int strength =
      0;  // 3 "actieOnt", ")Ver"; 2 "ieATP", "maanden85"; 1 only where the table's columns ask for it: "B6Zalm"
};

/// The possible cuts in text[line], in order; none inside names of corpus/document/camel_names.tsv. O(line).
[[nodiscard]] std::vector<Cut> find_cuts(std::string_view text, ByteRange line);

/// Two adjacent lines or more with a cut each; the first is the header where it is short.
[[nodiscard]] Table read_glued_table(std::string_view text, const std::vector<Line>& lines, std::size_t first);

}  // namespace claimbase::reading
