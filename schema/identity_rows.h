// Which descriptions are of one work: the tables identity and identity_key. The outcome depends on the descriptions
// alone, never on the order in which they came:
// - a description with a DOI is of the work doi:...;
// - one with a PMID and no DOI: of the work of the description with that PMID that has a DOI (of several the least);
// - one with a PMCID alone: likewise;
// - else of the work that it is most like, from kMatchThreshold on (analysis/bibliography/work_identity.h), among those
//   with a better identifier; where two with different identifiers are nearly as like, of none (score, but no target);
// - else, without any identifier, of the least description that it is like;
// - else of a work of its own.
// Each has at most one target, better than itself, so that nothing can join two works of different DOIs.
#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/bibliography/work_identity.h"
#include "schema/database.h"
#include "schema/identity_index.h"
#include "schema/records.h"
#include "schema/row_inserter.h"

namespace claimbase {

/// A description that is of another work than before.
struct MovedIdentity {
  std::int64_t identity = 0;
  std::string from;  // reference.id; empty: it is new
  std::string to;    // empty: it is gone
};

/// For use within one transaction: open() and drop(), then resolve().
class IdentityRows {
 public:
  /// `db` must outlive it. `all_at_once`: where there are no descriptions yet, the first resolve() comes after many
  /// calls of open(), each description being of a work of its own until then.
  explicit IdentityRows(Database& db, bool all_at_once = false);

  /// The keys of the descriptions that `works` give; made where there are none. Their rows may follow after resolve().
  [[nodiscard]] std::vector<std::int64_t> open(std::span<const ReferenceRecord* const> works);
  /// Something that used the description is gone.
  void drop(std::int64_t identity) { dropped_.insert(identity); }
  /// All descriptions are looked at again, as after a change of the rules.
  void reconsider_all();

  /// Takes out what nothing uses, finds the work of what is new and of all that this may concern. Cost: of those, with
  /// at most kMostCandidates comparisons each.
  [[nodiscard]] std::vector<MovedIdentity> resolve();

  /// reference.id of its work; after resolve().
  [[nodiscard]] std::string work_of(std::int64_t identity);
  /// Whether resolve() was never called of what is made all at once.
  [[nodiscard]] bool is_all_new() const { return all_new_; }

 private:
  struct Row;
  struct Match;
  [[nodiscard]] bool load(std::int64_t identity, Row& row);
  struct Candidate;
  struct NewRow;
  [[nodiscard]] std::int64_t find(std::string_view id);
  void add(std::span<NewRow> rows);
  void touch(const WorkIdentity& identity);
  struct Key;
  void add_keys(std::span<const Key> keys);
  void remove_unused();
  void collect_concerned();
  [[nodiscard]] Match find_match(const Row& row);
  [[nodiscard]] Match find_like(const Row& row);
  [[nodiscard]] std::vector<Candidate> good_candidates(const Row& row);
  static void compare(const Row& row, Row candidate, std::vector<Candidate>& good);
  [[nodiscard]] std::vector<std::int64_t> all_keys();
  void find_works(std::vector<std::int64_t> queue);

  Statement find_;
  RowInserter add_;
  RowInserter add_key_;
  Statement load_;
  Statement work_;
  Statement is_used_;
  Statement loosen_;
  Statement dependents_;
  Statement remove_;
  Statement with_hash_;
  Statement with_pmid_;
  Statement with_pmcid_;
  Statement same_pmid_;
  Statement same_pmcid_;
  Statement candidates_;
  Statement set_target_;
  Statement set_work_;
  Statement all_;
  Statement forget_keys_;
  Database& db_;
  bool all_new_;                          // then all are concerned, and none is noted as opened
  std::unique_ptr<IdentityIndex> index_;  // while many are looked at

  std::set<std::int64_t> opened_;
  std::set<std::int64_t> dropped_;
  std::set<std::int64_t> concerned_;
  std::vector<WorkIdentity> touched_;  // descriptions that came or went
  std::set<std::string> pmids_;
  std::set<std::string> pmcids_;
  std::vector<MovedIdentity> moved_;
};

/// Of descriptions that share a key, so many are compared, best identifiers first.
inline constexpr int kMostCandidates = 64;

}  // namespace claimbase
