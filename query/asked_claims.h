// The claims of the substance, the outcome and the relation that a search is narrowed down to.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "query/filters.h"
#include "schema/database.h"

namespace claimbase {

/// A claim is looked up when it is first asked for, or all of them are read at once.
class AskedClaims {
 public:
  /// Both must outlive it.
  AskedClaims(const Database& db, const Filters& filters);

  /// Nothing is asked of claims.
  [[nodiscard]] bool any() const { return substances_.empty() && outcomes_.empty() && filters_->relation.empty(); }
  [[nodiscard]] bool contains(std::int64_t claim);
  /// How many there are at most: whatever the relation. Cost: an entry of an index for each.
  [[nodiscard]] std::int64_t most();
  /// Their keys, in no order. Where only a relation is asked for: all claims are read.
  [[nodiscard]] const std::vector<std::int64_t>& read();

 private:
  [[nodiscard]] bool is_asked(std::int64_t substance, std::int64_t outcome, std::string_view relation) const;
  /// "SELECT `columns`" of the claims of the concepts asked for, whatever the relation.
  [[nodiscard]] Statement select(const std::string& columns) const;

  const Database* db_;
  const Filters* filters_;
  std::vector<std::int64_t> substances_;  // sorted; empty: any
  std::vector<std::int64_t> outcomes_;
  std::optional<Statement> claim_;
  std::unordered_map<std::int64_t, bool> known_;
  std::optional<std::int64_t> most_;
  std::optional<std::vector<std::int64_t>> all_;
  std::vector<bool> in_all_;  // by key
};

}  // namespace claimbase
