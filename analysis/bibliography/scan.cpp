#include "analysis/bibliography/scan.h"

#include <unicode/uchar.h>

#include "analysis/language/utf8.h"

namespace claimbase::scan {

namespace {

UChar32 icu(char32_t c) {
  return static_cast<UChar32>(c);
}

}  // namespace

CodePoint at_beyond_ascii(std::string_view text, std::size_t position) {
  const auto c = decode_utf8(text, position);
  return {c.value, c.size};
}

CodePoint before(std::string_view text, std::size_t position) {
  if (position == 0 || position > text.size()) return {};
  const auto c = decode_utf8_before(text, position);
  return {c.value, c.size};
}

bool is_letter_beyond_ascii(char32_t c) {
  return u_isalpha(icu(c)) != 0;
}
bool is_upper_beyond_ascii(char32_t c) {
  return u_isupper(icu(c)) != 0 || u_istitle(icu(c)) != 0;
}
bool is_lower_beyond_ascii(char32_t c) {
  return u_islower(icu(c)) != 0;
}
bool is_word_beyond_ascii(char32_t c) {
  // Raised and lowered digits are numbers to Unicode but never part of a word here: they mark notes and exponents.
  return u_isalpha(icu(c)) != 0 || u_isdigit(icu(c)) != 0 || u_charType(icu(c)) == U_NON_SPACING_MARK;
}
bool is_dash(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}
bool is_open_quote(char32_t c) {
  return c == '"' || c == '\'' || c == '`' || c == 0x201C || c == 0x201E || c == 0x2018 || c == 0x201A || c == 0xAB ||
         c == 0x2033;
}
bool is_close_quote(char32_t c) {
  return c == '"' || c == '\'' || c == 0x201D || c == 0x201C || c == 0x2019 || c == 0xBB || c == 0x2033;
}

std::string_view trim(std::string_view text) {
  return trim(text, "");
}

std::string_view trim(std::string_view text, std::string_view also) {
  const auto out = [also](char c) { return is_space(c) || also.find(c) != std::string_view::npos; };
  while (!text.empty() && out(text.front())) text.remove_prefix(1);
  while (!text.empty() && out(text.back())) text.remove_suffix(1);
  return text;
}

std::string one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  bool gap = false;
  for (std::size_t i = 0; i < text.size();) {
    const auto visible = [&](std::size_t place) {
      return place < text.size() && text[place] > ' ' && text[place] < '\x7F';
    };
    auto end = i;
    while (visible(end) || (end > i && end < text.size() && text[end] == ' ' && visible(end + 1))) ++end;
    const auto c = at(text, end);
    if (end == i && u_isUWhiteSpace(icu(c.value)) != 0) {
      gap = !line.empty();
      i += c.size;
      continue;
    }
    if (gap) line += ' ';
    gap = false;
    if (end == i) end += c.size;
    line.append(text.substr(i, end - i));
    i = end;
  }
  return line;
}

Number number_at(std::string_view text, std::size_t position) {
  Number number;
  while (position + number.digits < text.size() && is_digit(text[position + number.digits])) {
    if (number.digits < 9) number.value = number.value * 10 + (text[position + number.digits] - '0');
    ++number.digits;
  }
  if (number.digits > 9) number.value = 999'999'999;
  return number;
}

bool is_year(Number number) {
  return number.digits == 4 && number.value >= 1800 && number.value <= 2099;
}

std::size_t letters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto c = at(text, i);
    if (is_letter(c.value)) ++count;
    i += c.size;
  }
  return count;
}

}  // namespace claimbase::scan
