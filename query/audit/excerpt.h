// Lines of the copy with carets under what is meant, as compilers print them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "query/audit/report.h"

namespace claimbase {

/// A line made safe for a terminal, and the marks under it.
struct Excerpt {
  std::string text;
  std::string marks;  // spaces and carets; empty where nothing is marked
};

/// About `width` columns of `line` around its bytes `marked`, cut with an ellipsis at either side. Control characters
/// and bytes that are no UTF-8 become U+FFFD, tabs a space, so that each character keeps its column; combining
/// characters take none, wide ones two. O(width), however long the line is.
[[nodiscard]] Excerpt excerpt_of(std::string_view line, ByteRange marked, std::size_t width);

/// Columns that a character takes on a terminal: 0, 1 or 2.
[[nodiscard]] int columns_of(char32_t character);

}  // namespace claimbase
