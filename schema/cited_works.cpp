#include "schema/cited_works.h"

#include <tuple>
#include <utility>

namespace claimbase {
namespace {

constexpr std::string_view kEntries =
    "SELECT e.key, r.id, r.authors, r.year, r.title, r.notice, r.notice_date FROM reference_entry AS e"
    " JOIN reference AS r ON r.key = e.reference";
constexpr std::string_view kCitations =
    "SELECT c.key, r.id, r.authors, r.year, r.title, r.notice, r.notice_date FROM citation AS c"
    " JOIN reference AS r ON r.key = c.reference WHERE c.kind IN ('attribution', 'author-year')";

std::string label_of(const Statement& row) {
  std::string label(row.text(2));
  if (!row.is_null(3)) label += (label.empty() ? "" : " ") + std::string(row.text(3));
  if (!row.text(4).empty()) label += (label.empty() ? "" : ". ") + std::string(row.text(4));
  return label;
}

std::map<std::int64_t, CitedWorkState> read(const Database& db, std::string_view sql) {
  std::map<std::int64_t, CitedWorkState> works;
  Statement rows(db, sql);
  while (rows.step()) {
    works.emplace(rows.integer(0), CitedWorkState{std::string(rows.text(1)), label_of(rows), std::string(rows.text(5)),
                                                  std::string(rows.text(6))});
  }
  return works;
}

class Comparison {
 public:
  explicit Comparison(const Database& db)
      : of_work_(db, "SELECT count(*) FROM evidence AS e JOIN reference AS r ON r.key = e.reference WHERE r.id = ?1"),
        of_citation_(db, "SELECT count(*) FROM evidence WHERE citation = ?1") {}

  void compare(const std::map<std::int64_t, CitedWorkState>& before,
               const std::map<std::int64_t, CitedWorkState>& after) {
    for (const auto& [key, now] : after) {
      const auto then = before.find(key);
      if (then == before.end()) {
        note("found", "", now, key);
        continue;
      }
      if (then->second.id != now.id) note("renamed", then->second.id, now, key);
      if (then->second.notice != now.notice) note("notice", then->second.notice, now, key);
    }
    for (const auto& [key, then] : before) {
      if (!after.contains(key)) note("gone", "", then, key);
    }
  }

  [[nodiscard]] std::vector<CitedWorkChange> changes() && {
    std::vector<CitedWorkChange> made;
    for (auto& [name, change] : changes_) made.push_back(std::move(change));
    return made;
  }

 private:
  void note(const char* what, const std::string& previous, const CitedWorkState& work, std::int64_t key) {
    const auto [at, is_new] = changes_.try_emplace({work.id, what, previous}, CitedWorkChange{what, previous, work, 0});
    const bool is_gone = std::string_view(what) == "gone";  // by now no mention leads to it
    if (is_gone) at->second.mentions += count(of_citation_.bind(1, key));
    if (!is_gone && is_new) at->second.mentions = count(of_work_.bind(1, std::string_view(at->second.work.id)));
  }

  static std::int64_t count(Statement& counted) {
    std::int64_t number = 0;
    while (counted.step()) number = counted.integer(0);
    return number;
  }

  Statement of_work_;
  Statement of_citation_;
  std::map<std::tuple<std::string, std::string, std::string>, CitedWorkChange> changes_;
};

}  // namespace

CitedWorks read_cited_works(const Database& db) {
  return {read(db, kEntries), read(db, kCitations)};
}

std::vector<CitedWorkChange> changes_between(const Database& db, const CitedWorks& before, const CitedWorks& after) {
  Comparison comparison(db);
  comparison.compare(before.of_entries, after.of_entries);
  comparison.compare(before.of_citations, after.of_citations);
  return std::move(comparison).changes();
}

}  // namespace claimbase
