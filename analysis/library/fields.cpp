#include "analysis/library/fields.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "analysis/bibliography/names.h"
#include "analysis/bibliography/scan.h"
#include "analysis/bibliography/study_design.h"
#include "analysis/language/resources.h"
#include "analysis/language/unicode.h"

namespace claimbase::library {
namespace {

constexpr auto kNone = std::string_view::npos;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

using TypeNames = std::map<std::pair<std::string_view, std::string_view>, std::string_view>;

TypeNames load_types() {
  TypeNames types;
  for (const auto& row : tsv_rows(resource("bibliography/record_types.tsv"))) {
    if (row.size() >= 3) types.emplace(std::pair(row[0], row[1]), row[2]);
  }
  return types;
}

// What an authority publishes is its opinion, unless the record says more.
StudyDesign design_of_record(const LibraryRecord& record) {
  const StudyDesign told = study_design_of({record.publication_types, record.mesh, record.work.title});
  return told == StudyDesign::unknown ? authority_opinion(record.work) : told;
}

struct Tag {
  std::size_t end = 0;  // behind '>'; 0: no tag
  bool breaks = false;  // between two paragraphs
};

Tag tag_at(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 14> kNames{"i",   "b",  "u",    "sub", "sup", "em",    "strong",
                                                    "scp", "sc", "span", "p",   "br",  "title", "sec"};
  std::size_t name = at + 1;
  if (name < text.size() && text[name] == '/') ++name;
  if (text.substr(name, 5) == "jats:") name += 5;
  std::size_t end = name;
  while (end < text.size() && end < name + 8 && ((text[end] >= 'a' && text[end] <= 'z') || text[end] == '-')) ++end;
  const std::string_view found = text.substr(name, end - name);
  if (std::ranges::find(kNames, found) == kNames.end()) return {};
  constexpr std::size_t kLongestTag = 200;
  const std::size_t close = text.substr(0, std::min(text.size(), end + kLongestTag)).find('>', end);
  if (close == kNone || (close > end && text[end] != ' ' && text[end] != '/')) return {};
  return {close + 1, found == "p" || found == "br" || found == "title" || found == "sec"};
}

std::string_view digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && scan::is_digit(text[end])) ++end;
  return text.substr(at, end - at);
}

}  // namespace

std::string clean(std::string_view text) {
  std::string made = scan::one_line(printable(text));
  return is_valid_utf8(made) ? made : std::string();
}

std::string without_tags(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '<') {
      const Tag tag = tag_at(text, i);
      if (tag.end != 0) {
        if (tag.breaks) out += ' ';
        i = tag.end - 1;
        continue;
      }
    } else if (text[i] == '&') {
      constexpr std::array<std::pair<std::string_view, char>, 3> kEntities{
          {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}}};
      const auto entity =
          std::ranges::find_if(kEntities, [&](const auto& e) { return text.substr(i).starts_with(e.first); });
      if (entity != kEntities.end()) {
        out += entity->second;
        i += entity->first.size() - 1;
        continue;
      }
    }
    out += text[i];
  }
  return clean(out);
}

std::string doi_of(std::string_view text) {
  for (std::size_t at = text.find("10."); at != kNone; at = text.find("10.", at + 3)) {
    if (at > 0 && scan::is_digit(text[at - 1])) continue;
    const std::string_view registrant = digits_at(text, at + 3);
    const std::size_t slash = text.find('/', at);
    if (registrant.size() < 4 || slash == kNone) continue;
    std::size_t end = slash + 1;
    while (end < text.size() && static_cast<unsigned char>(text[end]) > ' ' && text[end] != '"') ++end;
    std::string doi(text.substr(at, end - at));
    while (!doi.empty() && std::string_view(".,;").find(doi.back()) != kNone) doi.pop_back();
    std::ranges::transform(doi, doi.begin(), lower);
    if (doi.size() > slash - at + 1 && doi.find(' ') == kNone) return clean(doi);
  }
  return {};
}

std::string pmid_of(std::string_view text) {
  const auto first = std::ranges::find_if(text, scan::is_digit);
  const std::string_view digits = digits_at(text, static_cast<std::size_t>(first - text.begin()));
  constexpr std::size_t kLongest = 8;
  const std::size_t zeros = std::min(digits.find_first_not_of('0'), digits.size());
  return digits.size() - zeros <= kLongest ? std::string(digits.substr(zeros)) : std::string();
}

std::string pmcid_of(std::string_view text) {
  for (std::size_t at = 0; at + 3 < text.size(); ++at) {
    if (lower(text[at]) != 'p' || lower(text[at + 1]) != 'm' || lower(text[at + 2]) != 'c') continue;
    const std::string_view digits = digits_at(text, at + 3);
    if (!digits.empty() && digits.size() <= 9) return "PMC" + std::string(digits);
  }
  return {};
}

std::string date_of(std::string_view text) {
  struct Part {
    int value = 0;
    std::size_t digits = 0;  // 0: the name of a month
  };
  std::array<Part, 3> parts;
  std::size_t count = 0;
  constexpr std::size_t kLongest = 60;
  text = text.substr(0, std::min({text.find('T'), text.find('~'), kLongest}));
  for (std::size_t i = 0; i < text.size() && count < parts.size();) {
    const scan::Number number = scan::number_at(text, i);
    std::size_t end = i;
    while (end < text.size() && ((text[end] >= 'a' && text[end] <= 'z') || (text[end] >= 'A' && text[end] <= 'Z')))
      ++end;
    if (number.digits > 0) {
      parts[count++] = {number.value, number.digits};
      i += number.digits;
    } else if (end > i) {
      const int month = month_of(text.substr(i, end - i));
      if (month > 0) parts[count++] = {month, 0};
      i = end;
    } else {
      ++i;
    }
  }
  const auto is_year = [](const Part& part) { return part.digits == 4 && part.value >= 1000 && part.value < 3000; };
  const auto year = std::find_if(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(count), is_year);
  if (year == parts.begin() + static_cast<std::ptrdiff_t>(count)) return {};
  const auto two = [](int value) { return (value < 10 ? "-0" : "-") + std::to_string(value); };
  std::string iso = std::to_string(year->value);
  int month = 0;
  int day = 0;
  if (year == parts.begin()) {  // "2017 Nov 15", "2017-11-15"
    if (count > 1 && parts[1].digits <= 2) month = parts[1].value;
    if (count > 2 && parts[2].digits <= 2 && parts[2].digits > 0) day = parts[2].value;
  } else {  // "May 2, 2010", "2 May 2010", "May 2010"
    const auto named = std::find_if(parts.begin(), year, [](const Part& part) { return part.digits == 0; });
    if (named == year) return iso;  // "2/5/2010" may be either
    month = named->value;
    for (auto part = parts.begin(); part != year; ++part) {
      if (part != named && part->digits <= 2) day = part->value;
    }
  }
  if (month < 1 || month > 12) return iso;
  iso += two(month);
  return day >= 1 && day <= 31 ? iso + two(day) : iso;
}

void put_date(LibraryRecord& record, std::string_view text) {
  std::string date = date_of(text);
  if (date.empty()) return;
  const int year = (date[0] - '0') * 1000 + (date[1] - '0') * 100 + (date[2] - '0') * 10 + (date[3] - '0');
  if (record.work.year && (*record.work.year != year || date.size() <= record.date.size())) return;
  record.work.year = year;
  record.date = std::move(date);
}

std::string pages_of(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const scan::CodePoint c = scan::at(text, i);
    if (!scan::is_dash(c.value)) {
      out += text.substr(i, c.size);
    } else if (out.empty() || out.back() != '-') {
      out += '-';
    }
    i += c.size;
  }
  out = clean(out);
  while (!out.empty() && (out.back() == '-' || out.back() == ' ')) out.pop_back();
  return out;
}

namespace {

// A comma parts a name: none may stand in a part of it.
std::string name_part(std::string_view text) {
  std::string part(text);
  std::ranges::replace(part, ',', ' ');
  return clean(part);
}

bool are_initials(std::string_view word) {
  std::size_t capitals = 0;
  for (const char c : word) {
    if (c >= 'A' && c <= 'Z') {
      ++capitals;
    } else if (c != '.' && c != '-') {
      return false;
    }
  }
  return capitals > 0 && capitals <= 3;
}

}  // namespace

Author person(std::string_view family, std::string_view given, std::string_view suffix) {
  Author made{name_part(family), name_part(given), {}};
  const std::string last = name_part(suffix);
  if (!last.empty()) made.given += (made.given.empty() ? "" : " ") + last;
  if (made.family.empty()) return {{}, {}, std::move(made.given)};
  return made;
}

Author author_of(std::string_view name) {
  const std::size_t comma = name.find(',');
  if (comma != kNone) {
    const std::string_view rest = name.substr(comma + 1);
    const std::size_t second = rest.find(',');
    const std::string_view suffix = second == kNone ? std::string_view() : rest.substr(second + 1);
    return person(name.substr(0, comma), rest.substr(0, second), suffix);
  }
  const std::string whole = clean(name);
  const std::size_t space = whole.rfind(' ');
  if (space != std::string::npos && are_initials(std::string_view(whole).substr(space + 1))) {
    return person(std::string_view(whole).substr(0, space), std::string_view(whole).substr(space + 1));
  }
  return {{}, {}, whole};
}

void add_items(std::vector<std::string>& items, std::string_view list) {
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t end = std::min(list.find(';', at), list.size());
    std::string item = clean(list.substr(at, end - at));
    if (!item.empty()) items.push_back(std::move(item));
    at = end + 1;
  }
}

void put(std::string& field, std::string_view value) {
  if (field.empty()) field = clean(value);
}

std::string csl_type(std::string_view format, std::string_view name) {
  static const TypeNames types = load_types();
  const auto found = types.find(std::pair(format, name));
  return std::string(found == types.end() ? "document" : found->second);
}

std::uint32_t Collector::line_of(std::size_t offset) {
  offset = std::min(offset, text_.size());
  if (offset < counted_to_) {
    counted_to_ = 0;
    line_ = 1;
  }
  line_ += static_cast<std::uint32_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(counted_to_),
                                                 text_.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
  counted_to_ = offset;
  return line_;
}

void Collector::say(Severity severity, std::string_view rule, std::uint32_t line, std::string message) {
  file_.diagnostics.push_back({severity, std::string(rule), line, std::move(message)});
}

void Collector::add(LibraryRecord record) {
  Reference& work = record.work;
  std::erase_if(work.authors, [](const Author& a) { return a.family.empty() && a.literal.empty(); });
  std::erase_if(record.editors, [](const Author& a) { return a.family.empty() && a.literal.empty(); });
  const bool named = !work.title.empty() || !work.authors.empty() || !record.editors.empty();
  if (!named && work.doi.empty() && work.pmid.empty() && work.pmcid.empty()) {
    say(Severity::warning, "library.empty-record", record.line, "a record without title, author or identifier");
    return;
  }
  if (work.title.ends_with('.') && !work.title.ends_with("..")) work.title.pop_back();  // some formats print it
  work.design = design_of_record(record);
  file_.records.push_back(std::move(record));
}

}  // namespace claimbase::library
