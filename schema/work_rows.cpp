#include "schema/work_rows.h"

#include <optional>
#include <utility>
#include <vector>

#include "analysis/bibliography/work_identity.h"
#include "schema/work_parser.h"

namespace claimbase {
namespace {

// Another description or a notice may have something to add to what one description says.
constexpr std::string_view kDescribedElsewhere =
    "SELECT EXISTS (SELECT 1 FROM identity WHERE work = ?1 AND key <> ?2) OR EXISTS (SELECT 1 FROM retraction_notice "
    "WHERE identity = ?2)";

constexpr std::string_view kReferencesOfNotices =
    "SELECT DISTINCT r.key FROM retraction_notice AS n JOIN identity AS i ON i.key = n.identity JOIN reference AS r ON "
    "r.id = i.work";

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
      described_elsewhere_(db, kDescribedElsewhere),
      entries_(db, "SELECT key FROM reference_entry WHERE identity = ?1"),
      has_records_(db, "SELECT EXISTS (SELECT 1 FROM library_record WHERE identity = ?1)"),
      move_entries_(db, "UPDATE OR FAIL reference_entry SET reference = ?2 WHERE identity = ?1"),
      move_records_(db, "UPDATE OR FAIL library_record SET reference = ?2 WHERE identity = ?1"),
      move_citations_(db, "UPDATE OR FAIL citation SET reference = ?2 WHERE entry = ?1"),
      move_evidence_(db, "UPDATE OR FAIL evidence SET reference = ?2 WHERE entry = ?1"),
      move_candidates_(db, "UPDATE OR FAIL citation_candidate SET reference = ?2 WHERE entry = ?1"),
      settling_(settling),
      is_first_(identities_.is_all_new()) {
  if (is_first_) references_.hold_index();
}

void WorkRows::work_changed(std::string_view work) {
  const auto reference = references_.find(work);
  if (!reference) return;
  changed_.insert(*reference);
  moved_.insert(*reference);
}

void WorkRows::unchanged(std::int64_t reference) {
  if (!moved_.contains(reference) && references_.is_filled(reference)) changed_.erase(reference);
}

// What leads to an entry is asked for entry by entry: a statement that asked for all of them would first put them into
// a table of its own.
void WorkRows::move(const MovedIdentity& moved) {
  std::vector<std::int64_t> entries;
  for (entries_.bind(1, moved.identity); entries_.step();) entries.push_back(entries_.integer(0));
  bool has_records = false;
  for (has_records_.bind(1, moved.identity); has_records_.step();) has_records = has_records_.integer(0) != 0;
  if (has_records || !entries.empty()) {
    const std::int64_t reference = references_.open(moved.to);
    move_entries_.bind(1, moved.identity).bind(2, reference).run();
    move_records_.bind(1, moved.identity).bind(2, reference).run();
    for (const std::int64_t entry : entries) {
      for (Statement* each : {&move_citations_, &move_evidence_, &move_candidates_}) {
        each->bind(1, entry).bind(2, reference).run();
      }
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

bool WorkRows::is_described_elsewhere(std::string_view work, std::int64_t identity) {
  bool found = false;
  for (described_elsewhere_.bind(1, work).bind(2, identity); described_elsewhere_.step();) {
    found = described_elsewhere_.integer(0) != 0;
  }
  return found;
}

// Most works are described once, or each time alike: their rows need no second look. While the identities are all new
// each description is of the work that it names itself: those that have something to add differ from the first, or are
// of a notice.
std::vector<std::int64_t> WorkRows::references_of(std::span<const std::int64_t> identities,
                                                  std::span<const Description> descriptions) {
  const bool all_new = identities_.is_all_new();
  std::vector<std::string> works;
  works.reserve(identities.size());
  for (std::size_t i = 0; i < identities.size(); ++i) {
    works.push_back(all_new ? descriptions[i].work->id : identities_.work_of(identities[i]));
  }
  const std::vector<ReferenceRows::Opened> opened = references_.open(works, descriptions);
  std::vector<std::int64_t> keys;
  keys.reserve(opened.size());
  for (std::size_t i = 0; i < opened.size(); ++i) {
    const auto [key, found] = opened[i];
    keys.push_back(key);
    const bool made = found == ReferenceRows::Found::nothing;
    if (found == ReferenceRows::Found::other) changed(key);
    if (made && !all_new && is_described_elsewhere(works[i], identities[i])) changed(key);
  }
  return keys;
}

// Works that notices are about were made without them.
void WorkRows::notices_changed() {
  Statement rows(db_, kReferencesOfNotices);
  while (rows.step()) changed(rows.integer(0));
}

// While the identities are all new nothing can be settled: the indexes that it takes are made afterwards.
void WorkRows::settle() {
  if (identities_.is_all_new()) return;
  if (settling_ == Settling::at_once || changed_.size() > kMostWaiting) settle_all();
}

void WorkRows::find_all() {
  if (identities_.is_all_new()) resolve_now();
}

void WorkRows::settle_all() {
  find_all();
  const bool is_first = std::exchange(is_first_, false);
  if (is_first) notices_changed();
  moved_.clear();
  for (const std::int64_t reference : std::exchange(changed_, {})) references_.settle(reference);
  if (is_first) references_.index_all();
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
    const ReferenceRecord* const described = &work;
    describe_entry.bind(1, entry.key).bind(2, identities_.open({&described, 1}).front()).run();
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
