#include "schema/database.h"

#include <sqlite3.h>

#include <cerrno>

#include "schema/store_error.h"

namespace claimbase {

StoreErrorKind store_error_kind(sqlite3* db, int code) {
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return StoreErrorKind::locked;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return StoreErrorKind::read_only;
    case SQLITE_FULL:
      return StoreErrorKind::full;
    case SQLITE_CORRUPT:
      return StoreErrorKind::corrupt;
    case SQLITE_NOTADB:
      return StoreErrorKind::not_a_store;
    case SQLITE_CANTOPEN:
      return StoreErrorKind::missing;
    case SQLITE_CONSTRAINT:
      return StoreErrorKind::constraint;
    case SQLITE_IOERR:
      return db != nullptr && sqlite3_system_errno(db) == ENOSPC ? StoreErrorKind::full : StoreErrorKind::other;
    default:
      return StoreErrorKind::other;
  }
}

namespace {

// A URI is the only way to ask for immutable; every byte that could mean something in one is escaped.
std::string immutable_uri(const std::string& path) {
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  static constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-";
  std::string uri = "file:";
  for (const char c : path) {
    if (kPlain.find(c) != std::string_view::npos) {
      uri += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    uri += '%';
    uri += kHex[byte >> 4];
    uri += kHex[byte & 15];
  }
  return uri + "?immutable=1";
}

int flags_of(OpenMode mode) {
  switch (mode) {
    case OpenMode::read_only:
      return SQLITE_OPEN_READONLY;
    case OpenMode::immutable:
      return SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    case OpenMode::read_write:
      return SQLITE_OPEN_READWRITE;
    case OpenMode::create:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  }
  return 0;
}

}  // namespace

std::string_view to_string(StoreErrorKind kind) {
  switch (kind) {
    case StoreErrorKind::other:
      return "other";
    case StoreErrorKind::missing:
      return "missing";
    case StoreErrorKind::not_a_store:
      return "not-a-store";
    case StoreErrorKind::newer_schema:
      return "newer-schema";
    case StoreErrorKind::older_schema:
      return "older-schema";
    case StoreErrorKind::locked:
      return "locked";
    case StoreErrorKind::read_only:
      return "read-only";
    case StoreErrorKind::full:
      return "full";
    case StoreErrorKind::corrupt:
      return "corrupt";
    case StoreErrorKind::constraint:
      return "constraint";
  }
  return "";
}

void Database::Close::operator()(sqlite3* db) const noexcept {
  sqlite3_close_v2(db);
}

Database::Database(const std::filesystem::path& file, OpenMode mode, int busy_timeout_ms) : file_(file) {
  sqlite3* db = nullptr;
  const std::string name = mode == OpenMode::immutable ? immutable_uri(file.string()) : file.string();
  const int code = sqlite3_open_v2(name.c_str(), &db, flags_of(mode) | SQLITE_OPEN_NOMUTEX, nullptr);
  db_.reset(db);  // also on failure: a failed open still hands back a handle to close
  if (code != SQLITE_OK) fail(db != nullptr ? sqlite3_extended_errcode(db) : code, "open");
  sqlite3_extended_result_codes(db, 1);
  sqlite3_busy_timeout(db, busy_timeout_ms);
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
  sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
}

void Database::execute(const std::string& sql) {
  const int code = sqlite3_exec(db_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code, "use");
}

std::optional<std::int64_t> Database::integer(std::string_view sql) const {
  Statement statement(*this, sql);
  if (!statement.step()) return std::nullopt;
  return statement.integer(0);
}

std::optional<std::string> Database::text(std::string_view sql) const {
  Statement statement(*this, sql);
  if (!statement.step()) return std::nullopt;
  return std::string(statement.text(0));
}

std::int64_t Database::last_insert_rowid() const {
  return sqlite3_last_insert_rowid(db_.get());
}

std::int64_t Database::changes() const {
  return sqlite3_changes64(db_.get());
}

bool Database::in_transaction() const {
  return sqlite3_get_autocommit(db_.get()) == 0;
}

void Database::set_busy_timeout(int milliseconds) {
  sqlite3_busy_timeout(db_.get(), milliseconds);
}

void Database::fail(int code, const std::string& doing) const {
  const char* said = db_ ? sqlite3_errmsg(db_.get()) : sqlite3_errstr(code);
  throw StoreError(store_error_kind(db_.get(), code), code, doing + " " + file_.string() + ": " + said);
}

void leave_out_memory_statistics() noexcept {
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);  // refused once SQLite is in use: then it stays as it is
}

Transaction::Transaction(Database& db, Kind kind) : db_(db) {
  db_.execute(kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
  if (!open_ || !db_.in_transaction()) return;  // a full disk may have rolled it back already
  sqlite3_exec(db_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  db_.execute("COMMIT");
  open_ = false;
}

}  // namespace claimbase
