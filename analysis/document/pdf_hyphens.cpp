#include "analysis/document/pdf_hyphens.h"

#include <algorithm>

#include "analysis/document/text_shape.h"
#include "analysis/language/resources.h"
#include "analysis/language/unicode.h"

namespace claimbase::reading {
namespace {

std::size_t hyphen_length(std::string_view word) {
  if (word.ends_with("\xC2\xAD")) return 2;
  if (word.ends_with("\xE2\x80\x90")) return 3;
  return word.ends_with('-') ? 1 : 0;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Letters, digits and hyphens, folded, without what stands around them.
std::string bare(std::string_view word) {
  std::string made;
  for (const char c : fold(word)) {
    if (c == '-' || is_digit(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) made += c;
  }
  return made;
}

bool is_address(std::string_view word) {
  return word.find("://") != std::string_view::npos || word.find("www.") != std::string_view::npos ||
         word.find("10.1") != std::string_view::npos || word.find("doi.org") != std::string_view::npos;
}

const std::unordered_set<std::string_view>& words_behind_hyphens() {
  static const std::unordered_set<std::string_view> words = [] {
    std::unordered_set<std::string_view> made;
    for (const auto& row : tsv_rows(resource("document/hyphen_words.tsv"))) made.insert(row.at(0));
    return made;
  }();
  return words;
}

}  // namespace

PdfHyphens::PdfHyphens(const std::vector<PdfParagraph>& paragraphs) {
  for (const PdfParagraph& paragraph : paragraphs) {
    for (const PdfLine& line : paragraph.lines) {
      for (const PdfWord& word : line.words) {
        if (word.text.find('-') == std::string::npos) continue;
        std::string key = bare(word.text);
        if (!key.ends_with('-')) hyphened_.insert(std::move(key));
      }
    }
  }
}

LineJoin PdfHyphens::between(std::string_view left, std::string_view right) const {
  const std::size_t hyphen = hyphen_length(left);
  if (is_address(left) && (hyphen != 0 || left.ends_with('/') || left.ends_with('_') || left.ends_with('=')))
    return LineJoin::keep;
  if (hyphen == 0 || left.size() == hyphen) return LineJoin::space;
  if (is_digit(left[left.size() - hyphen - 1]) || is_digit(right.front())) return LineJoin::keep;
  if (!starts_lower(right)) return starts_upper(right) ? LineJoin::keep : LineJoin::space;
  if (words_behind_hyphens().contains(bare(right))) return LineJoin::space;
  if (hyphen != 2 && hyphened_.contains(bare(left.substr(0, left.size() - hyphen)) + "-" + bare(right)))
    return LineJoin::keep;
  return LineJoin::drop;
}

}  // namespace claimbase::reading
