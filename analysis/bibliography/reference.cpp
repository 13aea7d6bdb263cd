#include "analysis/bibliography/reference.h"

#include "analysis/bibliography/entry_parts.h"
#include "analysis/bibliography/names.h"
#include "analysis/bibliography/scan.h"

namespace claimbase {

namespace {

constexpr auto kNone = std::string_view::npos;

// "12. ", "[23] ", "(10) ", "[^1]: ", "• "; a number with a letter or another number right behind it is text.
std::string_view without_list_mark(std::string_view line) {
  if (line.starts_with("•") || line.starts_with("·")) line.remove_prefix(scan::at(line, 0).size);
  line = scan::trim(line);
  if (line.starts_with("- ") || line.starts_with("* ")) line.remove_prefix(2);
  std::size_t i = 0;
  const bool bracket = !line.empty() && (line[0] == '[' || line[0] == '(');
  if (bracket) ++i;
  if (bracket && i < line.size() && line[i] == '^') ++i;
  const auto number = scan::number_at(line, i);
  if (number.digits == 0 || number.digits > 3) return line;
  i += number.digits;
  const auto mark = i;
  while (i < line.size() && std::string_view(".)]:").find(line[i]) != kNone) ++i;
  if (i >= line.size() || line[i] != ' ' || (bracket && i == mark)) return line;
  if (i == mark && !scan::is_upper(scan::at(line, i + 1).value)) return line;
  return scan::trim(line.substr(i));
}

// "432/2012", "2002/46/EG": the year of a regulation's number.
std::optional<int> year_of_act(std::string_view text) {
  for (std::size_t slash = text.find('/'); slash != kNone; slash = text.find('/', slash + 1)) {
    const auto after = scan::number_at(text, slash + 1);
    if (scan::is_year(after) && slash > 0 && scan::is_digit(text[slash - 1])) return after.value;
    auto begin = slash;
    while (begin > 0 && scan::is_digit(text[begin - 1])) --begin;
    const auto before = scan::number_at(text, begin);
    if (scan::is_year(before) && begin + before.digits == slash && after.digits > 0) return before.value;
  }
  return std::nullopt;
}

bool is_act(std::string_view text) {
  const auto hits = find_cues(text.substr(0, 48), Cue::regulation);
  return !hits.empty() && hits.front().range.begin == 0 && year_of_act(text).has_value();
}

// "(2015)", "(2016, March 3)", "2003.", "[2010]", "(n.d.)" after the authors.
std::size_t take_leading_year(std::string_view text, std::size_t position, Reference& reference) {
  auto i = position;
  while (i < text.size() && std::string_view(" .,;:").find(text[i]) != kNone) ++i;
  if (i >= text.size()) return i;
  const bool bracket = text[i] == '(' || text[i] == '[';
  const auto number = scan::number_at(text, bracket ? i + 1 : i);
  auto end = (bracket ? i + 1 : i) + number.digits;
  const auto inside = bracket ? text.substr(i + 1, 5) : std::string_view{};
  const bool undated = inside.starts_with("n.d.)") || inside.starts_with("z.d.)") || inside.starts_with("s.d.)");
  if (!scan::is_year(number) && !undated) return i;
  if (!undated) {
    if (end < text.size() && scan::is_letter(scan::at(text, end).value) &&
        !scan::is_word(scan::at(text, end + 1).value))
      ++end;  // 1999a
    const bool closed = end >= text.size() || std::string_view(".,;:)] ").find(text[end]) != kNone;
    if (!closed || (!bracket && position == 0)) return i;
    reference.year = number.value;
  }
  if (bracket) {
    const auto close = text.find_first_of(")]", i);
    if (close != kNone && close - i < 40) end = close + 1;
  }
  while (end < text.size() && std::string_view(" .,;:").find(text[end]) != kNone) ++end;
  return end;
}

}  // namespace

Reference parse_reference(std::string_view text) {
  Reference reference;
  constexpr std::size_t kLongest = 20'000;  // no entry is longer; what is, is kept as raw and read this far
  reference.raw = std::string(without_list_mark(scan::one_line(text)));
  std::string work = reference.raw.substr(0, kLongest);
  entry::take_identifiers(work, reference);
  if (is_act(work)) {
    reference.type = "legislation";
    reference.title = std::string(scan::trim(work, ".,;"));
    reference.year = year_of_act(work);
    reference.design = StudyDesign::regulation;
    return reference;
  }
  const auto authors = entry::read_authors(work);
  reference.authors = authors.authors;
  reference.et_al = authors.et_al;
  const auto start = take_leading_year(work, authors.end, reference);
  const auto rest = scan::trim(std::string_view(work).substr(start));
  auto locator = entry::read_locator(rest);
  auto head = scan::trim(rest.substr(0, locator.begin));
  if (locator.begin == 0 || scan::letters(head) == 0) {  // numbers only: no title to be found in them
    locator = {};
    head = rest;
  }
  if (!reference.year) reference.year = locator.year;
  reference.volume = locator.volume;
  reference.issue = locator.issue;
  reference.page = locator.page;
  entry::read_title(head, locator, authors, reference);
  if (reference.design == StudyDesign::unknown) reference.design = study_design_of(reference.title);
  if (reference.design == StudyDesign::unknown) reference.design = study_design_of(reference.container_title);
  return reference;
}

}  // namespace claimbase
