// Folding of the code points that Dutch and English text is made of, one at a time, from a table.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace claimbase {

/// The folded UTF-8 of one code point: at most 7 bytes.
struct FoldedPoint {
  std::array<char, 7> bytes{};
  std::uint8_t size = 0;
};

/// Code points below this limit and those of General Punctuation (U+2010..U+2027) fold by themselves, whatever stands
/// beside them; any other needs the whole string (combining marks, Hangul).
constexpr char32_t kFoldTableLimit = 0x250;

[[nodiscard]] constexpr bool folds_alone(char32_t c) {
  return c < kFoldTableLimit || (c >= 0x2010 && c <= 0x2027);
}

/// `c` must fold alone. The table is made once from fold_by_icu, so that both ways agree.
[[nodiscard]] const FoldedPoint& folded_point(char32_t c);

/// NFKC_Casefold, without combining marks of Latin, Greek and Cyrillic, letters with strokes as their plain letter,
/// dashes to '-', typographic quotes to ' and ". White space is not collapsed here. Bytes that are not UTF-8 become
/// U+FFFD.
[[nodiscard]] std::string fold_by_icu(std::string_view utf8);

/// As fold_by_icu, by the table where every code point folds alone; appended to `out`.
void fold_characters(std::string_view utf8, std::string& out);

}  // namespace claimbase
