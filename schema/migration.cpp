#include "schema/migration.h"

#include <algorithm>
#include <array>
#include <string>

#include "schema/schema_sql.h"
#include "schema/store.h"

namespace claimbase {
namespace {

[[noreturn]] void refuse(const Database& db, StoreErrorKind kind, const std::string& why) {
  throw StoreError(kind, 0, "open " + db.file().string() + ": " + why);
}

int version_of(const Database& db) {
  return static_cast<int>(db.integer("PRAGMA user_version").value_or(0));
}

void set_version(Database& db, int version) {
  db.execute("PRAGMA user_version = " + std::to_string(version));
}

}  // namespace

std::span<const Migration> store_migrations() {
  static const std::array<Migration, 5> migrations{{{1, migrate_1_to_2_sql()},
                                                    {2, migrate_2_to_3_sql()},
                                                    {3, migrate_3_to_4_sql()},
                                                    {4, migrate_4_to_5_sql()},
                                                    {5, migrate_5_to_6_sql()}}};
  return migrations;
}

int require_store(const Database& db, int version) {
  if (db.integer("PRAGMA application_id") != kStoreApplicationId) {
    const bool empty = db.integer("PRAGMA page_count").value_or(0) == 0;
    refuse(db, StoreErrorKind::not_a_store,
           empty ? "the file is empty, not a Claimbase store" : "not a Claimbase store");
  }
  // Also the first look beyond the header: a damaged schema shows here, before anything is answered from it.
  if (db.integer("SELECT count(*) FROM sqlite_schema WHERE name IN ('meta', 'article')") != 2) {
    refuse(db, StoreErrorKind::not_a_store, "not a Claimbase store");
  }
  const int found = version_of(db);
  if (found > version) {
    refuse(db, StoreErrorKind::newer_schema,
           "written by a newer version of Claimbase (store version " + std::to_string(found) + ", this program reads " +
               std::to_string(version) + ")");
  }
  return found;
}

void create_store(Database& db, int version) {
  Transaction transaction(db);
  if (db.integer("SELECT count(*) FROM sqlite_schema") != 0) return;
  db.execute("PRAGMA application_id = " + std::to_string(kStoreApplicationId));
  db.execute(std::string(schema_sql()));
  set_version(db, version);
  transaction.commit();
}

void migrate_store(Database& db, int version, std::span<const Migration> migrations) {
  if (version_of(db) == version) return;
  Transaction transaction(db);
  for (int at = version_of(db); at < version; ++at) {
    const auto step = std::ranges::find(migrations, at, &Migration::from);
    if (step == migrations.end()) {
      refuse(db, StoreErrorKind::older_schema, "store version " + std::to_string(at) + " is too old; rebuild it");
    }
    db.execute(std::string(step->sql));
    set_version(db, at + 1);
  }
  transaction.commit();
}

}  // namespace claimbase
