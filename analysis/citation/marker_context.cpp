#include "analysis/citation/marker_context.h"

#include "analysis/bibliography/scan.h"
#include "analysis/citation/marker_words.h"

namespace claimbase {

namespace {

constexpr std::size_t kLongestToken = 64;

}  // namespace

std::string_view word_before(std::string_view text, std::size_t position) {
  auto begin = position;
  while (begin > 0 && position - begin < kLongestToken) {
    const auto c = scan::before(text, begin);
    const bool inner = (scan::is_dash(c.value) || c.value == '\'' || c.value == 0x2019) && begin < position &&
                       scan::is_letter(scan::before(text, begin - c.size).value);
    if (!scan::is_letter(c.value) && !inner) break;
    begin -= c.size;
  }
  return text.substr(begin, position - begin);
}

std::string_view token_before(std::string_view text, std::size_t position) {
  auto begin = position;
  while (begin > 0 && position - begin < kLongestToken && !scan::is_space(text[begin - 1])) --begin;
  return text.substr(begin, position - begin);
}

std::string_view next_word(std::string_view text, std::size_t position) {
  if (position >= text.size() || text[position] != ' ') return {};
  auto end = position + 1;
  while (end < text.size() && end - position < kLongestToken) {
    const auto c = scan::at(text, end);
    if (!scan::is_word(c.value) && c.value != '%') break;
    end += c.size;
  }
  return text.substr(position + 1, end - position - 1);
}

bool is_quantity(std::string_view text, std::size_t end) {
  const auto word = next_word(text, end);
  if (word.empty()) return false;
  if (is_marker_word(word, MarkerWord::symbol)) return true;
  if (scan::is_upper(scan::at(word, 0).value)) return false;  // opens the next sentence
  if (is_marker_word(word, MarkerWord::unit)) return true;
  const auto behind = next_word(text, end + 1 + word.size());
  return is_marker_word(word, MarkerWord::range) && !behind.empty() && scan::is_digit(behind.front());
}

bool starts_sentence(std::string_view text, std::size_t position) {
  if (position >= text.size() || text[position] == '\n' || text[position] == '\r') return true;
  auto i = position;
  while (i < text.size() && (text[i] == ' ' || text.substr(i).starts_with("\xC2\xA0"))) i += text[i] == ' ' ? 1 : 2;
  if (i >= text.size() || text[i] == '\n') return true;
  const auto c = scan::at(text, i).value;
  return i > position && (scan::is_upper(c) || scan::is_open_quote(c));
}

bool is_address(std::string_view token) {
  constexpr auto kNone = std::string_view::npos;
  const bool path = token.find('/') != kNone && token.find_first_of(".:") != kNone;  // "and/or" is none
  return path || token.find_first_of("@=_{") != kNone || token.find("www.") != kNone;
}

bool has_greek(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto c = scan::at(text, i);
    if (c.value >= 0x370 && c.value <= 0x3FF) return true;
    i += c.size;
  }
  return false;
}

}  // namespace claimbase
