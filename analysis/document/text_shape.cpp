#include "analysis/document/text_shape.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "analysis/language/utf8.h"

namespace claimbase::reading {
namespace {

constexpr std::size_t kHeadingWords = 20;

UChar32 to_icu(char32_t c) {
  return static_cast<UChar32>(c);
}

bool is_space(UChar32 c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(c) != 0 || c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0x200E || c == 0x200F;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Quotes, brackets, Markdown emphasis, bullets' remains: they stand before the first and after the last character that
// matters.
bool is_wrapping(UChar32 c) {
  if (c > 0 && c < 0x80) return std::string_view("\"'*_`()[]{}").find(static_cast<char>(c)) != std::string_view::npos;
  switch (u_charType(c)) {
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
    case U_START_PUNCTUATION:
    case U_END_PUNCTUATION:
      return true;
    default:
      return c == '"' || c == '\'' || c == '*' || c == '_' || c == '`' || c == 0xBF || c == 0xA1;
  }
}

UChar32 first_letter(std::string_view text) {
  const std::size_t size = std::min<std::size_t>(text.size(), 64);
  for (std::size_t i = 0; i < size;) {
    const CodePoint point = decode_utf8(text, i);
    if (!point.valid) return 0;
    i += point.size;
    const UChar32 c = to_icu(point.value);
    if (c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : u_isalpha(c) != 0) return c;
    if (!is_wrapping(c) && u_isdigit(c) == 0 && !is_space(c)) return 0;
  }
  return 0;
}

// A full stop, question or exclamation mark inside, behind a word of three letters or more and before a capital: two
// sentences.
bool holds_sentence_break(std::string_view text) {
  constexpr std::size_t kShortestWord = 3;
  const auto is_letter = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte | 0x20U) - 'a' < 26U;
  };
  for (const char stop : {'.', '!'}) {
    for (std::size_t at = text.find(stop); at != std::string_view::npos; at = text.find(stop, at + 1)) {
      if (at < kShortestWord || at + 2 >= text.size() || text[at + 1] != ' ') continue;
      const std::string_view word = text.substr(at - kShortestWord, kShortestWord);
      if (std::ranges::all_of(word, is_letter) && starts_upper(text.substr(at + 2))) return true;
    }
  }
  return false;
}

// Without a branch in the loop: the compiler then takes many bytes at a time.
std::size_t count_words(std::string_view text) {
  const auto in_word = [](char c) { return static_cast<unsigned>(c != ' ') & static_cast<unsigned>(c != '\t'); };
  unsigned words = text.empty() ? 0 : in_word(text.front());
  const char* const bytes = text.data();
  for (std::size_t i = 1; i < text.size(); ++i) words += in_word(bytes[i]) & (in_word(bytes[i - 1]) ^ 1U);
  return words;
}

}  // namespace

ByteRange trim(std::string_view text, ByteRange range) {
  const std::string_view inside = text.substr(0, range.end);
  while (range.begin < range.end) {
    const CodePoint point = decode_utf8(inside, range.begin);
    if (!point.valid || !is_space(to_icu(point.value))) break;
    range.begin += point.size;
  }
  while (range.begin < range.end) {
    const CodePoint point = decode_utf8_before(inside, range.end);
    if (!point.valid || !is_space(to_icu(point.value))) break;
    range.end -= point.size;
  }
  return range;
}

std::string_view trim(std::string_view text) {
  return trim(text, {0, static_cast<std::uint32_t>(text.size())}).of(text);
}

std::size_t count_points(std::string_view text, std::size_t limit) {
  text = text.substr(0, std::min(text.size(), 4 * limit));  // no code point is longer than four bytes
  const auto points =
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
  return std::min(static_cast<std::size_t>(points), limit);
}

bool starts_upper(std::string_view text) {
  const UChar32 c = first_letter(text);
  return c != 0 && (u_isupper(c) != 0 || u_istitle(c) != 0);
}

bool starts_lower(std::string_view text) {
  const UChar32 c = first_letter(text);
  return c != 0 && u_islower(c) != 0;
}

// "[^name]" of a footnote in Markdown.
std::string_view without_named_note(std::string_view text) {
  if (!text.ends_with(']')) return text;
  const std::size_t open = text.rfind('[');
  if (open == std::string_view::npos || text[open + 1] != '^') return text;
  return text.substr(0, open);
}

char32_t last_character(std::string_view text) {
  text = without_named_note(text.substr(text.size() - std::min<std::size_t>(text.size(), 64)));
  std::size_t end = text.size();
  char32_t plain = 0;
  while (end > 0) {
    const CodePoint point = decode_utf8_before(text, end);
    if (!point.valid) return 0;
    if (!is_wrapping(to_icu(point.value)) && !is_space(to_icu(point.value))) {
      plain = point.value;
      break;
    }
    end -= point.size;
  }
  if (plain < U'0' || plain > U'9') return plain;
  // Digits: a marker only where sentence punctuation behind a letter or bracket stands before them.
  constexpr std::string_view kMarker = "0123456789,-^[] ";
  constexpr std::string_view kPunctuation = ".:?!";
  while (end > 0 && kMarker.find(text[end - 1]) != std::string_view::npos) --end;
  const bool glued = end >= 2 && kPunctuation.find(text[end - 1]) != std::string_view::npos && !is_digit(text[end - 2]);
  return glued ? static_cast<char32_t>(text[end - 1]) : plain;
}

bool ends_sentence(std::string_view text) {
  const char32_t last = last_character(text);
  return last == U'.' || last == U'!' || last == U'?' || last == U'…';
}

HeadingShape heading_shape(std::string_view text, std::size_t most_points) {
  // Most lines are text, and end as text does: the other questions are asked of few.
  if (text.empty() || text.size() > 4 * most_points) return {};
  const char32_t last = last_character(text);
  if (last == U'.' || last == U',' || last == U';' || last == U':' || last == U'…') return {};
  if (text.size() > most_points && count_points(text, most_points + 1) > most_points) return {};
  if (text.find('\t') != std::string_view::npos || count_words(text) > kHeadingWords) return {};
  if (starts_as_link(text) || holds_sentence_break(text)) return {};
  if (starts_lower(text)) {
    // "7 voordelen", "10x voeding": a digit starts a heading as well as a capital does.
    return is_digit(text.front()) ? HeadingShape{true, false} : HeadingShape{false, true};
  }
  return {starts_upper(text), false};
}

bool starts_as_link(std::string_view text) {
  for (const std::string_view start : {"http://", "https://", "www.", "doi:", "doi.org", "DOI:", "DOI ", "doi "}) {
    if (text.starts_with(start)) return true;
  }
  return false;
}

bool looks_bibliographic(std::string_view text) {
  constexpr std::array<std::string_view, 7> kSigns{"http://", "https://", "www.", "doi", "DOI", "et al", "PMID"};
  text = text.substr(0, 2000);
  std::size_t digits = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : ' ';
    if (is_digit(c)) {
      ++digits;
      continue;
    }
    if (digits == 4) {
      const std::string_view century = text.substr(i - 4, 2);
      if (century == "18" || century == "19" || century == "20") return true;
    }
    digits = 0;
    const bool begins = c == 'h' || c == 'w' || c == 'd' || c == 'D' || c == 'e' || c == 'P';
    if (!begins) continue;
    for (const std::string_view sign : kSigns) {
      if (sign.front() == c && text.substr(i).starts_with(sign)) return true;
    }
  }
  return false;
}

}  // namespace claimbase::reading
