// The descriptions of works and what they are looked for by, in memory: for when many of them are looked at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "schema/database.h"

namespace claimbase {

/// What the tables identity and identity_key held when it was made: 60 bytes a description and 12 for each of its keys.
class IdentityIndex {
 public:
  explicit IdentityIndex(const Database& db);

  /// The same rows in the same order as IdentityRows asks of the database: descriptions that share a key with
  /// `identity` and are better, or without an identifier and of a lesser id; the best `most`. Cost: a few
  /// instructions for each that shares a key.
  [[nodiscard]] std::vector<std::int64_t> candidates(std::int64_t identity, std::size_t most) const;
  /// Whether there is nothing to compare it with: it has a DOI, or neither an identifier nor a candidate.
  [[nodiscard]] bool is_alone(std::int64_t identity) const;

 private:
  using Number = std::uint32_t;  // of an item, of a bucket
  struct Item {
    std::int64_t key = 0;
    std::uint64_t id_begin = 0;  // the 32 hexadecimal digits of its id, as two numbers
    std::uint64_t id_end = 0;
    std::uint64_t volume = 0;  // a hash; 0: none
    std::uint64_t page = 0;    // likewise
    std::optional<std::int32_t> year;
    std::int32_t tier = 0;
  };
  static bool is_better(const Item& a, const Item& b);
  [[nodiscard]] const Item* find(std::int64_t identity) const;
  [[nodiscard]] std::vector<Number> candidates_of(const Item& item) const;
  [[nodiscard]] bool may_be_of(const Item& item, const Item& candidate) const;
  void read_items(const Database& db);
  void read_keys(const Database& db);

  std::vector<Item> items_;            // by key
  std::vector<Number> members_;        // items, one bucket (that share a hash) after the other
  std::vector<Number> bucket_begins_;  // in members_; one more at the end
  std::vector<Number> buckets_;        // of the items, one item after the other
  std::vector<Number> item_begins_;    // in buckets_; one more at the end
};

}  // namespace claimbase
