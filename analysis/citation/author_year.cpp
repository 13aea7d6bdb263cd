#include "analysis/citation/author_year.h"

#include <algorithm>

#include "analysis/bibliography/names.h"
#include "analysis/bibliography/scan.h"
#include "analysis/citation/author_names.h"

namespace claimbase {

namespace {

constexpr auto kNone = std::string_view::npos;

struct Year {
  int value = 0;
  char letter = 0;
  std::size_t end = 0;  // 0: none here
};

Year read_year(std::string_view text, std::size_t position) {
  const auto number = scan::number_at(text, position);
  if (!scan::is_year(number)) return {};
  Year year{number.value, 0, position + number.digits};
  const auto after = scan::at(text, year.end);
  if (after.value >= 'a' && after.value <= 'h' && !scan::is_word(scan::at(text, year.end + 1).value)) {
    year.letter = static_cast<char>(after.value);
    ++year.end;
  } else if (scan::is_word(after.value)) {
    return {};
  }
  return year;
}

std::size_t skip(std::string_view text, std::size_t position, std::string_view set) {
  while (position < text.size() && set.find(text[position]) != kNone) ++position;
  return position;
}

// The years from `position` on: "2017", "2017, 2019a", "2019a,b". What follows them may be a page.
std::vector<Year> read_years(std::string_view text, std::size_t position) {
  std::vector<Year> years;
  for (auto year = read_year(text, position); year.end > 0; year = read_year(text, position)) {
    years.push_back(year);
    position = skip(text, year.end, ", ");
    while (years.back().letter != 0 && position > year.end && position < text.size() && text[position] > 'a' &&
           text[position] <= 'h' && !scan::is_word(scan::at(text, position + 1).value)) {
      years.push_back({year.value, text[position], position + 1});
      year.end = position + 1;
      position = skip(text, year.end, ", ");
    }
  }
  return years;
}

void add(std::vector<AuthorYear>& found, const AuthorNames& names, std::size_t begin, const std::vector<Year>& years,
         bool before_bracket) {
  for (const auto& year : years) {
    found.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(year.end)},
                     names.families,
                     names.et_al,
                     before_bracket,
                     year.value,
                     year.letter});
  }
}

// "zie ook Jansen & De Vries, 2019": one part of a bracket, in sentence[begin, end).
void read_part(std::string_view sentence, std::size_t begin, std::size_t end, std::vector<AuthorYear>& found) {
  constexpr int kMostLeadWords = 4;
  const auto text = sentence.substr(0, end);
  auto position = skip(text, begin, " ");
  for (int word = 0; word < kMostLeadWords && position < end; ++word) {
    const auto names = read_author_names(text, position);
    const auto at_year = names.end == 0 ? 0 : skip(text, names.end, ", ");
    if (const auto years = read_years(text, at_year); names.end > 0 && at_year > names.end && !years.empty()) {
      add(found, names, position, years, false);
      return;
    }
    position = text.find(' ', position);
    if (position == kNone) return;
    position = skip(text, position, " ");
  }
}

// "Zhang et al. (2017": the names that end before the bracket. The earliest word from which they can be read counts.
void read_before(std::string_view sentence, std::size_t open, const std::vector<Year>& years,
                 std::vector<AuthorYear>& found) {
  constexpr std::size_t kFar = 160;
  constexpr int kMostTries = 24;
  auto stop = open;
  while (stop > 0 && sentence[stop - 1] == ' ') --stop;
  auto end = stop;
  for (const std::string_view possessive : {"'s", "\xE2\x80\x99s"}) {
    if (sentence.substr(0, stop).ends_with(possessive)) end = stop - possessive.size();
  }
  const auto text = sentence.substr(0, end);
  auto begin = open - std::min(open, kFar);
  while (begin > 0 && begin < end && !scan::is_space(sentence[begin - 1])) ++begin;
  for (int tries = 0; tries < kMostTries && begin < end; ++tries) {
    const auto names = read_author_names(text, begin);
    if (names.end == end) {
      add(found, names, begin, years, true);
      return;
    }
    begin = text.find(' ', begin);
    if (begin == kNone) return;
    begin = skip(text, begin, " ");
  }
}

void read_bracket(std::string_view sentence, std::size_t open, std::size_t close, std::vector<AuthorYear>& found) {
  const auto inside = sentence.substr(0, close);
  const auto first = skip(inside, open + 1, " ");
  if (const auto years = read_years(inside, first); !years.empty()) {
    read_before(sentence, open, years, found);
    return;
  }
  for (auto begin = open + 1; begin < close;) {
    const auto end = std::min(inside.find(';', begin), close);
    read_part(sentence, begin, end, found);
    begin = end + 1;
  }
}

}  // namespace

std::vector<AuthorYear> find_author_years(std::string_view sentence) {
  constexpr std::size_t kLongestBracket = 400;
  std::vector<AuthorYear> found;
  for (auto open = sentence.find('('); open != kNone; open = sentence.find('(', open + 1)) {
    const auto bracket = sentence.substr(open, kLongestBracket);
    const auto close = bracket.find(')');
    if (close == kNone || close < 5) continue;
    // The innermost bracket that has a year: an outer one would swallow it.
    if (bracket.substr(1, close).find('(') != kNone) continue;
    if (std::ranges::none_of(bracket.substr(0, close), scan::is_digit)) continue;
    read_bracket(sentence, open, open + close, found);
  }
  return found;
}

}  // namespace claimbase
