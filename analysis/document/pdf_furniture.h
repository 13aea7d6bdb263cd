// Running headers and footers, and page numbers.
#pragma once

#include "analysis/document/pdf_layout.h"

namespace claimbase::reading {

/// Takes out, from the edges of each page inwards, lines in the margins that stand on several pages at the same place,
/// digits aside, numbers that stand there alone, and what stands beside such a number, away from the text. Sorts the
/// lines of each page by height. O(lines log lines).
void drop_furniture(PdfLayout& layout);

}  // namespace claimbase::reading
