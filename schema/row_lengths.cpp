#include "schema/row_lengths.h"

#include <string_view>

#include "schema/column_sizes.h"
#include "schema/sqlite_api.h"

namespace claimbase {
namespace {

std::uint32_t sum_of_sizes(std::string_view blob) {
  std::uint64_t sum = 0;
  each_column_size(blob, [&sum](std::uint64_t words) { sum += words; });
  return sum < RowLengths::kNoRow ? static_cast<std::uint32_t>(sum) : RowLengths::kNoRow - 1;
}

struct Finalize {
  void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
};
using StatementPointer = std::unique_ptr<sqlite3_stmt, Finalize>;

StatementPointer prepare(sqlite3* db, const char* format, const std::string& table) {
  char* sql = sqlite3_mprintf(format, table.c_str());  // %w doubles the quotes in the name
  sqlite3_stmt* statement = nullptr;
  if (sql != nullptr) sqlite3_prepare_v2(db, sql, -1, &statement, nullptr);
  sqlite3_free(sql);
  return StatementPointer(statement);
}

std::shared_ptr<const RowLengths> read_lengths(sqlite3* db, const std::string& table) {
  const auto bounds = prepare(db, "SELECT min(id), max(id), count(*) FROM \"%w_docsize\"", table);
  if (!bounds || sqlite3_step(bounds.get()) != SQLITE_ROW) return nullptr;
  auto lengths = std::make_shared<RowLengths>();
  const std::int64_t first = sqlite3_column_int64(bounds.get(), 0);
  const std::int64_t last = sqlite3_column_int64(bounds.get(), 1);
  const auto count = static_cast<std::uint64_t>(sqlite3_column_int64(bounds.get(), 2));
  const std::uint64_t span = static_cast<std::uint64_t>(last) - static_cast<std::uint64_t>(first);
  if (count == 0 || span / 8 > count + 1024) return lengths;
  lengths->first = first;
  lengths->words.assign(span + 1, RowLengths::kNoRow);
  const auto rows = prepare(db, "SELECT id, sz FROM \"%w_docsize\"", table);
  int code = rows ? SQLITE_ROW : SQLITE_ERROR;
  while (rows && (code = sqlite3_step(rows.get())) == SQLITE_ROW) {
    const auto index =
        static_cast<std::uint64_t>(sqlite3_column_int64(rows.get(), 0)) - static_cast<std::uint64_t>(first);
    const auto* blob = static_cast<const char*>(sqlite3_column_blob(rows.get(), 1));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(rows.get(), 1));
    if (index > span || blob == nullptr) continue;
    lengths->words[index] = sum_of_sizes(std::string_view(blob, size));
  }
  return code == SQLITE_DONE ? lengths : nullptr;
}

}  // namespace

RowLengthCache::Version RowLengthCache::version() const {
  Version version;
  sqlite3_file_control(db_, "main", SQLITE_FCNTL_DATA_VERSION, static_cast<void*>(&version.committed));
  version.own = sqlite3_total_changes64(db_);
  return version;
}

std::shared_ptr<const RowLengths> RowLengthCache::lengths(const std::string& table) {
  const Version now = version();
  Entry& entry = entries_[table];
  if (entry.lengths && entry.version == now) return entry.lengths;
  entry.lengths = read_lengths(db_, table);
  entry.version = now;
  return entry.lengths;
}

}  // namespace claimbase
