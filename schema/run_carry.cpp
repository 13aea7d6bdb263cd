// A clean build takes the place of a store whose runs are known: they go with it.
#include <map>
#include <string>
#include <vector>

#include "schema/run_rows.h"

namespace claimbase {
namespace {

// In an order in which no row comes before one that it points at.
constexpr const char* kTables[] = {"run", "run_change", "run_mention", "run_entry", "run_reference"};

// A STRICT table takes a number as text, too.
void copy_table(const Database& from, Database& to, const std::string& table) {
  Statement rows(from, "SELECT * FROM " + table);
  std::string columns = "?1";
  for (int column = 1; column < rows.column_count(); ++column) columns += ", ?" + std::to_string(column + 1);
  Statement add(to, "INSERT INTO " + table + " VALUES (" + columns + ")");
  while (rows.step()) {
    for (int column = 0; column < rows.column_count(); ++column) {
      rows.is_null(column) ? add.bind_null(column + 1) : add.bind(column + 1, rows.text(column));
    }
    add.run();
  }
}

/// What an article's rows were made of.
struct Origin {
  std::string content_hash;
  std::string versions;
  friend bool operator==(const Origin&, const Origin&) = default;
};

std::map<std::string, Origin, std::less<>> origins(const Database& db) {
  std::map<std::string, Origin, std::less<>> made;
  Statement rows(db,
                 "SELECT path, content_hash, reader_version || ' ' || extractor_version || ' ' || analyzer_version || "
                 "' ' || vocabulary_version FROM article ORDER BY path");
  while (rows.step()) made.emplace(rows.text(0), Origin{std::string(rows.text(1)), std::string(rows.text(2))});
  return made;
}

std::map<std::string, CitedWorkState, std::less<>> cited_by_id(const Database& db) {
  std::map<std::string, CitedWorkState, std::less<>> made;
  const CitedWorks works = read_cited_works(db);
  for (const auto* each : {&works.of_entries, &works.of_citations}) {
    for (const auto& [key, work] : *each) made.try_emplace(work.id, work);
  }
  return made;
}

}  // namespace

void RunRows::carry_from(const Database& old, const RunEnd& end) {
  copy_runs(old);
  write_row(true);
  note_articles(old);
  note_notices(old);
  write_end(end);
}

void RunRows::copy_runs(const Database& old) {
  for (const char* table : kTables) copy_table(old, db_, table);
  number_ = db_.integer("SELECT max(number) FROM run").value_or(0) + 1;
}

void RunRows::note_articles(const Database& old) {
  ArticleImageReader old_images(old);
  const auto before = origins(old);
  const auto after = origins(db_);
  std::multimap<std::string, std::string> gone;  // by what they were made of
  for (const auto& [path, origin] : before) {
    if (!after.contains(path)) gone.emplace(origin.content_hash, path);
  }
  for (const auto& [path, origin] : after) {
    const auto same = before.find(path);
    if (same != before.end() && same->second == origin) continue;  // the same then is what was made of it
    std::string from = path;
    if (const auto moved = same == before.end() ? gone.find(origin.content_hash) : gone.end(); moved != gone.end()) {
      from = moved->second;
      gone.erase(moved);
      renamed(from, path);
      if (before.at(from) == origin) continue;
    }
    note_article(path, old_images.read(from), images_.read(path));
  }
  for (const auto& [hash, path] : gone) note_article(path, old_images.read(path), std::nullopt);
}

void RunRows::note_notices(const Database& old) {
  const auto before = cited_by_id(old);
  for (const auto& [id, now] : cited_by_id(db_)) {
    const auto then = before.find(id);
    if (then == before.end() || then->second.notice == now.notice) continue;
    Statement mentions(db_,
                       "SELECT count(*) FROM evidence AS e JOIN reference AS r ON r.key = e.reference WHERE r.id = ?1");
    std::int64_t count = 0;
    for (mentions.bind(1, std::string_view(id)); mentions.step();) count = mentions.integer(0);
    note_work({"notice", then->second.notice, now, count});
  }
}

}  // namespace claimbase
