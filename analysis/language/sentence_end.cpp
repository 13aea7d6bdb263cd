#include "analysis/language/sentence_end.h"

#include <unicode/uchar.h>

#include "analysis/language/utf8.h"

namespace claimbase {
namespace {

constexpr std::size_t kLongestMarker = 40;  // bytes: "11,12,13-19"

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_superscript_digit(char32_t c) {
  return c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}

bool is_dash(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015);
}

/// "11,12" or "3-5" glued to a full stop; ends where the digits and what joins them end. `at` itself where there is
/// none.
std::size_t glued_numbers(std::string_view text, std::size_t at) {
  std::size_t end = at;
  for (std::size_t next = at; next < text.size() && next - at < kLongestMarker;) {
    if (is_digit(text[next])) {
      end = ++next;
      continue;
    }
    const CodePoint point = decode_utf8(text, next);
    const bool joins = text[next] == ',' || is_dash(point.value);
    if (end == at || !joins || next + point.size >= text.size() || !is_digit(text[next + point.size])) break;
    next += point.size;
  }
  // A unit or a word after the digits means that they are no marker: "0.5mg".
  if (end > at && end < text.size()) {
    const CodePoint point = decode_utf8(text, end);
    if (u_isalpha(static_cast<UChar32>(point.value)) != 0 && u_isupper(static_cast<UChar32>(point.value)) == 0)
      return at;
    if (text[end] == '%') return at;
  }
  return end;
}

/// A full stop inside a number, whatever follows: "1.000 IE", "25.000 Da", "0.5 MJ". A year before it is none: "in
/// 2018.12 De" ends with a marker.
bool is_in_number(std::string_view text, std::size_t stop) {
  constexpr std::size_t kGroup = 3;  // digits between separators of thousands
  std::size_t begin = stop;
  while (begin > 0 && is_digit(text[begin - 1])) --begin;
  std::size_t end = stop + 1;
  while (end < text.size() && is_digit(text[end])) ++end;
  const std::size_t before = stop - begin;
  const std::size_t after = end - stop - 1;
  if (before == 0 || after == 0 || text[stop] != '.') return false;
  if (before == 1 && text[begin] == '0') return true;
  const bool goes_on = begin >= 2 && text[begin - 1] == '.' && is_digit(text[begin - 2]);  // "1.000.000"
  return before <= kGroup && after == kGroup && (text[begin] != '0' || goes_on);
}

/// "[3]", "[3, 4-6]", "[^2]", and "[^name]" of a footnote in Markdown.
std::size_t bracketed_numbers(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '[') return at;
  if (text.substr(at).starts_with("[^")) {
    const std::size_t end = text.substr(at, kLongestMarker).find_first_of("] ");
    if (end != std::string_view::npos && text[at + end] == ']') return at + end + 1;
  }
  bool digit = false;
  for (std::size_t next = at + 1; next < text.size() && next - at < kLongestMarker;) {
    if (text[next] == ']') return digit ? next + 1 : at;
    const CodePoint point = decode_utf8(text, next);
    const bool fits = is_digit(text[next]) || text[next] == '^' || text[next] == ',' || text[next] == ' ' ||
                      text[next] == ';' || is_dash(point.value);
    if (!fits) return at;
    digit = digit || is_digit(text[next]);
    next += point.size;
  }
  return at;
}

}  // namespace

bool is_terminator(char32_t c) {
  if (c < 0x80) return c == '.' || c == '!' || c == '?';
  if (c == 0x2026) return true;
  const auto kind = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_SENTENCE_BREAK);
  return kind == U_SB_STERM || kind == U_SB_ATERM;
}

bool is_closing(char32_t c) {
  if (c < 0x80) return c == ')' || c == ']' || c == '}' || c == '"' || c == '\'' || c == '*' || c == '_';
  return c == 0x2019 || c == 0x201D || c == 0xBB || c == 0x203A ||
         u_charType(static_cast<UChar32>(c)) == U_END_PUNCTUATION;
}

bool is_opening(char32_t c) {
  if (c < 0x80) return c == '(' || c == '[' || c == '{' || c == '"' || c == '\'' || c == '*' || c == '_';
  return c == 0x2018 || c == 0x201C || c == 0x201A || c == 0x201E || c == 0xAB || c == 0x2039 || c == 0xBF ||
         c == 0xA1 || u_charType(static_cast<UChar32>(c)) == U_START_PUNCTUATION;
}

std::size_t sentence_tail(std::string_view text, std::size_t stop) {
  if (is_in_number(text, stop)) return stop + 1;
  std::size_t at = stop;
  while (at < text.size()) {
    if (at > stop) {
      std::size_t marker = glued_numbers(text, at);
      if (marker == at) marker = bracketed_numbers(text, at);
      if (marker == at && text[at] == ' ') {
        marker = bracketed_numbers(text, at + 1);
        if (marker == at + 1) marker = at;
      }
      if (marker > at) {
        at = marker;
        continue;
      }
    }
    const CodePoint point = decode_utf8(text, at);
    if (!is_terminator(point.value) && !is_closing(point.value) && !is_superscript_digit(point.value)) break;
    at += point.size;
  }
  return at;
}

}  // namespace claimbase
