// Lines of a region that stand side by side.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/document/pdf_layout.h"

namespace claimbase::reading {

using PdfRow = std::vector<PdfLine>;  // from left to right

/// Lines cut at gaps as wide as between columns.
[[nodiscard]] std::vector<PdfLine> cut_at_gaps(std::vector<PdfLine> lines);

/// From top to bottom; what belongs together on a row is one line again: a bullet or number and its words, a raised
/// number that pdftotext put apart. O(lines log lines).
[[nodiscard]] std::vector<PdfRow> rows_of(std::vector<PdfLine> lines);

/// "•", "–", "1.", "12)", "[3]", "a)": what opens an item of a list.
[[nodiscard]] bool is_item_mark(std::string_view word);

}  // namespace claimbase::reading
