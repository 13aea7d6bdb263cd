// How large most of a document's text is set, and how far apart its lines stand.
#pragma once

#include <vector>

#include "analysis/document/pdf_order.h"

namespace claimbase::reading {

struct PdfParagraph;

class PdfSizes {
 public:
  explicit PdfSizes(const std::vector<PdfItem>& items);

  /// The size that most characters have; never 0.
  [[nodiscard]] double body() const { return body_; }
  /// From one line of the body to the next; never 0.
  [[nodiscard]] double pitch() const { return pitch_; }
  /// Larger than other fonts of the body's size are.
  [[nodiscard]] bool is_heading(double size) const { return size > 1.12 * body_; }

 private:
  double body_ = 1;
  double pitch_ = 1;
};

/// The largest heading is the title, if it is the only one of its size and on the first page; the sizes of the others
/// give their levels.
void rank_headings(std::vector<PdfParagraph>& paragraphs);

}  // namespace claimbase::reading
