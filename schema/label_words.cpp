#include "schema/label_words.h"

#include <algorithm>
#include <array>

#include "schema/full_text.h"

namespace claimbase {
namespace {

/// Raised where the rows would be others by the same analyzer.
constexpr std::string_view kVersion = "1.";
constexpr std::string_view kMeta = "label_words";

constexpr std::string_view kLabels =
    "SELECT concept, text, language, inverse FROM label WHERE kind IN ('preferred', 'alternative', 'hidden')";
constexpr std::string_view kIds = "SELECT key, replace(id, '-', ' ') FROM concept";

std::string own_version() {
  return std::string(kVersion) + full_text_analyzer();
}

struct Language {
  std::string name;
  Analyzer analyzer;
};

void add(std::vector<LabelRow>& rows, Language& language, std::string_view text, std::int64_t concept_key,
         bool inverse) {
  LabelWords words = label_words(text, language.analyzer);
  if (!words.first_stem.empty()) rows.push_back({language.name, std::move(words), concept_key, inverse});
}

}  // namespace

LabelWords label_words(std::string_view label, Analyzer& analyzer) {
  std::vector<Word> words;
  analyzer.words(label, words);
  LabelWords made;
  for (const Word& word : words) {
    if (made.first_stem.empty()) {
      made.first_stem = word.form->stem;
      made.first_word = words.front().form->folded;
    } else {
      made.rest += (made.rest.empty() ? "" : " ") + word.form->stem;
    }
  }
  return made;
}

std::vector<LabelRow> made_label_rows(const Database& db) {
  std::array<Language, 2> languages{{{"nl", Analyzer("nl")}, {"en", Analyzer("en")}}};
  std::vector<LabelRow> rows;
  Statement labels(db, kLabels);
  while (labels.step()) {
    for (Language& language : languages) {
      if (!labels.text(2).empty() && labels.text(2) != language.name) continue;
      add(rows, language, labels.text(1), labels.integer(0), labels.integer(3) != 0);
    }
  }
  // An id typed as words is understood, whatever the labels are.
  Statement ids(db, kIds);
  while (ids.step()) add(rows, languages.back(), ids.text(1), ids.integer(0), false);
  std::ranges::sort(rows);
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

std::vector<LabelRow> kept_label_rows(const Database& db) {
  std::vector<LabelRow> rows;
  Statement kept(db,
                 "SELECT language, first_stem, rest, first_word, concept, inverse FROM label_words"
                 " ORDER BY language, first_stem, rest, first_word, concept, inverse");
  while (kept.step()) {
    rows.push_back({std::string(kept.text(0)),
                    {std::string(kept.text(1)), std::string(kept.text(2)), std::string(kept.text(3))},
                    kept.integer(4),
                    kept.integer(5) != 0});
  }
  return rows;
}

bool has_label_words(const Database& db) {
  Statement version(db, "SELECT value FROM meta WHERE name = ?1");
  version.bind(1, kMeta);
  return version.step() && version.text(0) == own_version();
}

void write_label_words(Database& db) {
  const std::vector<LabelRow> rows = made_label_rows(db);
  db.execute("DELETE FROM label_words");
  Statement add_row(db,
                    "INSERT INTO label_words(language, first_stem, rest, first_word, concept, inverse)"
                    " VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
  for (const LabelRow& row : rows) {
    add_row.bind(1, row.language).bind(2, row.words.first_stem).bind(3, row.words.rest).bind(4, row.words.first_word);
    add_row.bind(5, row.concept_key).bind(6, row.inverse).run();
  }
  Statement version(
      db, "INSERT INTO meta(name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value");
  version.bind(1, kMeta).bind_copy(2, own_version()).run();
}

void renew_label_words(Database& db) {
  if (has_label_words(db)) return;
  Transaction transaction(db);
  write_label_words(db);
  transaction.commit();
}

}  // namespace claimbase
