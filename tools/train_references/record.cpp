#include "tools/train_references/record.h"

#include "analysis/bibliography/name_index.h"
#include "analysis/bibliography/scan.h"

namespace claimbase::training {

namespace {

std::string initial_of(std::string_view name) {
  return std::string(name.substr(0, scan::at(name, 0).size));
}

Person made_up_person(const WordLists& words, Chance& chance) {
  Person person;
  person.family = chance.one_of(words.of("family"));
  if (chance.percent(7)) person.family += "-" + chance.one_of(words.of("family"));
  person.given = chance.one_of(words.of("given"));
  person.initials = initial_of(person.given);
  while (person.initials.size() < 4 && chance.percent(35)) person.initials += static_cast<char>('A' + chance.below(26));
  return person;
}

std::vector<Person> made_up_people(const WordLists& words, Chance& chance, int most) {
  std::vector<Person> people;
  const int count = chance.percent(30) ? 1 : chance.between(1, most);
  people.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) people.push_back(made_up_person(words, chance));
  return people;
}

void capitalise(std::string& text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
}

std::string filled(std::string text, bool dutch, const WordLists& words, Chance& chance) {
  for (const std::string_view slot : {"{topic}", "{group}"}) {
    const std::string kind = std::string(slot.substr(1, slot.size() - 2)) + (dutch ? "-nl" : "-en");
    for (auto at = text.find(slot); at != std::string::npos; at = text.find(slot))
      text.replace(at, slot.size(), chance.one_of(words.of(kind)));
  }
  capitalise(text);
  return text;
}

std::string made_up_pages(Chance& chance) {
  if (chance.percent(15)) return (chance.percent(50) ? "e" : "") + std::to_string(chance.between(100, 99999));
  const int first = chance.between(1, 2500);
  const int last = first + chance.between(1, 30);
  if (chance.percent(4)) return "S" + std::to_string(first % 200) + "-S" + std::to_string(first % 200 + 9);
  return std::to_string(first) + "-" + std::to_string(last);
}

void number_issue(Record& record, Chance& chance) {
  record.volume = std::to_string(chance.between(1, 180));
  if (chance.percent(65)) record.issue = std::to_string(chance.between(1, 12));
  if (chance.percent(5)) record.issue = "Suppl " + std::to_string(chance.between(1, 3));
  if (chance.percent(92)) record.pages = made_up_pages(chance);
  if (chance.percent(4)) {  // "Cochrane Database of Systematic Reviews, (4), CD001234"
    record.volume.clear();
    record.issue = std::to_string(chance.between(1, 12));
    record.pages = "CD" + std::to_string(chance.between(1000, 99999));
  }
}

RecordType made_up_type(Chance& chance) {
  const int roll = chance.between(1, 100);
  if (roll <= 38) return RecordType::article;
  if (roll <= 62) return RecordType::page;
  if (roll <= 76) return RecordType::report;
  if (roll <= 85) return RecordType::book;
  if (roll <= 92) return RecordType::chapter;
  return roll <= 97 ? RecordType::thesis : RecordType::news;
}

}  // namespace

Record made_up_record(const WordLists& words, Chance& chance) {
  Record record;
  record.type = made_up_type(chance);
  record.dutch = chance.percent(65);
  record.year = chance.between(1975, 2025);
  record.month = chance.between(1, 12);
  record.day = chance.between(1, 28);
  const auto title_kind = record.dutch ? "title-nl" : "title-en";
  const auto title = [&](std::string_view kind) {
    return filled(chance.one_of(words.of(kind)), record.dutch, words, chance);
  };
  switch (record.type) {
    case RecordType::article:
      record.authors = made_up_people(words, chance, 8);
      record.title = title(title_kind);
      record.container = chance.one_of(words.of(record.dutch && chance.percent(60) ? "journal-nl" : "journal"));
      number_issue(record, chance);
      break;
    case RecordType::page:
    case RecordType::report:
      record.organisation = chance.one_of(words.of("organisation"));
      record.title = title(record.dutch ? "page-nl" : title_kind);
      if (record.type == RecordType::page && chance.percent(45)) record.year = 0;
      if (record.type == RecordType::report && chance.percent(60)) {
        record.place = chance.one_of(words.of("place"));
        record.publisher = chance.percent(60) ? record.organisation : chance.one_of(words.of("organisation"));
      }
      if (chance.percent(12)) {
        record.authors = made_up_people(words, chance, 3);
        record.container = record.organisation;
        record.organisation.clear();
      }
      break;
    case RecordType::book:
    case RecordType::chapter:
      record.authors = made_up_people(words, chance, 4);
      record.editors = made_up_people(words, chance, 3);
      record.title = title(record.type == RecordType::book ? "book-nl" : title_kind);
      if (record.type == RecordType::chapter) {
        record.container = title("book-nl");
        record.pages = made_up_pages(chance);
      }
      record.place = chance.one_of(words.of("place"));
      record.publisher = chance.one_of(words.of("publisher"));
      break;
    case RecordType::thesis:
      record.authors = made_up_people(words, chance, 1);
      record.title = title(title_kind);
      record.publisher = chance.one_of(words.of("thesis-school"));
      break;
    case RecordType::news:
      record.authors = made_up_people(words, chance, 2);
      record.title = title(title_kind);
      record.container = chance.one_of(words.of("newspaper"));
      break;
  }
  return record;
}

std::optional<Record> record_of(const LabelledString& string) {
  Record record;
  if (string.title.size() < 12 || string.container.empty() || string.volume.empty() || string.pages.empty() ||
      string.year.size() < 4 || string.authors.empty())
    return std::nullopt;
  for (const auto& name : string.authors) {
    const auto comma = name.find(", ");
    if (comma == std::string::npos) return std::nullopt;
    Person person{name.substr(0, comma), "", ""};
    for (const auto& word : folded_words(name.substr(comma + 2))) {
      const auto printed = std::string_view(name).substr(comma + 2 + word.range.begin, word.range.size());
      if (!scan::is_upper(scan::at(printed, 0).value)) continue;
      person.initials += scan::letters(printed) <= 3 ? std::string(printed) : initial_of(printed);
    }
    if (person.initials.empty() || person.family.empty()) return std::nullopt;
    record.authors.push_back(person);
  }
  record.year = scan::number_at(string.year, 0).value;
  if (record.year < 1800) return std::nullopt;
  record.title = string.title;
  record.container = string.container;
  record.volume = string.volume;
  record.issue = string.issue;
  record.pages = string.pages;
  return record;
}

}  // namespace claimbase::training
