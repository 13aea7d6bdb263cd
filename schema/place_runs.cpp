#include "schema/place_runs.h"

#include <algorithm>

namespace claimbase {

// An empty name is a database of its own, on the disk and gone with its connection
// (https://www.sqlite.org/inmemorydb.html#temp_db).
PlaceRuns::PlaceRuns() : db_("", OpenMode::create) {
  db_.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN");
}

void PlaceRuns::begin() {
  const std::string table = "run" + std::to_string(runs_++);
  db_.execute("CREATE TABLE " + table + " (name BLOB NOT NULL, rows INTEGER NOT NULL, places BLOB NOT NULL)");
  add_.emplace(db_, "INSERT INTO " + table + "(name, rows, places) VALUES (?1, ?2, ?3)");
}

void PlaceRuns::add(std::string_view name, std::int64_t rows, std::string_view places) {
  add_->bind_blob(1, name).bind(2, rows).bind_blob(3, places).run();
}

void PlaceRuns::merge(const GatheredUse& use) {
  add_.reset();
  std::vector<Statement> runs;
  runs.reserve(runs_);
  for (std::size_t i = 0; i < runs_; ++i) {
    runs.emplace_back(db_, "SELECT name, rows, places FROM run" + std::to_string(i) + " ORDER BY rowid");
  }
  std::vector<bool> open(runs.size());
  for (std::size_t i = 0; i < runs.size(); ++i) open[i] = runs[i].step();
  std::string name;
  std::vector<std::string_view> places;
  for (;;) {
    std::optional<std::string_view> least;
    for (std::size_t i = 0; i < runs.size(); ++i) {
      if (open[i] && (!least || runs[i].blob(0) < *least)) least = runs[i].blob(0);
    }
    if (!least) return;
    name = *least;
    places.clear();
    std::int64_t rows = 0;
    for (std::size_t i = 0; i < runs.size(); ++i) {
      if (!open[i] || runs[i].blob(0) != name) continue;
      rows += runs[i].integer(1);
      places.push_back(runs[i].blob(2));
    }
    use({name, rows, places});
    for (std::size_t i = 0; i < runs.size(); ++i) {
      if (open[i] && runs[i].blob(0) == name) open[i] = runs[i].step();
    }
  }
}

}  // namespace claimbase
