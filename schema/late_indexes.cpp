#include "schema/late_indexes.h"

#include <utility>

namespace claimbase {

LateIndexes::LateIndexes(Database& db, std::span<const std::string_view> names) {
  {
    Statement sql(db, "SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?1");
    for (const std::string_view name : names) {
      for (sql.bind(1, name); sql.step();) statements_.emplace_back(sql.text(0));
    }
  }
  for (const std::string_view name : names) db.execute("DROP INDEX " + std::string(name));
}

void LateIndexes::make(Database& db) {
  if (statements_.empty()) return;
  const std::int64_t cache = db.integer("PRAGMA cache_size").value_or(0);
  db.execute("PRAGMA cache_size = -16384");
  for (const std::string& statement : std::exchange(statements_, {})) db.execute(statement);
  db.execute("PRAGMA cache_size = " + std::to_string(cache));
}

}  // namespace claimbase
