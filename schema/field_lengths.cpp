#include "schema/field_lengths.h"

#include <algorithm>
#include <numeric>

namespace claimbase {
namespace {

// Column lengths are SQLite variable-length integers: 7 bits a byte, most significant first, 8 bits in a ninth byte.
double weighed(std::string_view blob, std::span<const double> weights) {
  double sum = 0;
  std::uint64_t value = 0;
  int count = 0;
  std::size_t column = 0;
  for (const char c : blob) {
    const auto byte = static_cast<unsigned char>(c);
    ++count;
    value = count == 9 ? (value << 8) | byte : (value << 7) | (byte & 0x7f);
    if (count < 9 && (byte & 0x80) != 0) continue;
    if (column < weights.size()) sum += weights[column++] * static_cast<double>(value);
    value = 0;
    count = 0;
  }
  return sum;
}

}  // namespace

std::size_t FieldLengths::row_of(std::int64_t key) const {
  if (keys.empty() || key < keys.front()) return keys.size();
  // Keys are given one after the other and seldom taken away: most are where they would be without a gap.
  const auto guess = static_cast<std::uint64_t>(key) - static_cast<std::uint64_t>(keys.front());
  if (guess < keys.size() && keys[guess] == key) return guess;
  const auto found = std::ranges::lower_bound(keys, key);
  return found != keys.end() && *found == key ? static_cast<std::size_t>(found - keys.begin()) : keys.size();
}

FieldLengths read_field_lengths(const Database& db, const std::string& table, std::span<const double> weights) {
  FieldLengths lengths;
  Statement rows(db, "SELECT id, sz FROM " + table + "_docsize ORDER BY id");
  while (rows.step()) {
    lengths.keys.push_back(rows.integer(0));
    lengths.words.push_back(static_cast<float>(weighed(rows.blob(1), weights)));
  }
  if (!lengths.words.empty()) {
    lengths.mean =
        std::accumulate(lengths.words.begin(), lengths.words.end(), 0.0) / static_cast<double>(lengths.words.size());
  }
  return lengths;
}

}  // namespace claimbase
