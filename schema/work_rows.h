// Works, whoever describes them: which descriptions are one work (IdentityRows), and the row of each (ReferenceRows).
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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
/// the rows that come with references_of(), settle().
class WorkRows {
 public:
  /// Both must outlive it.
  WorkRows(Database& db, FullText& full_text, Settling settling = Settling::at_once);

  [[nodiscard]] std::vector<std::int64_t> describe(std::span<const ReferenceRecord* const> works) {
    return identities_.open(works);
  }
  void drop(std::int64_t identity) { identities_.drop(identity); }
  /// The row of this reference must be looked at by settle().
  void changed(std::int64_t reference) { changed_.insert(reference); }
  /// The entries that went and came are the same: settle() may pass the row over, unless something else changed it.
  void unchanged(std::int64_t reference);
  /// Where settling is late: nothing until then.
  void resolve();
  /// The references of the descriptions' works (`identities`, as describe() gave them), made where there are none.
  [[nodiscard]] std::vector<std::int64_t> references_of(std::span<const std::int64_t> identities,
                                                        std::span<const Description> descriptions);
  /// The end of a change.
  void settle();
  /// Where settling is late: the work of each description that waits. What settle_all() does first, if it was not done.
  void find_all();
  /// Also what waits where settling is late.
  void settle_all();

  [[nodiscard]] ReferenceRows& references() { return references_; }

  /// Gives each entry its description, where it has none, and looks at all of them anew.
  void renew();

 private:
  void resolve_now();
  void move(const MovedIdentity& moved);
  void work_changed(std::string_view work);
  [[nodiscard]] bool is_described_elsewhere(std::string_view work, std::int64_t identity);
  void notices_changed();

  Database& db_;
  IdentityRows identities_;
  ReferenceRows references_;
  Statement described_elsewhere_;
  Statement entries_;
  Statement has_records_;
  Statement move_entries_;
  Statement move_records_;
  Statement move_citations_;
  Statement move_evidence_;
  Statement move_candidates_;
  Settling settling_;
  bool is_first_;  // settle_all() is still to come, of a store that was empty
  std::set<std::int64_t> changed_;
  std::set<std::int64_t> moved_;  // of those: what is described as this work has changed
};

/// Makes the identity of all works anew, in one transaction, where another version of the rules made it.
void renew_identity(Database& db);

}  // namespace claimbase
