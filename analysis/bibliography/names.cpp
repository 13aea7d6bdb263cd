#include "analysis/bibliography/names.h"

#include <array>
#include <charconv>
#include <stdexcept>

#include "analysis/bibliography/name_sets.h"
#include "analysis/bibliography/scan.h"
#include "analysis/language/resources.h"

namespace claimbase {

namespace {

constexpr std::array<std::string_view, kCues> kCueNames{
    "access",    "month",     "conjunction", "et_al",   "particle",     "suffix",     "editor",     "volume",
    "issue",     "page",      "supplement",  "chapter", "organisation", "publisher",  "edition",    "link_text",
    "published", "no_author", "source_note", "thesis",  "report",       "regulation", "identifier", "available"};

template <class Visit>
void for_each_alternative(std::string_view cell, Visit visit) {
  while (!cell.empty()) {
    const auto bar = cell.find('|');
    if (const auto name = scan::trim(cell.substr(0, bar)); !name.empty()) visit(name);
    if (bar == std::string_view::npos) return;
    cell.remove_prefix(bar + 1);
  }
}

std::string_view cell_of(const std::vector<std::string_view>& row, std::size_t column) {
  return column < row.size() ? scan::trim(row[column]) : std::string_view{};
}

// A leading "The" is part of no lookup: running text has it or not, in either case.
std::string_view without_article(std::string_view name) {
  constexpr std::string_view kThe = "The ";
  if (name.starts_with(kThe)) name.remove_prefix(kThe.size());
  return name;
}

struct JournalTable {
  struct Row {
    std::string_view title;
    bool common_word;
  };
  std::vector<Row> rows;
  NameIndex index;
};

// "Nutrition & Metabolism" is also written with "and" (an ampersand is no word).
std::string with_word_for_ampersand(std::string_view name) {
  std::string out(name);
  if (const auto at = out.find(" & "); at != std::string::npos) out.replace(at, 3, " and ");
  return out;
}

JournalTable load_journals() {
  JournalTable table;
  for (const auto& row : tsv_rows(resource("bibliography/journals.tsv"))) {
    const auto id = static_cast<std::uint32_t>(table.rows.size());
    table.rows.push_back({cell_of(row, 0), cell_of(row, 2) == "word"});
    table.index.add(without_article(cell_of(row, 0)), id);
    if (cell_of(row, 0).find(" & ") != std::string_view::npos)
      table.index.add(with_word_for_ampersand(without_article(cell_of(row, 0))), id);
    for_each_alternative(cell_of(row, 1), [&](std::string_view name) { table.index.add(without_article(name), id); });
  }
  return table;
}

const JournalTable& journals() {
  static const JournalTable table = load_journals();
  return table;
}

struct OrganisationTable {
  struct Row {
    std::string_view name;
    OrganisationKind kind;
  };
  std::vector<Row> rows;
  NameIndex index;
};

OrganisationKind kind_of(std::string_view name) {
  if (name == "university") return OrganisationKind::university;
  if (name == "publisher") return OrganisationKind::publisher;
  return OrganisationKind::authority;
}

OrganisationTable load_organisations() {
  OrganisationTable table;
  for (const auto& row : tsv_rows(resource("bibliography/organisations.tsv"))) {
    const auto id = static_cast<std::uint32_t>(table.rows.size());
    table.rows.push_back({cell_of(row, 0), kind_of(cell_of(row, 3))});
    table.index.add(cell_of(row, 0), id);
    for_each_alternative(cell_of(row, 1), [&](std::string_view name) { table.index.add(name, id); });
  }
  return table;
}

const OrganisationTable& organisations() {
  static const OrganisationTable table = load_organisations();
  return table;
}

NameSets load_cues() {
  NameSets table(kCues);
  for (const auto& row : tsv_rows(resource("bibliography/cues.tsv"))) {
    const auto name = cell_of(row, 0);
    std::size_t cue = 0;
    while (cue < kCues && kCueNames[cue] != name) ++cue;
    if (cue == kCues) throw std::logic_error("bibliography/cues.tsv: unknown cue " + std::string(name));
    const auto value = cell_of(row, 2);
    std::uint32_t number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    for_each_alternative(cell_of(row, 1), [&](std::string_view phrase) { table.add(cue, phrase, number); });
  }
  return table;
}

const NameSets& cues() {
  static const NameSets table = load_cues();
  return table;
}

const NameIndex& index_of(Cue cue) {
  return cues()[static_cast<std::size_t>(cue)];
}

bool starts_upper(std::string_view text, std::size_t position) {
  const auto c = scan::at(text, position).value;
  return scan::is_upper(c) || (c < 0x80 && scan::is_digit(static_cast<char>(c)));
}

}  // namespace

std::vector<JournalHit> find_journals(std::string_view text) {
  return find_journals(text, folded_words(text));
}

std::vector<JournalHit> find_journals(std::string_view text, std::span<const FoldedWord> words) {
  std::vector<JournalHit> hits;
  for (const auto& hit : journals().index.find_all(words)) {
    if (!starts_upper(text, hit.range.begin)) continue;
    const auto& row = journals().rows[hit.id];
    hits.push_back({hit.range, row.title, row.common_word});
  }
  return hits;
}

std::optional<std::string_view> journal_title(std::string_view name) {
  constexpr std::uint32_t kNone = 0xFFFFFFFF;
  const auto id = journals().index.lookup(without_article(name), kNone);
  if (id == kNone) return std::nullopt;
  return journals().rows[id].title;
}

std::vector<OrganisationHit> find_organisations(std::string_view text) {
  return find_organisations(text, folded_words(text));
}

std::vector<OrganisationHit> find_organisations(std::string_view text, std::span<const FoldedWord> words) {
  std::vector<OrganisationHit> hits;
  for (const auto& hit : organisations().index.find_all(words)) {
    if (!starts_upper(text, hit.range.begin)) continue;
    const auto& row = organisations().rows[hit.id];
    hits.push_back({hit.range, row.name, row.kind});
  }
  return hits;
}

OrganisationHit organisation_at_start(std::string_view text) {
  const auto hit = organisations().index.find_at_start(text);
  if (hit.range.empty() || !starts_upper(text, hit.range.begin)) return {};
  const auto& row = organisations().rows[hit.id];
  return {hit.range, row.name, row.kind};
}

CueSet cues_in(std::string_view text) {
  return CueSet(cues().begun_in(text));
}

CueSet cues_in(std::span<const FoldedWord> words) {
  return CueSet(cues().begun_in(words));
}

std::vector<NameHit> find_cues(std::string_view text, Cue cue) {
  return index_of(cue).find_all(text);
}

std::vector<NameHit> find_cues(std::span<const FoldedWord> words, Cue cue) {
  return index_of(cue).find_all(words);
}

NameHit cue_at_start(std::string_view text, Cue cue) {
  return index_of(cue).find_at_start(text);
}

bool is_cue(std::string_view word, Cue cue) {
  constexpr std::uint32_t kNone = 0xFFFFFFFF;
  return index_of(cue).lookup(word, kNone) != kNone;
}

std::vector<std::string_view> cue_phrases(Cue cue) {
  std::vector<std::string_view> cells;
  for (const auto& row : tsv_rows(resource("bibliography/cues.tsv"))) {
    if (cell_of(row, 0) == kCueNames[static_cast<std::size_t>(cue)]) cells.push_back(cell_of(row, 1));
  }
  return cells;
}

int month_of(std::string_view word) {
  return static_cast<int>(index_of(Cue::month).lookup(word, 0));
}

}  // namespace claimbase
