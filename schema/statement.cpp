#include <sqlite3.h>

#include "schema/database.h"
#include "schema/store_error.h"

namespace claimbase {
namespace {

// A StoreError's kind and text come from the connection, which a statement knows only through SQLite.
[[noreturn]] void fail_statement(sqlite3_stmt* statement, int code) {
  sqlite3* db = sqlite3_db_handle(statement);
  const std::string said = sqlite3_errmsg(db);
  const char* file = sqlite3_db_filename(db, "main");
  const std::string doing = sqlite3_stmt_readonly(statement) != 0 ? "read " : "write ";
  throw StoreError(store_error_kind(db, code), code, doing + (file != nullptr ? file : "") + ": " + said);
}

std::string_view bytes(const void* data, int size) {
  return data == nullptr ? std::string_view()
                         : std::string_view(static_cast<const char*>(data), static_cast<std::size_t>(size));
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const noexcept {
  sqlite3_finalize(statement);
}

Statement::Statement(const Database& db, std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(db.handle(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                      &statement, nullptr);
  if (code != SQLITE_OK) db.fail(code, "read");
  statement_.reset(statement);
}

void Statement::check_bind(int code) const {
  if (code != SQLITE_OK) fail_statement(statement_.get(), code);
}

// An exception may have left an execution half-way, and binding to such a statement is a misuse.
sqlite3_stmt* Statement::ready() noexcept {
  if (sqlite3_stmt_busy(statement_.get()) != 0) sqlite3_reset(statement_.get());
  return statement_.get();
}

Statement& Statement::bind(int index, std::string_view value) {
  // A view of nothing has no address, which SQLite would take for NULL.
  const char* data = value.data() == nullptr ? "" : value.data();
  check_bind(sqlite3_bind_text64(ready(), index, data, value.size(), SQLITE_STATIC, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind_copy(int index, std::string_view value) {
  const char* data = value.data() == nullptr ? "" : value.data();
  const auto copy = reinterpret_cast<sqlite3_destructor_type>(-1);  // SQLITE_TRANSIENT, without its old-style cast
  check_bind(sqlite3_bind_text64(ready(), index, data, value.size(), copy, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind_blob(int index, std::string_view value) {
  const char* data = value.data() == nullptr ? "" : value.data();
  check_bind(sqlite3_bind_blob64(ready(), index, data, value.size(), SQLITE_STATIC));
  return *this;
}

Statement& Statement::bind_pointer(int index, void* pointer, const char* type) {
  check_bind(sqlite3_bind_pointer(ready(), index, pointer, type, nullptr));
  return *this;
}

Statement& Statement::bind_null(int index) {
  check_bind(sqlite3_bind_null(ready(), index));
  return *this;
}

Statement& Statement::bind_integer(int index, std::int64_t value) {
  check_bind(sqlite3_bind_int64(ready(), index, value));
  return *this;
}

Statement& Statement::bind_real(int index, double value) {
  check_bind(sqlite3_bind_double(ready(), index, value));
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) {
    sqlite3_reset(statement_.get());
    return false;
  }
  // The reset releases the statement's locks; it repeats the error, so the message survives it.
  sqlite3_reset(statement_.get());
  fail_statement(statement_.get(), code);
}

void Statement::run() {
  while (step()) {
  }
}

void Statement::reset() noexcept {
  sqlite3_reset(statement_.get());
}

int Statement::column_count() const {
  return sqlite3_column_count(statement_.get());
}

std::string_view Statement::column_name(int column) const {
  return sqlite3_column_name(statement_.get(), column);
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

double Statement::real(int column) const {
  return sqlite3_column_double(statement_.get(), column);
}

std::string_view Statement::text(int column) const {
  const unsigned char* data = sqlite3_column_text(statement_.get(), column);  // before _bytes: it may convert
  return bytes(data, sqlite3_column_bytes(statement_.get(), column));
}

std::string_view Statement::blob(int column) const {
  const void* data = sqlite3_column_blob(statement_.get(), column);
  return bytes(data, sqlite3_column_bytes(statement_.get(), column));
}

}  // namespace claimbase
