// The order in which the lines of a page are read: columns, tables, bullets.
#pragma once

#include <vector>

#include "analysis/document/pdf_layout.h"

namespace claimbase::reading {

/// A line of text, or a row of a table.
struct PdfItem {
  PdfLine line;                // of a row: all its words
  std::vector<PdfLine> cells;  // of a row, one a column; an empty cell has no words. Empty: no row
  int region = 0;              // a column: lines of one follow one another down the page
  double right = 0;            // where the lines of its region end
};

/// The lines of one page in reading order. `region` counts on from page to page. O(lines log lines).
[[nodiscard]] std::vector<PdfItem> in_reading_order(PdfPage&& page, int& region);

}  // namespace claimbase::reading
