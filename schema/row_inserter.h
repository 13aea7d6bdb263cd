// Rows that are written many at a time: what a statement costs besides its rows (cursors opened and closed, mostly) is
// two fifths of what a row does that is written alone.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "schema/database.h"

namespace claimbase {

/// The values of one row, columns counted from 1.
class RowValues {
 public:
  RowValues(Statement& statement, int before) : statement_(statement), before_(before) {}
  /// As Statement::bind; a text must stay until insert() has returned.
  template <typename Value>
  RowValues& bind(int column, const Value& value) {
    statement_.bind(before_ + column, value);
    return *this;
  }

 private:
  Statement& statement_;
  int before_;
};

/// Inserts into one table. Its statements are prepared when they are first needed.
class RowInserter {
 public:
  /// `columns`: "article, ordinal". Both are our own text, never input. `db` must outlive it.
  RowInserter(Database& db, std::string table, std::string columns);

  /// Writes rows 0, 1 ... `count` - 1, each of whose columns `fill(RowValues&, row)` binds. The key of the first, of a
  /// table that has integer keys; those of the others follow it. Where a row breaks a rule of the schema, the rows
  /// before it may be there: the transaction must end.
  template <typename Fill>
  std::int64_t insert(std::size_t count, const Fill& fill) {
    std::int64_t first = 0;
    for (std::size_t row = 0; row < count;) {
      const Group group = group_for(count - row);
      for (std::size_t i = 0; i < group.rows; ++i) {
        RowValues values(*group.statement, static_cast<int>(i) * columns_count_);
        fill(values, row + i);
      }
      group.statement->run();
      if (row == 0) first = db_.last_insert_rowid() - static_cast<std::int64_t>(group.rows) + 1;
      row += group.rows;
    }
    return first;
  }

 private:
  struct Group {
    std::size_t rows = 0;
    Statement* statement = nullptr;
  };
  [[nodiscard]] Group group_for(std::size_t rows);

  static constexpr std::array<std::size_t, 3> kGroups = {16, 4, 1};
  Database& db_;
  std::string table_;
  std::string columns_;
  int columns_count_;
  std::array<std::optional<Statement>, kGroups.size()> statements_;
};

}  // namespace claimbase
