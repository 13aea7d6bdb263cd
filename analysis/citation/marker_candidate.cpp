#include "analysis/citation/marker_candidate.h"

#include <algorithm>
#include <array>

#include "analysis/bibliography/scan.h"
#include "analysis/citation/glued_marker.h"
#include "analysis/citation/marker_context.h"
#include "analysis/citation/marker_numbers.h"
#include "analysis/citation/marker_words.h"

namespace claimbase {

namespace {

ByteRange range_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool is_break(std::string_view text, std::size_t position) {
  return position >= text.size() || std::string_view(".,;:!?\n").find(text[position]) != std::string_view::npos;
}

// "[12]", "[1, 4]", "[^3]"; end 0: no such thing here.
NumberList in_brackets(std::string_view text, std::size_t position, char close) {
  auto i = position + 1;
  if (i < text.size() && text[i] == '^') ++i;
  if (i >= text.size() || !scan::is_digit(text[i])) return {};
  auto list = read_number_list(text, i, true, false);
  if (list.end == 0 || list.end >= text.size() || text[list.end] != close) return {};
  ++list.end;
  return list;
}

// "values in the range [10, 20]", "[15, 30] mm": two ends of a range of values.
bool is_interval(std::string_view text, std::size_t position, const MarkerCandidate& candidate) {
  if (candidate.numbers.size() != 2 || candidate.numbers[0] > candidate.numbers[1]) return false;
  if (is_quantity(text, candidate.range.end)) return true;
  auto before = position;
  while (before > 0 && text[before - 1] == ' ') --before;
  return is_marker_word(word_before(text, before), MarkerWord::interval);
}

MarkerCandidate square(std::string_view text, std::size_t position) {
  MarkerCandidate candidate;
  auto list = in_brackets(text, position, ']');
  if (list.end == 0) return candidate;
  candidate.style = text[position + 1] == '^' ? MarkerStyle::footnote : MarkerStyle::bracket;
  // "[7]-[9]" is one range.
  if (const auto dash = scan::at(text, list.end);
      scan::is_dash(dash.value) && list.end + dash.size < text.size() && text[list.end + dash.size] == '[') {
    const auto last = in_brackets(text, list.end + dash.size, ']');
    if (last.end > 0 && last.numbers.front() > list.numbers.back() &&
        last.numbers.front() - list.numbers.back() <= 50) {
      for (int n = list.numbers.back() + 1; n <= last.numbers.front(); ++n) list.numbers.push_back(n);
      list.end = last.end;
    }
  }
  candidate.range = range_of(position, list.end);
  candidate.numbers = std::move(list.numbers);
  if (candidate.style == MarkerStyle::bracket && is_interval(text, position, candidate)) candidate.numbers.clear();
  // "[^1]:" at the start of a line defines the note.
  const bool defines = list.end < text.size() && text[list.end] == ':' && (position == 0 || text[position - 1] == '\n');
  if (defines) candidate.numbers.clear();
  return candidate;
}

MarkerCandidate round(std::string_view text, std::size_t position) {
  MarkerCandidate candidate;
  auto list = in_brackets(text, position, ')');
  if (list.end == 0 || position == 0 || text[position - 1] != ' ') return candidate;
  candidate.style = MarkerStyle::paren;
  candidate.range = range_of(position, list.end);
  candidate.before_break = is_break(text, list.end);
  auto before = position;
  while (before > 0 && text[before - 1] == ' ') --before;
  const auto head = text.substr(0, before);
  candidate.enumerates = !candidate.before_break && list.numbers.size() == 1 &&
                         (head.empty() || std::string_view(":,;\n").find(head.back()) != std::string_view::npos ||
                          is_marker_word(word_before(text, before), MarkerWord::conjunction));
  candidate.numbers = std::move(list.numbers);
  return candidate;
}

int raised_digit(char32_t c) {
  if (c == 0xB9) return 1;
  if (c == 0xB2) return 2;
  if (c == 0xB3) return 3;
  if (c == 0x2070) return 0;
  return c >= 0x2074 && c <= 0x2079 ? static_cast<int>(c - 0x2070) : -1;
}

// "Onderzoek¹²", "een derde¹⁻³", "helpt.¹,²". Not "m²", "10⁶", "Mg²⁺", "R²".
MarkerCandidate raised(std::string_view text, std::size_t position) {
  MarkerCandidate candidate;
  std::string plain;
  auto i = position;
  while (i < text.size()) {
    const auto c = scan::at(text, i);
    const auto next = scan::at(text, i + c.size).value;
    if (const int digit = raised_digit(c.value); digit >= 0) {
      plain += static_cast<char>('0' + digit);
    } else if ((c.value == 0x207B || scan::is_dash(c.value)) && raised_digit(next) >= 0) {
      plain += '-';
    } else if ((c.value == ',' || c.value == 0x02D2 || c.value == 0x2E34) && raised_digit(next) >= 0) {
      plain += ',';
    } else {
      break;
    }
    i += c.size;
  }
  candidate.range = range_of(position, std::max(i, position + 1));
  candidate.style = MarkerStyle::raised;
  const auto after = scan::at(text, i).value;
  const auto word = word_before(text, position);
  const auto before = scan::before(text, position).value;
  const bool exponent = before < 0x80 && scan::is_digit(static_cast<char>(before));
  const bool charge = after == 0x207A || after == 0x207B;
  const bool short_word =
      scan::is_letter(before) && (scan::letters(word) < 3 || is_marker_word(word, MarkerWord::unit));
  if (exponent || charge || short_word || before == ' ' || before == 0) return candidate;
  const auto list = read_number_list(plain, 0, false, false);
  if (list.end == plain.size()) candidate.numbers = list.numbers;
  return candidate;
}

// "bron 3 en 8", "ref. 4": the word ends just before the space at `space`.
MarkerCandidate named(std::string_view text, std::size_t digits) {
  MarkerCandidate candidate;
  auto end = digits;
  while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '.')) --end;
  const auto word = word_before(text, end);
  if (end == digits || !is_marker_word(word, MarkerWord::reference)) return candidate;
  const auto list = read_number_list(text, digits, true, true);
  if (list.end == 0 || scan::is_word(scan::at(text, list.end).value)) return candidate;
  candidate.style = MarkerStyle::named;
  candidate.range = range_of(digits, list.end);
  candidate.numbers = list.numbers;
  return candidate;
}

// Of characters of one byte: nearly all of a text is passed over by this alone.
constexpr auto kBeginsNone = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < 0x80; ++c) table[c] = c != '[' && c != '(' && !(c >= '0' && c <= '9');
  return table;
}();

}  // namespace

std::vector<MarkerCandidate> marker_candidates(std::string_view text, ByteRange window) {
  std::vector<MarkerCandidate> candidates;
  const auto end = std::min<std::size_t>(window.end, text.size());
  for (std::size_t i = window.begin; i < window.end;) {
    while (i < end && kBeginsNone[static_cast<unsigned char>(text[i])]) ++i;
    if (i >= end) break;
    const auto c = scan::at(text, i);
    MarkerCandidate candidate;
    if (c.value == '[') {
      candidate = square(text, i);
    } else if (c.value == '(') {
      candidate = round(text, i);
    } else if (c.value < 0x80 && scan::is_digit(static_cast<char>(c.value))) {
      candidate = named(text, i);
      if (candidate.numbers.empty()) candidate = glued_candidate(text, i);
      if (candidate.numbers.empty()) candidate = glued_to_year(text, i);
      if (candidate.numbers.empty()) {  // the rest of a number is no new one
        while (i < window.end && scan::is_digit(text[i])) ++i;
        continue;
      }
    } else if (raised_digit(c.value) >= 0) {
      candidate = raised(text, i);
    }
    const auto next = std::max<std::size_t>(i + c.size, candidate.range.end);
    if (!candidate.numbers.empty()) candidates.push_back(std::move(candidate));
    i = next;
  }
  return candidates;
}

}  // namespace claimbase
