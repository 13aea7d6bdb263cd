#include "schema/identity_index.h"

#include <xxhash.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>
#include <tuple>

namespace claimbase {
namespace {

std::uint64_t hash_of(std::string_view text) {
  return text.empty() ? 0 : XXH3_64bits(text.data(), text.size()) | 1U;
}

std::uint64_t hexadecimal(std::string_view digits) {
  std::uint64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return value;
}

std::size_t count_rows(const Database& db, std::string_view sql) {
  return static_cast<std::size_t>(db.integer(sql).value_or(0));
}

constexpr std::size_t kHalf = 16;  // digits of an id

}  // namespace

IdentityIndex::IdentityIndex(const Database& db) {
  read_items(db);
  read_keys(db);
}

// Counted before they are read: a vector that grows takes three times its place while it does.
void IdentityIndex::read_items(const Database& db) {
  items_.reserve(count_rows(db, "SELECT count(*) FROM identity"));
  Statement rows(db,
                 "SELECT key, id, volume, page, year, CASE WHEN doi <> '' THEN 3 WHEN pmid <> '' THEN 2 WHEN pmcid <> "
                 "'' THEN 1 ELSE 0 END FROM identity ORDER BY key");
  while (rows.step()) {
    Item item;
    item.key = rows.integer(0);
    const std::string_view id = rows.text(1);
    item.id_begin = hexadecimal(id.substr(0, kHalf));
    item.id_end = hexadecimal(id.substr(std::min(kHalf, id.size())));
    item.volume = hash_of(rows.text(2));
    item.page = hash_of(rows.text(3));
    if (!rows.is_null(4)) item.year = static_cast<std::int32_t>(rows.integer(4));
    item.tier = static_cast<std::int32_t>(rows.integer(5));
    items_.push_back(item);
  }
}

void IdentityIndex::read_keys(const Database& db) {
  std::vector<Number> bucket_of;  // of each member
  const std::size_t keys = count_rows(db, "SELECT count(*) FROM identity_key");
  members_.reserve(keys);
  bucket_of.reserve(keys);
  item_begins_.assign(items_.size() + 1, 0);
  std::optional<std::int64_t> hash;
  Statement rows(db, "SELECT hash, identity FROM identity_key ORDER BY hash, identity");
  while (rows.step()) {
    const auto item = std::ranges::lower_bound(items_, rows.integer(1), {}, &Item::key);
    if (item == items_.end() || item->key != rows.integer(1)) continue;
    if (hash != rows.integer(0)) bucket_begins_.push_back(static_cast<Number>(members_.size()));
    hash = rows.integer(0);
    const auto number = static_cast<Number>(item - items_.begin());
    members_.push_back(number);
    bucket_of.push_back(static_cast<Number>(bucket_begins_.size() - 1));
    ++item_begins_[number + 1];
  }
  bucket_begins_.push_back(static_cast<Number>(members_.size()));
  for (std::size_t i = 1; i < item_begins_.size(); ++i) item_begins_[i] += item_begins_[i - 1];
  std::vector<Number> next(item_begins_.begin(), item_begins_.end());
  buckets_.resize(members_.size());
  for (std::size_t i = 0; i < members_.size(); ++i) buckets_[next[members_[i]]++] = bucket_of[i];
}

bool IdentityIndex::is_better(const Item& a, const Item& b) {
  return std::tie(b.tier, a.id_begin, a.id_end) < std::tie(a.tier, b.id_begin, b.id_end);
}

// As kMayMatch and kCandidates of schema/identity_rows.cpp have it.
bool IdentityIndex::may_be_of(const Item& item, const Item& candidate) const {
  const bool better = candidate.tier > item.tier || (item.tier == 0 && is_better(candidate, item));
  if (!better) return false;
  const bool same_page = candidate.page == item.page && item.page != 0;
  const bool place = candidate.volume == item.volume || candidate.volume == 0 || item.volume == 0 || same_page ||
                     candidate.page == 0 || item.page == 0;
  return place &&
         (same_page || !candidate.year || !item.year || std::abs(std::int64_t{*candidate.year} - *item.year) <= 1);
}

const IdentityIndex::Item* IdentityIndex::find(std::int64_t identity) const {
  const auto found = std::ranges::lower_bound(items_, identity, {}, &Item::key);
  return found == items_.end() || found->key != identity ? nullptr : &*found;
}

std::vector<IdentityIndex::Number> IdentityIndex::candidates_of(const Item& item) const {
  const auto number = static_cast<std::size_t>(&item - items_.data());
  std::vector<Number> made;
  for (Number at = item_begins_[number]; at < item_begins_[number + 1]; ++at) {
    const Number bucket = buckets_[at];
    for (Number member = bucket_begins_[bucket]; member < bucket_begins_[bucket + 1]; ++member) {
      if (may_be_of(item, items_[members_[member]])) made.push_back(members_[member]);
    }
  }
  std::ranges::sort(made);
  made.erase(std::unique(made.begin(), made.end()), made.end());
  return made;
}

bool IdentityIndex::is_alone(std::int64_t identity) const {
  const Item* const item = find(identity);
  return item == nullptr || item->tier == 3 || (item->tier == 0 && candidates_of(*item).empty());
}

std::vector<std::int64_t> IdentityIndex::candidates(std::int64_t identity, std::size_t most) const {
  const Item* const item = find(identity);
  if (item == nullptr) return {};
  std::vector<Number> made = candidates_of(*item);
  const std::size_t kept = std::min(most, made.size());
  std::ranges::partial_sort(made, made.begin() + static_cast<std::ptrdiff_t>(kept),
                            [this](Number a, Number b) { return is_better(items_[a], items_[b]); });
  std::vector<std::int64_t> keys;
  keys.reserve(kept);
  for (std::size_t i = 0; i < kept; ++i) keys.push_back(items_[made[i]].key);
  return keys;
}

}  // namespace claimbase
