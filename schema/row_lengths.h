// The lengths (in words) of all rows of FTS5 tables, in memory, one copy a connection.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

struct sqlite3;

namespace claimbase {

/// The lengths of one table's rows at one moment. Empty where the row numbers are so sparse that an array would waste
/// memory.
struct RowLengths {
  std::int64_t first = 0;
  std::vector<std::uint32_t> words;  // of row first + i; kNoRow: no such row

  static constexpr std::uint32_t kNoRow = 0xffffffff;
  /// Nothing: not known here.
  [[nodiscard]] std::optional<std::uint32_t> of(std::int64_t row) const {
    const auto index = static_cast<std::uint64_t>(row) - static_cast<std::uint64_t>(first);
    if (row < first || index >= words.size() || words[index] == kNoRow) return std::nullopt;
    return words[index];
  }
};

class RowLengthCache {
 public:
  explicit RowLengthCache(sqlite3* db) : db_(db) {}
  /// Read again only where the data changed since the last call. Null: there is no such FTS5 table, or it keeps no
  /// lengths.
  [[nodiscard]] std::shared_ptr<const RowLengths> lengths(const std::string& table);

 private:
  struct Version {
    unsigned committed = 0;  // SQLITE_FCNTL_DATA_VERSION
    std::int64_t own = 0;    // sqlite3_total_changes64: this connection's own, also before its commit
    friend bool operator==(const Version&, const Version&) = default;
  };
  struct Entry {
    Version version;
    std::shared_ptr<const RowLengths> lengths;
  };
  [[nodiscard]] Version version() const;
  sqlite3* db_;
  std::map<std::string, Entry> entries_;
};

}  // namespace claimbase
