#include "schema/claim_rows.h"

#include <string>

namespace claimbase {
namespace {

/// Claims that are remembered: some megabytes.
constexpr std::size_t kMostKnown = 50'000;

}  // namespace

ClaimRows::ClaimRows(Database& db)
    : db_(db),
      find_(db, "SELECT key FROM claim WHERE id = ?1"),
      add_(db, "claim", "id, substance, relation, outcome"),
      find_concept_(db, "SELECT key FROM concept WHERE id = ?1 AND scheme = ?2"),
      unused_(db,
              "SELECT substance, outcome FROM claim"
              " WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM mention WHERE claim = ?1)"),
      remove_(db, "DELETE FROM claim WHERE key = ?1"),
      remove_concept_(db,
                      "DELETE FROM concept WHERE key = ?1 AND retired = 1"
                      " AND NOT EXISTS (SELECT 1 FROM claim WHERE substance = ?1)"
                      " AND NOT EXISTS (SELECT 1 FROM claim WHERE outcome = ?1)"),
      knows_all_(db.integer("SELECT EXISTS (SELECT 1 FROM claim)") == 0) {}

std::int64_t ClaimRows::find(const std::string& id) {
  std::int64_t key = 0;
  for (find_.bind(1, id); find_.step();) key = find_.integer(0);
  return key;
}

std::vector<std::int64_t> ClaimRows::open(std::span<const MentionRecord> mentions) {
  if (claims_.size() >= kMostKnown) {
    claims_.clear();
    knows_all_ = false;
  }
  struct NewClaim {
    const std::string* id;
    const MentionRecord* mention;
    std::int64_t substance;
    std::int64_t outcome;
    std::int64_t* key;
  };
  std::vector<NewClaim> added;
  std::vector<const std::int64_t*> opened;  // in claims_, whose entries stay where they are
  opened.reserve(mentions.size());
  for (const MentionRecord& each : mentions) {
    const auto [known, is_new] =
        claims_.try_emplace(each.substance + ':' + each.relation + ':' + each.outcome, std::int64_t{0});
    opened.push_back(&known->second);
    if (!is_new) continue;
    if (!knows_all_) known->second = find(known->first);
    if (known->second != 0) continue;
    added.push_back({&known->first, &each, concept_key(each.substance, "substance"),
                     concept_key(each.outcome, "outcome"), &known->second});
  }
  std::int64_t key = add_.insert(added.size(), [&added](RowValues& row, std::size_t i) {
    row.bind(1, *added[i].id).bind(2, added[i].substance).bind(3, added[i].mention->relation);
    row.bind(4, added[i].outcome);
  });
  for (const NewClaim& each : added) *each.key = key++;
  std::vector<std::int64_t> keys;
  keys.reserve(opened.size());
  for (const std::int64_t* each : opened) keys.push_back(*each);
  return keys;
}

std::int64_t ClaimRows::concept_key(std::string_view id, std::string_view scheme) {
  const std::string name = std::string(scheme) + ' ' + std::string(id);
  if (const auto known = concepts_.find(name); known != concepts_.end()) return known->second;
  std::int64_t key = 0;
  find_concept_.bind(1, id).bind(2, scheme);
  while (find_concept_.step()) key = find_concept_.integer(0);
  if (key == 0) {
    throw StoreError(StoreErrorKind::constraint, 0, "write " + db_.file().string() + ": the vocabulary has no " + name);
  }
  concepts_.emplace(name, key);
  return key;
}

void ClaimRows::settle(std::int64_t claim) {
  std::int64_t substance = 0;
  std::int64_t outcome = 0;
  unused_.bind(1, claim);
  while (unused_.step()) {
    substance = unused_.integer(0);
    outcome = unused_.integer(1);
  }
  if (substance == 0) return;
  std::erase_if(claims_, [claim](const auto& known) { return known.second == claim; });
  concepts_.clear();  // of those that are taken out too
  remove_.bind(1, claim).run();
  settle_concept(substance);
  settle_concept(outcome);
}

void ClaimRows::settle_concept(std::int64_t key) {
  remove_concept_.bind(1, key).run();
}

}  // namespace claimbase
