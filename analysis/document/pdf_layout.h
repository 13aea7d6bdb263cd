// The pages of a PDF as pdftotext -bbox-layout gives them: words with their places. Lengths are points, y grows
// downwards.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/document/office_xml.h"

namespace claimbase::reading {

struct PdfBox {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  [[nodiscard]] double height() const { return bottom - top; }
  [[nodiscard]] double width() const { return right - left; }
  [[nodiscard]] double middle() const { return (top + bottom) / 2; }
};

/// The smallest box around both.
[[nodiscard]] PdfBox join(const PdfBox& a, const PdfBox& b);

struct PdfWord {
  PdfBox box;
  std::string text;          // UTF-8, ligatures taken apart
  bool raised = false;       // smaller and higher than the line it stands in
  std::uint32_t source = 0;  // of its first byte: see PdfReader
};

/// Words of one line from left to right, without a gap as between columns.
struct PdfLine {
  PdfBox box;       // of the words of its main size
  double size = 0;  // the height that most of its characters have
  std::vector<PdfWord> words;
  int page = 0;
};

struct PdfPage {
  double width = 0;
  double height = 0;
  std::vector<PdfLine> lines;
};

struct PdfLayout {
  std::string title;  // of the document's properties
  std::string date;   // of its making, ISO 8601
  std::vector<PdfPage> pages;
};

/// Takes the XHTML apart; text that stands on its side is left out. Linear.
[[nodiscard]] XmlFault parse_layout(std::string_view xhtml, PdfLayout& layout);

/// Box and size from the words, and which of them are raised.
void measure(PdfLine& line);

/// The words of a line, as they are read: a space where there is a gap.
[[nodiscard]] std::string words_of(const PdfLine& line);
/// Whether there is a space between two words of a line.
[[nodiscard]] bool is_spaced(const PdfWord& left, const PdfWord& right);

}  // namespace claimbase::reading
