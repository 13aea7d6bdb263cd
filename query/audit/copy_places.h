// Where a range of a document's text stands in its source, for people and editors.
#pragma once

#include "query/audit/report.h"

namespace claimbase {

/// Line and column of `text` (bytes of file.document.text) in the source. O(log runs) and the length of the line. For
/// formats without lines (DOCX, PDF) the line is a paragraph or page, and columns are 1.
[[nodiscard]] CopySpan place_of(const AuditedFile& file, ByteRange text);

}  // namespace claimbase
