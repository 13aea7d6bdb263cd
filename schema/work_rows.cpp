#include "schema/work_rows.h"

#include <optional>
#include <utility>
#include <vector>

#include "analysis/bibliography/work_identity.h"
#include "schema/work_parser.h"

namespace claimbase {
namespace {

constexpr std::string_view kHasRows =
    "SELECT EXISTS (SELECT 1 FROM reference_entry WHERE identity = ?1) OR EXISTS (SELECT 1 FROM library_record WHERE"
    " identity = ?1)";

/// Works whose rows may wait for settle_all(): 24 megabytes.
constexpr std::size_t kMostWaiting = 500'000;

constexpr std::string_view kIdentityMeta = "identity_version";

}  // namespace

// OR FAIL: a failure ends the whole change anyway, and a statement that can be undone alone makes SQLite write the
// words that wait in memory for the full text to the file first, an article's at a time.
WorkRows::WorkRows(Database& db, FullText& full_text, Settling settling)
    : db_(db),
      identities_(db, settling == Settling::late),
      references_(db, full_text),
      has_rows_(db, kHasRows),
      move_entries_(db, "UPDATE OR FAIL reference_entry SET reference = ?2 WHERE identity = ?1"),
      move_records_(db, "UPDATE OR FAIL library_record SET reference = ?2 WHERE identity = ?1"),
      move_citations_(
          db,
          "UPDATE OR FAIL citation SET reference = ?2 WHERE entry IN (SELECT key FROM reference_entry WHERE "
          "identity = ?1)"),
      move_evidence_(db,
                     "UPDATE OR FAIL evidence SET reference = ?2 WHERE entry IN (SELECT key FROM reference_entry WHERE "
                     "identity = ?1)"),
      move_candidates_(
          db,
          "UPDATE OR FAIL citation_candidate SET reference = ?2 WHERE entry IN (SELECT key FROM reference_entry "
          "WHERE identity = ?1)"),
      settling_(settling) {}

void WorkRows::work_changed(std::string_view work) {
  const auto reference = references_.find(work);
  if (!reference) return;
  changed_.insert(*reference);
  moved_.insert(*reference);
}

void WorkRows::unchanged(std::int64_t reference) {
  if (!moved_.contains(reference) && references_.is_filled(reference)) changed_.erase(reference);
}

void WorkRows::move(const MovedIdentity& moved) {
  bool has_rows = false;
  for (has_rows_.bind(1, moved.identity); has_rows_.step();) has_rows = has_rows_.integer(0) != 0;
  if (has_rows) {
    const std::int64_t reference = references_.open(moved.to);
    for (Statement* each : {&move_entries_, &move_records_, &move_citations_, &move_evidence_, &move_candidates_}) {
      each->bind(1, moved.identity).bind(2, reference).run();
    }
    changed_.insert(reference);
    moved_.insert(reference);
  }
  work_changed(moved.from);
  work_changed(moved.to);
}

void WorkRows::resolve() {
  if (!identities_.is_all_new()) resolve_now();
}

void WorkRows::resolve_now() {
  for (const MovedIdentity& moved : identities_.resolve()) move(moved);
}

std::int64_t WorkRows::reference_of(std::int64_t identity) {
  const std::int64_t reference = references_.open(identities_.work_of(identity));
  changed(reference);
  return reference;
}

void WorkRows::settle() {
  if (settling_ == Settling::at_once || changed_.size() > kMostWaiting) settle_all();
}

void WorkRows::settle_all() {
  const bool all = identities_.is_all_new();
  if (all) resolve_now();
  moved_.clear();
  const std::set<std::int64_t> changed = std::exchange(changed_, {});
  for (const std::int64_t reference : all ? references_.all() : std::vector(changed.begin(), changed.end())) {
    references_.settle(reference);
  }
}

void WorkRows::renew() {
  struct Entry {
    std::int64_t key;
    std::string id;
    std::string raw;
    std::string work;
  };
  std::vector<Entry> entries;
  Statement without(db_,
                    "SELECT e.key, r.id, e.raw, e.work FROM reference_entry AS e JOIN reference AS r ON r.key = "
                    "e.reference WHERE e.identity IS NULL");
  while (without.step()) {
    entries.push_back(
        {without.integer(0), std::string(without.text(1)), std::string(without.text(2)), std::string(without.text(3))});
  }
  Statement describe_entry(db_, "UPDATE reference_entry SET identity = ?2 WHERE key = ?1");
  for (const Entry& entry : entries) {
    ReferenceRecord work = parse_work(entry.work);
    work.id = entry.id;
    describe_entry.bind(1, entry.key).bind(2, identities_.open(work)).run();
  }
  identities_.reconsider_all();
  resolve();
  for (const std::int64_t reference : references_.all()) changed_.insert(reference);
  settle();
}

void renew_identity(Database& db) {
  Statement read(db, "SELECT value FROM meta WHERE name = ?1");
  const std::string version = std::to_string(kIdentityVersion);
  std::optional<std::string> made;
  for (read.bind(1, kIdentityMeta); read.step();) made = std::string(read.text(0));
  if (made == version) return;
  Transaction transaction(db);
  {
    FullText full_text(db);
    WorkRows works(db, full_text);
    works.renew();
  }
  Statement write(db,
                  "INSERT INTO meta(name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = "
                  "excluded.value");
  write.bind(1, kIdentityMeta).bind(2, version).run();
  transaction.commit();
}

}  // namespace claimbase
