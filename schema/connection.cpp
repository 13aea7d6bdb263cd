#include "schema/connection.h"

#include <sqlite3.h>

#include <system_error>

#include "schema/fts5_api.h"
#include "schema/store.h"

namespace claimbase {
namespace {

constexpr const char* kWriterSettings =
    "PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = 67108864; PRAGMA temp_store = MEMORY;";

void add_full_text(const Database& db) {
  const int code = register_full_text(db.handle());
  if (code != SQLITE_OK) db.fail(code, "register the tokenizer for");
}

void require_current(const Database& db) {
  const int found = require_store(db, kStoreVersion);
  if (found == kStoreVersion) return;
  throw StoreError(StoreErrorKind::older_schema, 0,
                   "open " + db.file().string() + ": written by an older version of Claimbase (store version " +
                       std::to_string(found) + "); open it once with claimbase-index to bring it up to date");
}

Database open_for_reading(const std::filesystem::path& file, OpenMode mode) {
  Database db(file, mode);
  require_current(db);  // before the full text: of a foreign file nothing else is read
  add_full_text(db);
  db.execute("PRAGMA temp_store = MEMORY");
  return db;
}

// A write-ahead log that still holds something must be read; immutable would not.
bool has_write_ahead_log(const std::filesystem::path& file) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file.string() + "-wal", error);
  return !error && size > 0;
}

}  // namespace

Database open_read_only(const std::filesystem::path& file) {
  try {
    return open_for_reading(file, OpenMode::read_only);
  } catch (const StoreError& error) {
    // On read-only media SQLite cannot make the shared-memory file of the write-ahead log, and says that it cannot open
    // the store.
    const bool unwritable = error.kind() == StoreErrorKind::missing || error.kind() == StoreErrorKind::read_only;
    std::error_code ignored;
    if (!unwritable || !std::filesystem::is_regular_file(file, ignored) || has_write_ahead_log(file)) throw;
  }
  return open_for_reading(file, OpenMode::immutable);
}

Database open_read_write(const std::filesystem::path& file, std::span<const Migration> migrations) {
  Database db(file, OpenMode::create);
  const bool empty = db.integer("PRAGMA page_count").value_or(0) == 0;
  if (!empty) migrations = require_store(db, kStoreVersion) < kStoreVersion ? migrations : std::span<const Migration>();
  add_full_text(db);
  db.execute(kWriterSettings);
  if (empty) {
    create_store(db, kStoreVersion);  // before the journal's mode, which makes the file a database of nobody's
  } else {
    migrate_store(db, kStoreVersion, migrations);
  }
  db.execute("PRAGMA journal_mode = WAL");
  return db;
}

Database open_bulk(const std::filesystem::path& file) {
  if (std::filesystem::exists(file)) {
    throw StoreError(StoreErrorKind::other, 0, "create " + file.string() + ": the file exists");
  }
  Database db(file, OpenMode::create);
  add_full_text(db);
  db.execute(
      "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;"
      "PRAGMA cache_size = -65536; PRAGMA temp_store = FILE;"
      "PRAGMA foreign_keys = OFF;");  // each row is written by those who know the rows it points at
  create_store(db, kStoreVersion);
  return db;
}

void leave_bulk(Database& db) {
  db.execute("PRAGMA foreign_keys = ON");
  // In this order: the mode is left only at the next use of the file, and the switch of the journal is that use.
  db.execute("PRAGMA locking_mode = NORMAL; PRAGMA cache_size = -16384; PRAGMA synchronous = FULL;");
  db.execute("PRAGMA journal_mode = DELETE");
  db.execute("PRAGMA journal_mode = WAL");
  db.execute(kWriterSettings);
}

Database open_lookup_reader(const std::filesystem::path& file) {
  Database db = open_read_only(file);
  db.execute("PRAGMA query_only = 1");
  return db;
}

Database open_reader(const std::filesystem::path& file) {
  Database db = open_read_only(file);
  // A page is looked at where the system keeps the file, and not copied: a query reads thousands of pages here and
  // there. The size is the most that SQLite maps; it costs addresses, not memory. A writer copies: an error of the disk
  // would end it otherwise (SIGBUS).
  db.execute("PRAGMA query_only = 1; PRAGMA mmap_size = 2147418112");
  return db;
}

}  // namespace claimbase
