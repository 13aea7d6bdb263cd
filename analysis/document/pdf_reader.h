// PDF: the layout that pdftotext finds in it.
#pragma once

#include <string_view>

#include "analysis/document/reader.h"

namespace claimbase::reading {

/// Blocks, marks and metadata into `document`, languages of blocks excepted, from the XHTML of pdftotext -bbox-layout.
/// The source of its words is the text of the pages in their order: `line_starts` are the pages'. A fault is a
/// diagnostic of severity error and no block.
void read_pdf_layout(std::string_view xhtml, Document& document);

/// The same from the PDF, converted by `options.convert_pdf`.
void read_pdf(std::string_view bytes, const ReadOptions& options, Document& document);

}  // namespace claimbase::reading
