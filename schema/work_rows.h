// Works, whoever describes them: which descriptions are one work (IdentityRows), and the row of each (ReferenceRows).
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "schema/database.h"
#include "schema/full_text.h"
#include "schema/identity_rows.h"
#include "schema/records.h"
#include "schema/reference_rows.h"

namespace claimbase {

/// When rows of references are made equal to what is said of their works.
enum class Settling {
  at_once,  // at the end of each change
  late      // after many changes, and at settle_all(): of a work that many articles cite, once
};

/// For use within one transaction, in this order: drop() what goes with its rows, describe() what comes, resolve(), add
/// the rows that come with reference_of(), settle().
class WorkRows {
 public:
  /// Both must outlive it.
  WorkRows(Database& db, FullText& full_text, Settling settling = Settling::at_once);

  [[nodiscard]] std::int64_t describe(const ReferenceRecord& work) { return identities_.open(work); }
  void drop(std::int64_t identity) { identities_.drop(identity); }
  /// The row of this reference must be looked at by settle().
  void changed(std::int64_t reference) {
    if (!identities_.is_all_new()) changed_.insert(reference);
  }
  /// The entries that went and came are the same: settle() may pass the row over, unless something else changed it.
  void unchanged(std::int64_t reference);
  /// Where settling is late: nothing until then.
  void resolve();
  /// The reference of the description's work, made where there is none.
  [[nodiscard]] std::int64_t reference_of(std::int64_t identity);
  /// The end of a change.
  void settle();
  /// Also what waits where settling is late.
  void settle_all();

  [[nodiscard]] ReferenceRows& references() { return references_; }

  /// Gives each entry its description, where it has none, and looks at all of them anew.
  void renew();

 private:
  void resolve_now();
  void move(const MovedIdentity& moved);
  void work_changed(std::string_view work);

  Database& db_;
  IdentityRows identities_;
  ReferenceRows references_;
  Statement has_rows_;
  Statement move_entries_;
  Statement move_records_;
  Statement move_citations_;
  Statement move_evidence_;
  Statement move_candidates_;
  Settling settling_;
  std::set<std::int64_t> changed_;  // not where the identities are all new: then all are
  std::set<std::int64_t> moved_;    // of those: what is described as this work has changed
};

/// Makes the identity of all works anew, in one transaction, where another version of the rules made it.
void renew_identity(Database& db);

}  // namespace claimbase
