#include "analysis/citation/glued_marker.h"

#include <algorithm>

#include "analysis/bibliography/scan.h"
#include "analysis/citation/marker_numbers.h"
#include "analysis/citation/marker_words.h"

namespace claimbase {

namespace {

constexpr auto kNone = std::string_view::npos;
constexpr std::size_t kLongestToken = 64;

bool ascii_in(char32_t c, std::string_view set) {
  return c != 0 && c < 0x80 && set.find(static_cast<char>(c)) != kNone;
}
bool digit(char32_t c) {
  return c < 0x80 && scan::is_digit(static_cast<char>(c));
}
bool close(char32_t c) {
  return c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == '"' || c == '\'' || c == 0xBB;
}

// What stands between the last white space and `position`, at most kLongestToken bytes of it.
std::string_view token_before(std::string_view text, std::size_t position) {
  auto begin = position;
  while (begin > 0 && position - begin < kLongestToken && !scan::is_space(text[begin - 1])) --begin;
  return text.substr(begin, position - begin);
}

bool is_address(std::string_view token) {
  return token.find('/') != kNone || token.find('@') != kNone || token.find("www.") != kNone ||
         token.find('=') != kNone || token.find('_') != kNone;
}

// The next word after the list, where one space divides them.
std::string_view next_word(std::string_view text, std::size_t position) {
  if (position >= text.size() || text[position] != ' ') return {};
  auto end = position + 1;
  while (end < text.size()) {
    const auto c = scan::at(text, end);
    if (!scan::is_word(c.value) && c.value != '%') break;
    end += c.size;
  }
  return text.substr(position + 1, end - position - 1);
}

bool starts_sentence(std::string_view text, std::size_t position) {
  if (position >= text.size() || text[position] == '\n' || text[position] == '\r') return true;
  auto i = position;
  while (i < text.size() && (text[i] == ' ' || text.substr(i).starts_with("\xC2\xA0"))) i += text[i] == ' ' ? 1 : 2;
  if (i >= text.size() || text[i] == '\n') return true;
  const auto c = scan::at(text, i).value;
  return i > position && (scan::is_upper(c) || scan::is_open_quote(c));
}

bool ends_well(std::string_view text, std::size_t end) {
  const auto after = scan::at(text, end).value;
  return after == 0 || after == ' ' || after == '\n' || after == '\r' || after == '\t' || after == 0xA0 ||
         close(after) || ascii_in(after, ".,;:!?");
}

// Behind a full stop that follows a digit: "in 2021.1 Sindsdien", "type 2.3 Voor", "CO2.2 rose"; mostly a decimal.
Surety after_digit(std::string_view text, std::size_t stop, std::size_t end, bool& accepted) {
  const auto token = token_before(text, stop);
  const auto inner = scan::trim(token, "([\"'");
  const bool sentence = starts_sentence(text, end);
  accepted = false;
  if (inner.find_first_of(".,:") != kNone) return Surety::weak;
  const auto letters = scan::letters(inner);
  if (letters > 0) {
    accepted = scan::is_letter(scan::at(inner, 0).value) && (letters >= 2 || sentence);
    return Surety::strong;
  }
  if (!std::ranges::all_of(inner, scan::is_digit) || inner.empty() || !sentence) return Surety::weak;
  accepted = true;
  const auto number = scan::number_at(inner, 0);
  if (scan::is_year(number) && number.value >= 1900) return Surety::strong;
  auto before = stop - token.size();
  while (before > 0 && text[before - 1] == ' ') --before;
  return is_marker_word(word_before(text, before), MarkerWord::name) ? Surety::strong : Surety::weak;
}

// Behind ". , ; : ! ?"
bool after_punctuation(std::string_view text, std::size_t position, std::size_t end, Surety& surety) {
  const auto stop = position - 1;
  const auto mark = text[stop];
  const auto before = scan::before(text, stop).value;
  if (digit(before)) {
    bool accepted = false;
    if (mark == '.') surety = after_digit(text, stop, end, accepted);
    return accepted && !(end < text.size() && text[end] == '.');
  }
  if (!scan::is_letter(before) && !close(before) && before != '%' && before != 0xB0 && before != 0x2026 &&
      before != '.')
    return false;
  const auto token = token_before(text, stop);
  if (is_address(token) && scan::is_letter(before) &&
      (token.find("www.") != kNone || token.find("://") != kNone || token.find('@') != kNone))
    return false;
  if (mark == '.') {
    const auto word = word_before(text, stop);
    if (scan::is_letter(before) && is_marker_word(word, MarkerWord::abbreviation)) return false;
    if (end < text.size() && text[end] == '.') return false;
    if (scan::letters(word) == 1 && scan::is_lower(before)) return false;  // "v.2"
  }
  if (mark == ':' && scan::is_letter(before) && !starts_sentence(text, end) && scan::at(text, end).value == ' ')
    return false;
  return true;
}

// Behind the word itself: "studie2 duurde". Names end in digits too: those that are known, short, or not in lower case
// are left alone.
bool after_word(std::string_view text, std::size_t position) {
  const auto token = scan::trim(token_before(text, position), "([\"'");
  const auto word = word_before(text, position);
  if (word.empty() || scan::letters(word) < 4 || token.size() > word.size() + 3 || is_address(token)) return false;
  if (is_marker_word(word, MarkerWord::name) || is_marker_word(word, MarkerWord::unit)) return false;
  for (std::size_t i = scan::at(word, 0).size; i < word.size();) {
    const auto c = scan::at(word, i);
    if (!scan::is_lower(c.value) && !scan::is_dash(c.value) && c.value != '\'') return false;
    i += c.size;
  }
  return true;
}

// "higher doses. 1 Forced diuresis": a lone number between two sentences.
bool is_detached(std::string_view text, std::size_t position, std::size_t end) {
  if (position < 3 || text[position - 1] != ' ' || text[position - 2] != '.') return false;
  const auto before = scan::before(text, position - 2).value;
  if (!scan::is_letter(before) && before != ')' && before != '%') return false;
  const auto word = word_before(text, position - 2);
  if (is_marker_word(word, MarkerWord::abbreviation) || (scan::is_letter(before) && scan::letters(word) < 3))
    return false;
  const auto next = next_word(text, end);
  return !next.empty() && scan::is_upper(scan::at(next, 0).value) && !is_marker_word(next, MarkerWord::unit) &&
         scan::letters(next) > 1;
}

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

MarkerCandidate glued_candidate(std::string_view text, std::size_t position) {
  MarkerCandidate candidate;
  if (position == 0 || scan::is_digit(text[position - 1])) return candidate;
  const auto list = read_number_list(text, position, false, false);
  if (list.end == 0 || !ends_well(text, list.end)) return candidate;
  candidate.range = {static_cast<std::uint32_t>(position), static_cast<std::uint32_t>(list.end)};
  const auto unit = next_word(text, list.end);
  const bool quantity = is_marker_word(unit, MarkerWord::unit) && !scan::is_upper(scan::at(unit, 0).value);
  const auto before = scan::before(text, position).value;
  bool accepted = false;
  if (ascii_in(before, ".,;:!?")) {
    accepted = !quantity && after_punctuation(text, position, list.end, candidate.surety);
  } else if (close(before)) {
    const auto inside = scan::before(text, position - scan::before(text, position).size).value;
    constexpr std::size_t kNear = 240;  // the bracket's own beginning is no farther
    const auto head = text.substr(position - std::min(position, kNear), std::min(position, kNear));
    const auto open = head.rfind('(');
    const bool formula = before == ')' && (open == kNone || open == 0 || head[open - 1] != ' ');
    accepted = !quantity && !formula && (before != '\'' || ascii_in(inside, ".,!?")) && !digit(inside);
  } else if (scan::is_letter(before)) {
    accepted = !quantity && after_word(text, position);
    candidate.style = MarkerStyle::word;
    candidate.surety = Surety::weak;
  } else if (is_detached(text, position, list.end) && list.numbers.size() == 1) {
    accepted = true;
    candidate.surety = Surety::detached;
  }
  if (accepted) candidate.numbers = list.numbers;
  return candidate;
}

}  // namespace claimbase
