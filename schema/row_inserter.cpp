#include "schema/row_inserter.h"

#include <algorithm>
#include <utility>

namespace claimbase {

RowInserter::RowInserter(Database& db, std::string table, std::string columns)
    : db_(db),
      table_(std::move(table)),
      columns_(std::move(columns)),
      columns_count_(1 + static_cast<int>(std::ranges::count(columns_, ','))) {}

// OR FAIL: as in work_rows.cpp.
RowInserter::Group RowInserter::group_for(std::size_t rows) {
  std::size_t number = 0;
  while (kGroups.at(number) > rows) ++number;
  std::optional<Statement>& statement = statements_.at(number);
  if (!statement) {
    std::string row = "(?";
    for (int i = 1; i < columns_count_; ++i) row += ", ?";
    row += ')';
    std::string sql = "INSERT OR FAIL INTO " + table_ + "(" + columns_ + ") VALUES " + row;
    for (std::size_t i = 1; i < kGroups.at(number); ++i) sql += ", " + row;
    statement.emplace(db_, sql);
  }
  return {kGroups.at(number), &*statement};
}

}  // namespace claimbase
