// The rows of claims and the concepts they are made of.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "schema/database.h"
#include "schema/records.h"
#include "schema/row_inserter.h"

namespace claimbase {

/// Remembers what it has found: another must be made where the vocabulary is written.
class ClaimRows {
 public:
  /// `db` must outlive it.
  explicit ClaimRows(Database& db);

  /// The keys of the mentions' claims, their rows made where there are none. Throws StoreError (constraint) where the
  /// vocabulary lacks their concepts.
  [[nodiscard]] std::vector<std::int64_t> open(std::span<const MentionRecord> mentions);

  /// Takes the claim out where no mention is left, and with it retired concepts that no claim uses any more.
  void settle(std::int64_t claim);

 private:
  [[nodiscard]] std::int64_t find(const std::string& id);
  [[nodiscard]] std::int64_t concept_key(std::string_view id, std::string_view scheme);
  void settle_concept(std::int64_t key);

  Database& db_;
  Statement find_;
  RowInserter add_;
  Statement find_concept_;
  Statement unused_;
  Statement remove_;
  Statement remove_concept_;
  bool knows_all_;                                          // what is not in claims_ has no row
  std::unordered_map<std::string, std::int64_t> claims_;    // by id
  std::unordered_map<std::string, std::int64_t> concepts_;  // by "scheme id"
};

}  // namespace claimbase
