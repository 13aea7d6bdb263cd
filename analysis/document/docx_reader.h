// DOCX: Office Open XML in a ZIP archive (ECMA-376).
#pragma once

#include <string_view>

#include "analysis/document/reader.h"

namespace claimbase::reading {

/// Blocks, marks, anchors and metadata into `document`, languages of blocks excepted. The source of its words is the
/// text of all paragraphs in reading order, a line each: `line_starts` are theirs. A fault is a diagnostic of severity
/// error and no block.
void read_docx(std::string_view bytes, const ReadOptions& options, Document& document);

}  // namespace claimbase::reading
