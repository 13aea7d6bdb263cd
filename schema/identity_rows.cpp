#include "schema/identity_rows.h"

#include <map>
#include <optional>
#include <utility>

#include "analysis/bibliography/work_identity.h"

namespace claimbase {
namespace {

// The order of identifiers, best last. Descriptions point at better ones only.
const std::string kTier =
    "(CASE WHEN i.doi <> '' THEN 3 WHEN i.pmid <> '' THEN 2 WHEN i.pmcid <> '' THEN 1 ELSE 0 END)";
const std::string kSelect =
    "SELECT i.key, i.id, i.doi, i.pmid, i.pmcid, i.title, i.family, i.year, i.container, i.volume, i.page, i.own, "
    "i.target, i.score, i.work FROM identity AS i WHERE ";

constexpr const char* kColumns = "id, doi, pmid, pmcid, title, family, year, container, volume, page, own, work";

const std::string kLoad = kSelect + "i.key = ?1";

constexpr std::string_view kIsUsed =
    "SELECT EXISTS (SELECT 1 FROM reference_entry WHERE identity = ?1) OR EXISTS (SELECT 1 FROM library_record WHERE"
    " identity = ?1) OR EXISTS (SELECT 1 FROM retraction_notice WHERE identity = ?1)";

constexpr std::string_view kSamePmid =
    "SELECT key FROM identity WHERE pmid = ?1 AND doi <> '' ORDER BY doi, id LIMIT 1";

const std::string kSamePmcid =
    "SELECT i.key FROM identity AS i WHERE i.pmcid = ?1 AND (i.doi <> '' OR i.pmid <> '' OR i.id < ?2) ORDER BY " +
    kTier + " DESC, i.doi, i.pmid, i.id LIMIT 1";

// Volume and first page, where both descriptions have both, are not both others, and the years are near unless the page
// is the same: the least that may_match() asks for. IdentityIndex asks the same.
const std::string kMayMatch =
    "(i.volume = ?8 OR i.page = ?9 OR i.volume = '' OR ?8 = '' OR i.page = '' OR ?9 = '') AND "
    "(i.year IS NULL OR ?10 IS NULL OR abs(i.year - ?10) <= 1 OR (i.page = ?9 AND ?9 <> '')) AND ";

const std::string kCandidates =
    kSelect + kMayMatch +
    "i.key IN (SELECT o.identity FROM identity_key AS k JOIN identity_key AS o ON o.hash = k.hash WHERE k.identity = "
    "?1 AND o.identity <> ?1) AND (" +
    kTier + " > ?2 OR (?2 = 0 AND " + kTier + " = 0 AND i.id < ?3)) ORDER BY " + kTier + " DESC, i.id LIMIT ?4";

const std::string kWithHash =
    kSelect + kMayMatch + "i.doi = '' AND i.key IN (SELECT k.identity FROM identity_key AS k WHERE k.hash = ?1)";

// So many are looked at with what all of them are looked for by in memory.
constexpr std::size_t kManyConcerned = 500;

WorkFields fields_of(const ReferenceRecord& work) {
  WorkFields fields{work.doi,    work.pmid, work.pmcid, work.title, {}, work.year, work.container_title,
                    work.volume, work.page};
  if (!work.authors.empty()) {
    const AuthorRecord& first = work.authors.front();
    fields.first_author = first.family.empty() ? first.literal : first.family;
  }
  return fields;
}

bool differ(const std::string& a, const std::string& b) {
  return !a.empty() && !b.empty() && a != b;
}

}  // namespace

struct IdentityRows::Row {
  std::int64_t key = 0;
  std::string id;
  WorkIdentity identity;
  std::string own;
  std::optional<std::int64_t> target;
  std::optional<double> score;
  std::string work;

  [[nodiscard]] int tier() const {
    if (!identity.doi.empty()) return 3;
    if (!identity.pmid.empty()) return 2;
    return identity.pmcid.empty() ? 0 : 1;
  }

  static Row of(const Statement& from) {
    const auto text = [&from](int column) { return std::string(from.text(column)); };
    Row row;
    row.key = from.integer(0);
    row.id = text(1);
    row.identity = {text(2), text(3), text(4), text(5), text(6), std::nullopt, text(8), text(9), text(10)};
    if (!from.is_null(7)) row.identity.year = static_cast<int>(from.integer(7));
    row.own = text(11);
    if (!from.is_null(12)) row.target = from.integer(12);
    if (!from.is_null(13)) row.score = from.real(13);
    row.work = text(14);
    return row;
  }
};

struct IdentityRows::Match {
  std::optional<std::int64_t> target;
  std::optional<double> score;
};

struct IdentityRows::Candidate {
  Row row;
  double score = 0;
};

IdentityRows::IdentityRows(Database& db, bool all_at_once)
    : find_(db, "SELECT key FROM identity WHERE id = ?1"),
      add_(db, "identity", kColumns),
      add_key_(db, "identity_key", "hash, identity"),
      load_(db, kLoad),
      work_(db, "SELECT work FROM identity WHERE key = ?1"),
      is_used_(db, kIsUsed),
      loosen_(db, "UPDATE identity SET target = NULL, score = NULL WHERE target = ?1"),
      dependents_(db, "SELECT key FROM identity WHERE target = ?1"),
      remove_(db, "DELETE FROM identity WHERE key = ?1"),
      with_hash_(db, kWithHash),
      with_pmid_(db, "SELECT key FROM identity WHERE pmid = ?1 AND doi = ''"),
      with_pmcid_(db, "SELECT key FROM identity WHERE pmcid = ?1 AND doi = ''"),
      same_pmid_(db, kSamePmid),
      same_pmcid_(db, kSamePmcid),
      candidates_(db, kCandidates),
      set_target_(db, "UPDATE identity SET target = ?2, score = ?3 WHERE key = ?1"),
      set_work_(db, "UPDATE identity SET work = ?2 WHERE key = ?1"),
      all_(db, "SELECT key FROM identity ORDER BY key"),
      forget_keys_(db, "DELETE FROM identity_key WHERE identity = ?1"),
      db_(db),
      all_new_(all_at_once && db.integer("SELECT EXISTS (SELECT 1 FROM identity)") == 0) {}

bool IdentityRows::load(std::int64_t identity, Row& row) {
  bool found = false;
  for (load_.bind(1, identity); load_.step(); found = true) row = Row::of(load_);
  return found;
}

struct IdentityRows::Key {
  std::int64_t hash = 0;
  std::int64_t identity = 0;
};

struct IdentityRows::NewRow {
  WorkIdentity identity;
  std::string id;
  std::string_view own;
  std::int64_t key = 0;
};

std::int64_t IdentityRows::find(std::string_view id) {
  std::int64_t key = 0;
  for (find_.bind(1, id); find_.step();) key = find_.integer(0);
  return key;
}

std::vector<std::int64_t> IdentityRows::open(std::span<const ReferenceRecord* const> works) {
  std::vector<std::int64_t> keys(works.size());
  std::vector<NewRow> rows;
  rows.reserve(works.size());
  std::map<std::string, std::size_t> row_of;  // by id
  std::vector<std::size_t> rows_of(works.size());
  for (std::size_t i = 0; i < works.size(); ++i) {
    WorkIdentity identity = identity_of(fields_of(*works[i]));
    std::string id = identity_name(identity, works[i]->id);
    keys[i] = find(id);
    if (keys[i] != 0) continue;
    const auto [row, is_new] = row_of.try_emplace(id, rows.size());
    rows_of[i] = row->second;
    if (is_new) rows.push_back({std::move(identity), std::move(id), works[i]->id});
  }
  add(rows);
  for (std::size_t i = 0; i < works.size(); ++i) {
    if (keys[i] == 0) keys[i] = rows[rows_of[i]].key;
    if (!all_new_) opened_.insert(keys[i]);
  }
  return keys;
}

void IdentityRows::add(std::span<NewRow> rows) {
  std::int64_t key = add_.insert(rows.size(), [&](RowValues& values, std::size_t i) {
    const WorkIdentity& made = rows[i].identity;
    values.bind(1, rows[i].id).bind(2, made.doi).bind(3, made.pmid).bind(4, made.pmcid).bind(5, made.title);
    values.bind(6, made.family).bind(7, made.year).bind(8, made.container).bind(9, made.volume).bind(10, made.page);
    values.bind(11, rows[i].own).bind(12, all_new_ ? rows[i].own : std::string_view());
  });
  std::vector<Key> keys;
  for (NewRow& row : rows) {
    row.key = key++;
    for (const std::int64_t hash : match_keys(row.identity)) keys.push_back({hash, row.key});
    if (all_new_) continue;
    concerned_.insert(row.key);
    touch(row.identity);
  }
  add_keys(keys);
}

void IdentityRows::add_keys(std::span<const Key> keys) {
  add_key_.insert(keys.size(),
                  [&](RowValues& row, std::size_t i) { row.bind(1, keys[i].hash).bind(2, keys[i].identity); });
}

// What shares an identifier or a key with the row may be of another work now.
void IdentityRows::touch(const WorkIdentity& identity) {
  if (!identity.pmid.empty()) pmids_.insert(identity.pmid);
  if (!identity.pmcid.empty()) pmcids_.insert(identity.pmcid);
  touched_.push_back(identity);
}

std::vector<std::int64_t> IdentityRows::all_keys() {
  std::vector<std::int64_t> keys;
  for (all_.reset(); all_.step();) keys.push_back(all_.integer(0));
  return keys;
}

void IdentityRows::reconsider_all() {
  for (const std::int64_t key : all_keys()) concerned_.insert(key);
  Row row;
  for (const std::int64_t key : concerned_) {
    if (!load(key, row)) continue;
    forget_keys_.bind(1, key).run();
    std::vector<Key> keys;
    for (const std::int64_t hash : match_keys(row.identity)) keys.push_back({hash, key});
    add_keys(keys);
  }
}

void IdentityRows::remove_unused() {
  for (const std::int64_t key : dropped_) {
    bool used = opened_.contains(key);
    if (!used) {
      for (is_used_.bind(1, key); is_used_.step();) used = is_used_.integer(0) != 0;
    }
    Row row;
    if (used || !load(key, row)) continue;
    touch(row.identity);
    for (dependents_.bind(1, key); dependents_.step();) concerned_.insert(dependents_.integer(0));
    loosen_.bind(1, key).run();
    remove_.bind(1, key).run();
    concerned_.erase(key);
    moved_.push_back({key, row.work, ""});
  }
}

void IdentityRows::collect_concerned() {
  const auto collect = [this](Statement& statement) {
    while (statement.step()) concerned_.insert(statement.integer(0));
  };
  for (const WorkIdentity& touched : touched_) {
    for (const std::int64_t hash : match_keys(touched)) {
      with_hash_.bind(1, hash).bind(8, std::string_view(touched.volume)).bind(9, std::string_view(touched.page));
      with_hash_.bind(10, touched.year);
      while (with_hash_.step()) {
        const Row row = Row::of(with_hash_);
        if (may_match(touched, row.identity)) concerned_.insert(row.key);
      }
    }
  }
  for (const std::string& pmid : pmids_) collect(with_pmid_.bind(1, pmid));
  for (const std::string& pmcid : pmcids_) collect(with_pmcid_.bind(1, pmcid));
}

IdentityRows::Match IdentityRows::find_match(const Row& row) {
  if (row.tier() == 3) return {};
  std::optional<std::int64_t> same;
  if (row.tier() == 2) {
    for (same_pmid_.bind(1, row.identity.pmid); same_pmid_.step();) same = same_pmid_.integer(0);
  }
  if (!same && !row.identity.pmcid.empty()) {
    for (same_pmcid_.bind(1, row.identity.pmcid).bind(2, row.id); same_pmcid_.step();) {
      const std::int64_t found = same_pmcid_.integer(0);
      if (found != row.key) same = found;
    }
  }
  if (same) return {same, 1.0};
  return find_like(row);
}

// Of a candidate, which counts where it is like enough.
void IdentityRows::compare(const Row& row, Row candidate, std::vector<Candidate>& good) {
  if (!may_match(row.identity, candidate.identity)) return;
  const double score = match_score(row.identity, candidate.identity);
  if (score >= kMatchThreshold) good.push_back({std::move(candidate), score});
}

std::vector<IdentityRows::Candidate> IdentityRows::good_candidates(const Row& row) {
  std::vector<Candidate> good;
  if (index_) {
    Row candidate;
    for (const std::int64_t key : index_->candidates(row.key, kMostCandidates)) {
      if (load(key, candidate)) compare(row, candidate, good);
    }
    return good;
  }
  candidates_.bind(1, row.key).bind(2, row.tier()).bind(3, row.id).bind(4, kMostCandidates);
  candidates_.bind(8, std::string_view(row.identity.volume)).bind(9, std::string_view(row.identity.page));
  candidates_.bind(10, row.identity.year);
  while (candidates_.step()) compare(row, Row::of(candidates_), good);
  return good;
}

IdentityRows::Match IdentityRows::find_like(const Row& row) {
  const std::vector<Candidate> good = good_candidates(row);
  if (good.empty()) return {};
  if (good.front().row.tier() == 0) return {good.front().row.key, good.front().score};  // the least: they come by id
  const Candidate* best = nullptr;
  for (const Candidate& each : good) {  // best identifier and least id first, so that of equals the first stays
    if (each.row.tier() > 0 && (best == nullptr || each.score > best->score)) best = &each;
  }
  for (const Candidate& other : good) {
    const bool as_good = other.row.tier() > 0 && other.score >= best->score - kMatchMargin;
    const WorkIdentity& a = best->row.identity;
    const WorkIdentity& b = other.row.identity;
    if (as_good && (differ(a.doi, b.doi) || differ(a.pmid, b.pmid))) return {std::nullopt, best->score};
  }
  return {best->row.key, best->score};
}

// Works follow targets: from each description whose target is new to those that point at it.
void IdentityRows::find_works(std::vector<std::int64_t> queue) {
  Row row;
  Row target;
  while (!queue.empty()) {
    const std::int64_t key = queue.back();
    queue.pop_back();
    if (!load(key, row)) continue;
    std::string work = row.own;
    if (row.target && load(*row.target, target)) work = target.work;
    if (work == row.work || work.empty()) continue;  // empty: the target is in the queue still
    set_work_.bind(1, key).bind(2, work).run();
    for (dependents_.bind(1, key); dependents_.step();) queue.push_back(dependents_.integer(0));
    moved_.push_back({key, row.work, std::move(work)});
  }
}

std::vector<MovedIdentity> IdentityRows::resolve() {
  moved_.clear();
  const bool all_new = std::exchange(all_new_, false);
  remove_unused();
  if (!all_new) collect_concerned();
  std::vector<std::int64_t> concerned =
      all_new ? all_keys() : std::vector<std::int64_t>(concerned_.begin(), concerned_.end());
  if (concerned.size() >= kManyConcerned) index_ = std::make_unique<IdentityIndex>(db_);
  std::vector<std::int64_t> pointing;
  Row row;
  for (const std::int64_t key : concerned) {
    if (all_new && index_ && index_->is_alone(key)) continue;  // as it is
    if (!load(key, row)) continue;
    const Match match = find_match(row);
    if (match.target == row.target && match.score == row.score) continue;
    set_target_.bind(1, key).bind(2, match.target).bind(3, match.score).run();
    if (match.target) pointing.push_back(key);
  }
  index_.reset();
  find_works(all_new ? std::move(pointing) : std::move(concerned));  // new ones have their own works already
  opened_.clear();
  dropped_.clear();
  concerned_.clear();
  touched_.clear();
  pmids_.clear();
  pmcids_.clear();
  return std::move(moved_);
}

std::string IdentityRows::work_of(std::int64_t identity) {
  std::string work;
  for (work_.bind(1, identity); work_.step();) work = work_.text(0);
  return work;
}

}  // namespace claimbase
