// Small readings of UTF-8 that the parsers of references and citations share. All are linear and safe on any bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "analysis/language/byte_range.h"

namespace claimbase::scan {

[[nodiscard]] constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// One code point and the bytes it takes; invalid bytes read as U+FFFD, one byte each. `size` 0: at or past the end.
struct CodePoint {
  char32_t value = 0;
  std::size_t size = 0;
};
[[nodiscard]] CodePoint at_beyond_ascii(std::string_view text, std::size_t position);
[[nodiscard]] inline CodePoint at(std::string_view text, std::size_t position) {
  if (position >= text.size()) return {};
  const auto byte = static_cast<unsigned char>(text[position]);
  return byte < 0x80 ? CodePoint{byte, 1} : at_beyond_ascii(text, position);
}
/// The code point that ends just before `position`.
[[nodiscard]] CodePoint before(std::string_view text, std::size_t position);

// ICU's answers.
[[nodiscard]] bool is_letter_beyond_ascii(char32_t c);
[[nodiscard]] bool is_upper_beyond_ascii(char32_t c);
[[nodiscard]] bool is_lower_beyond_ascii(char32_t c);
[[nodiscard]] bool is_word_beyond_ascii(char32_t c);

[[nodiscard]] inline bool is_upper(char32_t c) {
  return c < 0x80 ? c >= 'A' && c <= 'Z' : is_upper_beyond_ascii(c);
}
[[nodiscard]] inline bool is_lower(char32_t c) {
  return c < 0x80 ? c >= 'a' && c <= 'z' : is_lower_beyond_ascii(c);
}
[[nodiscard]] inline bool is_letter(char32_t c) {
  return c < 0x80 ? (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z' : is_letter_beyond_ascii(c);
}
[[nodiscard]] inline bool is_word(char32_t c) {  // a letter, a digit or a mark
  return c < 0x80 ? is_letter(c) || (c >= '0' && c <= '9') : is_word_beyond_ascii(c);
}
[[nodiscard]] bool is_dash(char32_t c);        // '-', U+2010..U+2015, U+2212
[[nodiscard]] bool is_open_quote(char32_t c);  // also the straight ones
[[nodiscard]] bool is_close_quote(char32_t c);

[[nodiscard]] std::string_view trim(std::string_view text);
/// Also without the given ASCII characters at both ends.
[[nodiscard]] std::string_view trim(std::string_view text, std::string_view also);
/// White space of every kind (also U+00A0) runs to one space, none at the ends.
[[nodiscard]] std::string one_line(std::string_view text);

/// A number of at most nine digits that starts at `position`; digits 0: none there.
struct Number {
  int value = 0;
  std::size_t digits = 0;
};
[[nodiscard]] Number number_at(std::string_view text, std::size_t position);
/// 1800 to 2099, four digits.
[[nodiscard]] bool is_year(Number number);
[[nodiscard]] std::size_t letters(std::string_view text);

}  // namespace claimbase::scan
