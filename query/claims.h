// Canonical claims with how often and on what they are made: the command `claims` and its export.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "query/filters.h"
#include "query/record_writer.h"
#include "schema/database.h"

namespace claimbase {

struct ClaimRow {
  std::string id;
  std::string substance;
  std::string relation;
  std::string outcome;
  std::int64_t mentions = 0;
  std::int64_t articles = 0;
  std::int64_t hedged = 0;
  std::int64_t negated = 0;
  std::int64_t references = 0;    // linked to the mentions; a bare reference list does not count
  std::optional<int> best_level;  // of those
  std::int64_t total = 0;         // claims, were there no limit
};

/// A row for each claim, by its mentions that pass the filters: most mentions first, then most articles, then by id.
/// Only what the filters lead to is read, and works only for the rows that are given.
[[nodiscard]] std::vector<ClaimRow> most_mentioned_claims(const Database& db, const Filters& filters,
                                                          std::size_t limit);
/// All of them, by id.
[[nodiscard]] Statement all_claims(const Database& db);

[[nodiscard]] ClaimRow read_claim(const Statement& row);
[[nodiscard]] Json to_json(const ClaimRow& row);
[[nodiscard]] std::vector<std::string> claim_columns();

}  // namespace claimbase
