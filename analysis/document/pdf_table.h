// Tables without lines: rows whose short pieces stand below one another.
#pragma once

#include <cstddef>
#include <vector>

#include "analysis/document/pdf_order.h"
#include "analysis/document/pdf_rows.h"

namespace claimbase::reading {

/// How many rows from `first` on are a table: 0, or at least two. Appends them, cut into cells, to `items`; a row that
/// goes on in later columns only is part of the one above. O(rows looked at).
std::size_t take_table(const std::vector<PdfRow>& rows, std::size_t first, std::vector<PdfItem>& items);

}  // namespace claimbase::reading
