#include "query/asked_claims.h"

#include <algorithm>
#include <string>

namespace claimbase {
namespace {

std::vector<std::int64_t> keys_of(const Database& db, const std::string& json) {
  std::vector<std::int64_t> keys;
  if (json.empty()) return keys;
  Statement values(db, "SELECT value FROM json_each(?1) ORDER BY value");
  for (values.bind(1, std::string_view(json)); values.step();) keys.push_back(values.integer(0));
  return keys;
}

bool is_one_of(const std::vector<std::int64_t>& keys, std::int64_t key) {
  return keys.empty() || std::ranges::binary_search(keys, key);
}

}  // namespace

AskedClaims::AskedClaims(const Database& db, const Filters& filters)
    : db_(&db),
      filters_(&filters),
      substances_(keys_of(db, filters.substances)),
      outcomes_(keys_of(db, filters.outcomes)) {}

bool AskedClaims::is_asked(std::int64_t substance, std::int64_t outcome, std::string_view relation) const {
  return is_one_of(substances_, substance) && is_one_of(outcomes_, outcome) &&
         (filters_->relation.empty() || relation == filters_->relation);
}

Statement AskedClaims::select(const std::string& columns) const {
  std::string sql = "SELECT " + columns + " FROM claim";
  // Said without "or none asked", so that an index of claims serves.
  if (!substances_.empty()) sql += " WHERE substance IN (SELECT value FROM json_each(?1))";
  if (!outcomes_.empty()) {
    sql += substances_.empty() ? " WHERE" : " AND";
    sql += " outcome IN (SELECT value FROM json_each(?2))";
  }
  Statement claims(*db_, sql);
  if (!substances_.empty()) claims.bind(1, std::string_view(filters_->substances));
  if (!outcomes_.empty()) claims.bind(2, std::string_view(filters_->outcomes));
  return claims;
}

bool AskedClaims::contains(std::int64_t claim) {
  if (any()) return true;
  if (all_) {
    const auto at = static_cast<std::size_t>(claim);
    return at < in_all_.size() && in_all_[at];
  }
  const auto [place, is_new] = known_.try_emplace(claim, false);
  if (!is_new) return place->second;
  if (!claim_) claim_.emplace(*db_, "SELECT substance, outcome, relation FROM claim WHERE key = ?1");
  for (claim_->bind(1, claim); claim_->step();) {
    place->second = is_asked(claim_->integer(0), claim_->integer(1), claim_->text(2));
  }
  return place->second;
}

std::int64_t AskedClaims::most() {
  if (most_) return *most_;
  if (substances_.empty() && outcomes_.empty()) {
    most_ = db_->integer("SELECT max(key) FROM claim").value_or(0);
    return *most_;
  }
  Statement count = select("count(*)");
  while (count.step()) most_ = count.integer(0);
  return most_.value_or(0);
}

const std::vector<std::int64_t>& AskedClaims::read() {
  if (all_) return *all_;
  all_.emplace();
  Statement claims = select("key, substance, outcome, relation");
  while (claims.step()) {
    if (!is_asked(claims.integer(1), claims.integer(2), claims.text(3))) continue;
    const auto at = static_cast<std::size_t>(claims.integer(0));
    all_->push_back(claims.integer(0));
    if (at >= in_all_.size()) in_all_.resize(std::max(at + 1, 2 * in_all_.size()));
    in_all_[at] = true;
  }
  return *all_;
}

}  // namespace claimbase
