// Lines in reading order -> paragraphs, headings, items of lists, rows of tables, footnotes.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/document/pdf_order.h"

namespace claimbase::reading {

enum class PdfKind : std::uint8_t { text, title, heading, item, note, row };

struct PdfParagraph {
  PdfKind kind = PdfKind::text;
  int level = 0;               // heading: from 1; item: depth from 0
  int number = 0;              // of an item or note; 0: none
  bool header = false;         // of a row: its table's header
  std::vector<PdfLine> lines;  // of a row: its cells
};

/// By size (headings are larger than most of the text), gaps, indents, and whether a line ended before it had to. A
/// paragraph goes on in the next column or page where its sentence does. O(items log items).
[[nodiscard]] std::vector<PdfParagraph> paragraphs_of(std::vector<PdfItem> items);

}  // namespace claimbase::reading
