// A thin wall around SQLite: connections, statements and transactions that clean up after themselves, and errors that
// say what was being done, on which file, and what SQLite said. sqlite3.h stays behind it.
#pragma once

#include <concepts>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace claimbase {

/// What is wrong with a store, for programs that say so in one sentence and stop.
enum class StoreErrorKind : std::uint8_t {
  other,         // what() says it
  missing,       // no such file, or it cannot be opened
  not_a_store,   // a database of something else, or no database
  newer_schema,  // written by a later version of the program
  older_schema,  // opened for reading only, and must be migrated by a program that writes
  locked,        // another process is writing, longer than the busy timeout
  read_only,     // the file or its folder cannot be written
  full,          // no space left on the device
  corrupt,       // damaged
  constraint,    // rows that break a rule of the schema: a mistake of ours
};
[[nodiscard]] std::string_view to_string(StoreErrorKind kind);  // "locked" ...

/// what(): "open claimbase.db: unable to open database file".
class StoreError : public std::runtime_error {
 public:
  StoreError(StoreErrorKind kind, int code, const std::string& what)
      : std::runtime_error(what), kind_(kind), code_(code) {}
  [[nodiscard]] StoreErrorKind kind() const noexcept { return kind_; }
  /// SQLite's extended result code; 0 where SQLite itself was content (a newer schema).
  [[nodiscard]] int code() const noexcept { return code_; }

 private:
  StoreErrorKind kind_;
  int code_;
};

enum class OpenMode : std::uint8_t {
  read_only,   // the file must exist
  immutable,   // read_only, and promised not to change: no locks, no -wal file; for read-only media
  read_write,  // the file must exist
  create,      // read_write; made where it is missing
};

/// One connection. For use by one thread at a time. Movable; statements stay valid when it is moved and must end before
/// it.
class Database {
 public:
  /// Opens the file; SQLite reads nothing of it before the first statement. Waits up to `busy_timeout_ms` for locks.
  /// Foreign keys are enforced, schema content is not trusted (trusted_schema off). Throws StoreError.
  Database(const std::filesystem::path& file, OpenMode mode, int busy_timeout_ms = 5000);

  /// Runs all statements in `sql`; their rows are dropped. `sql` is our own text, never input.
  void execute(const std::string& sql);
  /// The first column of the first row; nothing where there is no row.
  [[nodiscard]] std::optional<std::int64_t> integer(std::string_view sql) const;
  [[nodiscard]] std::optional<std::string> text(std::string_view sql) const;

  [[nodiscard]] std::int64_t last_insert_rowid() const;
  /// Rows changed by the last INSERT, UPDATE or DELETE.
  [[nodiscard]] std::int64_t changes() const;
  [[nodiscard]] bool in_transaction() const;
  void set_busy_timeout(int milliseconds);

  [[nodiscard]] const std::filesystem::path& file() const { return file_; }
  /// For the C interface of SQLite; valid as long as this object.
  [[nodiscard]] sqlite3* handle() const { return db_.get(); }
  /// Throws the StoreError for `code`, which a call on this connection has just returned: "<doing> <file>: <what SQLite
  /// said>".
  [[noreturn]] void fail(int code, const std::string& doing) const;

 private:
  struct Close {
    void operator()(sqlite3* db) const noexcept;
  };
  std::filesystem::path file_;
  std::unique_ptr<sqlite3, Close> db_;
};

/// One prepared statement. Parameters are numbered from 1, columns from 0. Binding ends the current execution.
///   Statement find(db, "SELECT title FROM article WHERE path = ?1");
///   find.bind(1, path);
///   while (find.step()) use(find.text(0));
class Statement {
 public:
  /// Throws StoreError where the SQL does not compile. `db` must outlive the statement.
  Statement(const Database& db, std::string_view sql);

  /// `value` is bound without a copy: its bytes must stay until the next reset(), bind() of that index, or the end of
  /// the statement.
  Statement& bind(int index, std::string_view value);
  Statement& bind(int index, const char* value) { return bind(index, std::string_view(value)); }
  Statement& bind(int index, std::string&& value) = delete;  // would dangle: bind_copy
  Statement& bind_copy(int index, std::string_view value);
  Statement& bind_blob(int index, std::string_view value);  // without a copy
  Statement& bind_null(int index);
  /// For functions of our own (https://www.sqlite.org/bindptr.html); both must stay while the statement runs.
  Statement& bind_pointer(int index, void* pointer, const char* type);
  template <std::integral Number>
  Statement& bind(int index, Number value) {
    return bind_integer(index, static_cast<std::int64_t>(value));
  }
  template <std::floating_point Number>
  Statement& bind(int index, Number value) {
    return bind_real(index, static_cast<double>(value));
  }
  /// NULL where absent.
  template <typename Value>
  Statement& bind(int index, const std::optional<Value>& value) {
    return value ? bind(index, *value) : bind_null(index);
  }

  /// True: a row is ready. False: done, and the statement is reset. Throws StoreError, the statement being reset.
  bool step();
  /// Steps to the end and resets; rows are dropped.
  void run();
  /// Ends the current execution. Bindings stay.
  void reset() noexcept;

  [[nodiscard]] int column_count() const;
  [[nodiscard]] std::string_view column_name(int column) const;
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;  // 0 for NULL
  [[nodiscard]] double real(int column) const;           // 0 for NULL
  /// Valid until the next step() or reset(); empty for NULL.
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::string_view blob(int column) const;

 private:
  Statement& bind_integer(int index, std::int64_t value);
  Statement& bind_real(int index, double value);
  void check_bind(int code) const;
  [[nodiscard]] sqlite3_stmt* ready() noexcept;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept;
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// For a whole program, at its start, before any connection: SQLite then keeps no statistics of its memory, which take
/// a lock for each piece that it asks for or gives back (https://www.sqlite.org/malloc.html#memory_statistics).
void leave_out_memory_statistics() noexcept;

/// BEGIN in the constructor, ROLLBACK in the destructor unless commit() was called. Never nested.
class Transaction {
 public:
  enum class Kind : std::uint8_t { read, write };
  /// A write transaction takes the write lock at once (BEGIN IMMEDIATE), so that it cannot fail half-way for a lock.
  explicit Transaction(Database& db, Kind kind = Kind::write);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database& db_;
  bool open_ = true;
};

}  // namespace claimbase
