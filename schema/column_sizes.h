// The words of each column of a row, as FTS5 keeps them (column `sz` of its table of sizes).
#pragma once

#include <cstdint>
#include <string_view>

namespace claimbase {

/// Calls `use` with the size of each column, the first first. They are SQLite's variable-length integers: seven bits a
/// byte, most significant first, eight in a ninth byte (https://www.sqlite.org/fileformat2.html#varint).
template <typename Use>
void each_column_size(std::string_view blob, const Use& use) {
  std::uint64_t value = 0;
  int count = 0;
  for (const char c : blob) {
    const auto byte = static_cast<unsigned char>(c);
    ++count;
    value = count == 9 ? (value << 8U) | byte : (value << 7U) | (byte & 0x7fU);
    if (count < 9 && (byte & 0x80U) != 0) continue;
    use(value);
    value = 0;
    count = 0;
  }
}

}  // namespace claimbase
