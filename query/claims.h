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

/// A statement that gives a row for each claim by the mentions that pass kMentionFilter (filters.h). ?1: the limit.
/// Most mentions first.
[[nodiscard]] Statement most_mentioned_claims(const Database& db);
/// All of them, by id.
[[nodiscard]] Statement all_claims(const Database& db);

[[nodiscard]] ClaimRow read_claim(const Statement& row);
[[nodiscard]] Json to_json(const ClaimRow& row);
[[nodiscard]] std::vector<std::string> claim_columns();

}  // namespace claimbase
