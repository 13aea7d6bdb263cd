#include "schema/field_lengths.h"

#include <algorithm>
#include <numeric>

#include "schema/column_sizes.h"
namespace claimbase {
namespace {

double weighed(std::string_view blob, std::span<const double> weights) {
  double sum = 0;
  std::size_t column = 0;
  each_column_size(blob, [&](std::uint64_t words) {
    if (column < weights.size()) sum += weights[column++] * static_cast<double>(words);
  });
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
