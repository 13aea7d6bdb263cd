#include "analysis/bibliography/entry_rules.h"

#include <algorithm>
#include <charconv>

#include "analysis/bibliography/entry_parts.h"
#include "analysis/bibliography/names.h"
#include "analysis/bibliography/scan.h"

namespace claimbase::entry {

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

// "Smit B": the family name, then initials without full stops.
bool is_family_first(std::string_view text, const Author& author) {
  constexpr std::size_t kMostInitials = 6;
  if (author.family.empty() || author.given.empty() || author.given.size() > kMostInitials) return false;
  if (!std::ranges::all_of(author.given, [](char c) { return c == '-' || (c >= 'A' && c <= 'Z'); })) return false;
  return text.find(author.family + ' ' + author.given) != kNone;
}

// What stands between one initial and the next mark: "Larry D. Wittie, ..." has a family name there, "Smit D. A walk
// in the dunes" a title.
bool goes_on_as_title(std::string_view rest) {
  rest = scan::trim(rest, ".");
  constexpr std::size_t kFewest = 3;
  std::size_t words = 0;
  for (const auto& word : folded_words(rest.substr(0, rest.find_first_of(".,;:")))) {
    if (is_cue(word.text, Cue::conjunction)) break;
    words += is_cue(word.text, Cue::particle) ? 0U : 1U;
  }
  return words >= kFewest;
}

// Names that are all family names with initials can be told from what follows them.
bool are_people(std::string_view text, const AuthorList& list) {
  if (list.organisation || list.authors.empty() || list.end == 0 || list.end >= text.size()) return false;
  const auto names = text.substr(0, list.end);
  if (!std::ranges::all_of(list.authors, [&](const Author& each) { return is_family_first(names, each); }))
    return false;
  const auto rest = text.substr(list.end);
  const bool bracket = scan::trim(rest).starts_with('(');
  if (bracket) return true;
  if (rest.front() != '.' && !(list.et_al && names.ends_with('.'))) return false;
  return list.authors.size() > 1 || list.authors.front().given.size() > 1 || goes_on_as_title(rest);
}

// The byte range of `field`, as printed, at or after `from`; empty where it is not found.
ByteRange place_of(std::string_view text, std::string_view field, std::size_t from) {
  if (field.empty() || from > text.size()) return {};
  const auto begin = text.find(field, from);
  if (begin == kNone) return {};
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + field.size())};
}

Label locator_label(std::string_view word, const Reference& reference) {
  if (word == reference.volume) return Label::volume;
  if (word == reference.issue) return Label::issue;
  if (!reference.page.empty()) {
    for (std::string_view pages = reference.page; !pages.empty();) {  // "031114-1-031114-9" has four words
      const auto dash = std::min(pages.find('-'), pages.size());
      if (word == pages.substr(0, dash)) return Label::page;
      pages.remove_prefix(std::min(dash + 1, pages.size()));
    }
  }
  int year = 0;
  std::from_chars(word.data(), word.data() + word.size(), year);
  if (reference.year && year == *reference.year) return Label::date;
  return Label::other;
}

}  // namespace

RuleReading read_by_rules(std::string_view printed) {
  RuleReading made;
  Reference& reference = made.reference;
  constexpr std::size_t kLongest = 20'000;  // no entry is longer; what is, is kept as raw and read this far
  reference.raw = std::string(without_list_mark(scan::one_line(printed)));
  made.text = reference.raw.substr(0, kLongest);
  made.cues = reference.raw.size() > kLongest ? CueSet::all() : cues_in(reference.raw);
  auto cues = made.cues;
  take_identifiers(made.text, cues, reference);
  const std::string_view work = made.text;
  if (cues.has(Cue::regulation) && is_act(work)) {
    reference.type = "legislation";
    reference.title = std::string(scan::trim(work, ".,;"));
    reference.year = year_of_act(work);
    reference.design = StudyDesign::regulation;
    made.complete = true;
    return made;
  }
  const auto authors = read_authors(work);
  reference.authors = authors.authors;
  reference.et_al = authors.et_al;
  made.organisation = authors.organisation;
  made.authors_end = authors.end;
  made.people = are_people(work, authors);
  made.body = take_leading_year(work, authors.end, reference);
  const auto rest = scan::trim(work.substr(made.body));
  const auto rest_begin = static_cast<std::size_t>(rest.data() - work.data());
  auto locator = read_locator(rest);
  auto head = scan::trim(rest.substr(0, locator.begin));
  made.locator = rest_begin + locator.begin;
  if (locator.begin == 0 || scan::letters(head) == 0) {  // numbers only: no title to be found in them
    locator = {};
    head = rest;
    made.locator = work.size();
  }
  if (!reference.year) reference.year = locator.year;
  reference.volume = locator.volume;
  reference.issue = locator.issue;
  reference.page = locator.page;
  read_title(head, locator, authors, made.cues, reference);
  return made;
}

std::vector<RuleLabel> rule_labels(const RuleReading& reading, const std::vector<ByteRange>& words) {
  const std::string_view text = reading.text;
  const auto& reference = reading.reference;
  const auto title = place_of(text, reference.title, reading.body);
  const auto container = place_of(text, reference.container_title, std::max<std::size_t>(reading.body, title.end));
  const auto publisher = place_of(text, reference.publisher, std::max<std::size_t>(reading.body, title.end));
  std::vector<RuleLabel> labels;
  labels.reserve(words.size());
  Label last = Label::other;
  for (const auto& word : words) {
    RuleLabel made;
    if (word.begin < reading.authors_end) {
      made.label = Label::author;
    } else if (word.begin < reading.body) {
      made.label = Label::date;
    } else if (title.contains(word)) {
      made.label = Label::title;
    } else if (container.contains(word)) {
      made.label = Label::container;
    } else if (publisher.contains(word)) {
      made.label = Label::publisher;
    } else if (word.begin >= reading.locator) {
      made.label = locator_label(word.of(text), reference);
    }
    made.begins = made.label != last;
    last = made.label;
    labels.push_back(made);
  }
  return labels;
}

}  // namespace claimbase::entry
