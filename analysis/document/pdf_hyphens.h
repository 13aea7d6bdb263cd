// How the last word of a line goes on in the next line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "analysis/document/pdf_paragraphs.h"

namespace claimbase::reading {

enum class LineJoin : std::uint8_t {
  space,  // two words
  keep,   // one, its hyphen or slash kept: "vitamine-" "D", an address
  drop    // one, cut by a hyphen: "be-" "handeling"
};

class PdfHyphens {
 public:
  /// Learns the document's words that stand inside lines. Linear.
  explicit PdfHyphens(const std::vector<PdfParagraph>& paragraphs);

  /// A hyphen before a small letter is dropped, unless the document has the word with it ("dubbel-blind") inside a
  /// line; before "en", "of", "and" ... (corpus/document/hyphen_words.tsv) it stands for what was left out.
  [[nodiscard]] LineJoin between(std::string_view left, std::string_view right) const;

 private:
  std::unordered_set<std::string> hyphened_;
};

}  // namespace claimbase::reading
