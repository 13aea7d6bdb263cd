#include "analysis/citation/glued_marker.h"

#include <algorithm>

#include "analysis/bibliography/scan.h"
#include "analysis/citation/glued_word.h"
#include "analysis/citation/marker_context.h"
#include "analysis/citation/marker_numbers.h"
#include "analysis/citation/marker_words.h"

namespace claimbase {

namespace {

constexpr auto kNone = std::string_view::npos;

bool ascii_in(char32_t c, std::string_view set) {
  return c != 0 && c < 0x80 && set.find(static_cast<char>(c)) != kNone;
}
bool digit(char32_t c) {
  return c < 0x80 && scan::is_digit(static_cast<char>(c));
}
bool close(char32_t c) {
  return c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == '"' || c == '\'' || c == 0xBB;
}

// ".48It is", "studies9that": the space behind the marker went too.
bool runs_on(std::string_view text, std::size_t position, std::size_t end) {
  const auto before = scan::before(text, position).value;
  const auto first = scan::at(text, end);
  if (!scan::is_lower(scan::at(text, end + first.size).value)) return false;
  if (scan::is_upper(first.value)) return ascii_in(before, ".!?");
  constexpr std::size_t kWord = 4;  // names that end in digits are short
  if (!scan::is_lower(first.value) || (before != '.' && scan::letters(word_before(text, position)) < kWord))
    return false;
  auto tail = end;
  while (tail < text.size() && tail - end < 24 && scan::is_letter(scan::at(text, tail).value))
    tail += scan::at(text, tail).size;
  return !is_marker_word(text.substr(end, tail - end), MarkerWord::unit) &&
         !scan::is_digit(text[std::min(tail, text.size() - 1)]);
}

bool ends_well(std::string_view text, std::size_t end) {
  const auto after = scan::at(text, end).value;
  return after == 0 || after == ' ' || after == '\n' || after == '\r' || after == '\t' || after == 0xA0 ||
         after == 0x2014 || close(after) || ascii_in(after, ".,;:!?(");
}

bool is_past_year(scan::Number number) {
  return number.digits == 4 && number.value >= 1700 && number.value < 2100;
}

// "0,05", "0.707": a share, behind whose last digit no more decimals come.
bool is_share(std::string_view token) {
  return token.size() >= 3 && token[0] == '0' && (token[1] == '.' || token[1] == ',') &&
         std::ranges::all_of(token.substr(2), scan::is_digit);
}

// "Tracer 1.2.23 This": a version, by the name before it; a date has no such name.
bool is_version(std::string_view text, std::size_t stop, std::string_view token) {
  auto before = stop - token.size();
  while (before > 0 && text[before - 1] == ' ') --before;
  const auto name = word_before(text, before);
  return token.find_first_not_of("0123456789.") == kNone && scan::letters(name) > 0 &&
         scan::is_upper(scan::at(name, 0).value);
}

// "v1.0,22 which"
bool is_marked_version(std::string_view token) {
  return token.size() > 3 && (token[0] == 'v' || token[0] == 'V') &&
         token.substr(1).find_first_not_of("0123456789.") == kNone;
}

// Behind a full stop or comma that follows a digit: "in 2021.1 Sindsdien", "type 2.3 Voor", "CO2.2 rose"; mostly a
// decimal.
bool after_digit(std::string_view text, std::size_t stop, MarkerCandidate& candidate) {
  const auto token = token_before(text, stop);
  const auto inner = scan::trim(token, "([\"'");
  const bool sentence = starts_sentence(text, candidate.range.end);
  const bool comma = text[stop] == ',';
  if (is_share(inner)) return comma || sentence;
  if (inner.find_first_of(".,:") != kNone) {
    if (is_marked_version(inner)) return candidate.numbers.front() > 9 && (comma || sentence);
    candidate.surety = Surety::weak;
    return !comma && sentence && candidate.numbers.front() > 9 && is_version(text, stop, inner);
  }
  if (std::ranges::all_of(inner, scan::is_digit)) {
    const auto number = scan::number_at(inner, 0);
    if (is_past_year(number) && (comma || sentence)) return true;
    if (comma || !sentence || inner == "0" || next_word(text, candidate.range.end).size() == 1) return false;
    auto before = stop - token.size();
    while (before > 0 && text[before - 1] == ' ') --before;
    const auto word = word_before(text, before);
    if (!is_marker_word(word, MarkerWord::name) && !is_marker_word(word, MarkerWord::fixed))
      candidate.surety = Surety::weak;
    return true;
  }
  const bool named = scan::letters(inner) > 0 && scan::is_letter(scan::at(inner, 0).value);
  if (comma) return named && scan::letters(inner) >= 2 && (sentence || candidate.numbers.size() > 1);
  return named && (sentence || scan::letters(inner) >= 2);
}

// Behind ". , ; : ! ?"
bool after_punctuation(std::string_view text, std::size_t position, MarkerCandidate& candidate) {
  const auto stop = position - 1;
  const auto mark = text[stop];
  const auto end = static_cast<std::size_t>(candidate.range.end);
  const auto before = scan::before(text, stop).value;
  const bool dot_behind = end < text.size() && text[end] == '.' && !starts_sentence(text, end + 1);
  if (digit(before))
    return ascii_in(static_cast<unsigned char>(mark), ".,") && !dot_behind && after_digit(text, stop, candidate);
  const bool empty =
      ascii_in(before, "(,") && ascii_in(static_cast<unsigned char>(mark), ",;.");  // "(e.g.,,4)", "(;5)"
  if (!scan::is_letter(before) && !close(before) && before != '%' && before != 0xB0 && before != 0x2026 &&
      before != '.' && before != '*' && before != 0xAE && before != 0x2122 && !empty)
    return false;
  const auto token = token_before(text, stop);
  if (scan::is_letter(before) && (is_address(token) || token.find("://") != kNone)) return false;
  const auto word = word_before(text, stop);
  const bool sentence = starts_sentence(text, end);
  if (has_greek(word) && (mark != '.' || !sentence)) return false;
  if (mark == '.') {
    const auto lead = scan::trim(token, "([\"'");
    if (is_marker_word(lead, MarkerWord::lead)) return true;  // "(e.g.24)"
    if (scan::is_letter(before) && is_marker_word(word, MarkerWord::abbreviation)) return false;
    if (dot_behind) return false;
    // "v.2"; but "of the function h.7,27 We"
    if (lead == word && scan::letters(word) == 1 && scan::is_lower(before))
      return sentence && candidate.numbers.size() > 1;
  }
  if (mark == ':' && scan::is_letter(before) && !sentence && scan::at(text, end).value == ' ')
    return candidate.numbers.size() > 1;  // "Magnesium:5 redenen"
  return true;
}

// Behind a closing bracket or quote.
bool after_close(std::string_view text, std::size_t position) {
  const auto mark = scan::before(text, position);
  const auto inside = scan::before(text, position - mark.size).value;
  constexpr std::size_t kNear = 240;  // the bracket's own beginning is no farther
  const auto head = text.substr(position - std::min(position, kNear), std::min(position, kNear));
  const auto open = head.rfind('(');
  const bool formula = mark.value == ')' && (open == kNone || open == 0 || head[open - 1] != ' ');
  if (formula || (mark.value == '\'' && !ascii_in(inside, ".,!?"))) return false;
  return !digit(inside) || (mark.value == ')' && scan::letters(head.substr(open)) > 0);
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

bool fits(std::string_view text, std::size_t position, MarkerCandidate& candidate) {
  const auto before = scan::before(text, position).value;
  const auto end = static_cast<std::size_t>(candidate.range.end);
  if (is_detached(text, position, end) && candidate.numbers.size() == 1) {
    candidate.surety = Surety::detached;
    return true;
  }
  if (is_quantity(text, end)) return false;
  if (ascii_in(before, ".,;:!?")) return after_punctuation(text, position, candidate);
  if (close(before)) return after_close(text, position);
  return scan::is_letter(before) && behind_word(text, position, candidate);
}

}  // namespace

MarkerCandidate glued_candidate(std::string_view text, std::size_t position) {
  MarkerCandidate candidate;
  if (position == 0 || scan::is_digit(text[position - 1])) return candidate;
  auto list = read_number_list(text, position, false, false);
  if (list.end == 0 || (!ends_well(text, list.end) && !runs_on(text, position, list.end))) return candidate;
  candidate.range = {static_cast<std::uint32_t>(position), static_cast<std::uint32_t>(list.end)};
  candidate.numbers = std::move(list.numbers);
  if (!fits(text, position, candidate)) candidate.numbers.clear();
  if (!ends_well(text, candidate.range.end) && candidate.surety == Surety::strong) candidate.surety = Surety::weak;
  return candidate;
}

MarkerCandidate glued_to_year(std::string_view text, std::size_t position) {
  constexpr std::size_t kYear = 4;
  MarkerCandidate candidate;
  const auto run = scan::number_at(text, position);
  if (run.digits < kYear + 1 || run.digits > kYear + 2) return candidate;
  if (!is_past_year(scan::number_at(text.substr(0, position + kYear), position))) return candidate;
  auto before = position;
  while (before > 0 && text[before - 1] == ' ') --before;
  // "in 200516", "Smith, 200516"
  const bool comma = before > 0 && text[before - 1] == ',';
  const auto word = word_before(text, before - (comma ? 1U : 0U));
  const bool led =
      comma ? !word.empty() && scan::is_upper(scan::at(word, 0).value) : is_marker_word(word, MarkerWord::lead);
  auto list = read_number_list(text, position + kYear, false, false);
  if (before == position || !led || list.end == 0 || is_quantity(text, list.end)) return candidate;
  if (!ends_well(text, list.end) && !scan::is_lower(scan::at(text, list.end).value)) return candidate;
  candidate.range = {static_cast<std::uint32_t>(position + kYear), static_cast<std::uint32_t>(list.end)};
  candidate.numbers = std::move(list.numbers);
  if (comma) candidate.surety = Surety::weak;
  return candidate;
}

}  // namespace claimbase
