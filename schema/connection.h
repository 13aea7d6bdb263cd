// Opening the connections of the store, each with what its work needs.
#pragma once

#include <filesystem>
#include <span>

#include "schema/database.h"
#include "schema/migration.h"

namespace claimbase {

/// For queries, without query_only: open_reader() without its last word.
[[nodiscard]] Database open_read_only(const std::filesystem::path& file);

/// open_reader() (schema/store.h) for a query that reads few rows here and there. Pages are copied: a copy of one costs
/// about a microsecond, and the fault that maps its surroundings several, which pays only where many of them are read.
[[nodiscard]] Database open_lookup_reader(const std::filesystem::path& file);

/// For writing: made where missing or empty, migrated where older; write-ahead log, synchronous NORMAL.
[[nodiscard]] Database open_read_write(const std::filesystem::path& file, std::span<const Migration> migrations);

/// A new file for a clean build: no journal, nothing synced, locked for this connection alone. Throws where the file
/// exists.
[[nodiscard]] Database open_bulk(const std::filesystem::path& file);

/// After a bulk build: the settings of open_read_write for the same connection. Not in a transaction.
void leave_bulk(Database& db);

}  // namespace claimbase
