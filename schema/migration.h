// How a store of an older version becomes one of this version, and how a new one is made.
#pragma once

#include <span>
#include <string_view>

#include "schema/database.h"

namespace claimbase {

/// Turns a store of version `from` into one of version `from` + 1.
struct Migration {
  int from = 0;
  std::string_view sql;
};

/// The migrations to kStoreVersion, by `from`.
[[nodiscard]] std::span<const Migration> store_migrations();

/// Throws StoreError unless `db` holds a store of at most `version`: not_a_store, newer_schema. Returns the version it
/// has.
[[nodiscard]] int require_store(const Database& db, int version);

/// Makes an empty file a store of version `version`; nothing where another process was quicker. One transaction.
void create_store(Database& db, int version);

/// Runs the migrations from the store's version up to `version`, in one transaction. Throws StoreError (older_schema)
/// where one is missing: nothing is changed then.
void migrate_store(Database& db, int version, std::span<const Migration> migrations);

}  // namespace claimbase
