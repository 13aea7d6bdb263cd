// How many rows come and go, while they do.
#pragma once

#include <memory>

#include "schema/store.h"

namespace claimbase {

/// Counts rows that are added and removed on a connection, those of foreign keys' cascades too, so that the numbers of
/// a large store are known after a small change without a look at all of it. Costs some nanoseconds a row.
class RowCounter {
 public:
  /// `before`: of the store now. `db` must outlive it; one at a time on a connection.
  RowCounter(Database& db, const StoreCounts& before);
  ~RowCounter();
  RowCounter(const RowCounter&) = delete;
  RowCounter& operator=(const RowCounter&) = delete;

  /// The numbers now. Wrong after a rollback: make another. What hangs on the values of columns is counted:
  /// O(unresolved citations, quantities, diagnostics, concepts, and references where there are libraries).
  [[nodiscard]] StoreCounts now() const;

 private:
  Database& db_;
  std::unique_ptr<StoreCounts> counts_;  // known to SQLite by its address
};

}  // namespace claimbase
