// How many words the columns of an FTS5 table's rows have, all in memory.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "schema/database.h"

namespace claimbase {

/// By row, in the order of the keys.
struct FieldLengths {
  std::vector<std::int64_t> keys;  // ascending
  std::vector<float> words;        // of the row: each column's words times its weight
  double mean = 0;                 // of `words`; 0 where there are no rows

  /// The row of `key`; keys.size() where there is none.
  [[nodiscard]] std::size_t row_of(std::int64_t key) const;
};

/// Reads the lengths that FTS5 keeps. `weights`: one a column. Some 50 ns a row. Throws StoreError.
[[nodiscard]] FieldLengths read_field_lengths(const Database& db, const std::string& table,
                                              std::span<const double> weights);

}  // namespace claimbase
