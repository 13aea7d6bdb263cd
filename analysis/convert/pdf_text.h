// PDF -> the layout of its words, by poppler's pdftotext. A process of its own: a crash in it costs one file.
#pragma once

#include <string_view>

#include "analysis/document/reader.h"

namespace claimbase {

/// For ReadOptions::convert_pdf. Time and output as in `bounds`, 1 GiB of memory. Rules: "document.no-pdftotext" (names
/// the package), "document.encrypted", "document.malformed", "document.too-slow", "document.too-large",
/// "document.converter-failed" (a crash, or out of memory).
[[nodiscard]] PdfConversion convert_pdf(std::string_view pdf, const ReadBounds& bounds);

}  // namespace claimbase
