#include "analysis/bibliography/reference_memo.h"

#include <algorithm>
#include <utility>

namespace claimbase {
namespace {

constexpr std::size_t kLongest = 1'000;

}  // namespace

ReferenceMemo::ReferenceMemo(std::size_t most) : half_(std::max<std::size_t>(most / 2, 1)) {}

Reference ReferenceMemo::parse(std::string_view text) {
  if (text.size() > kLongest) return parse_reference(text);
  std::string key(text);
  if (const auto found = newer_.find(key); found != newer_.end()) return found->second;
  auto known = older_.extract(key);
  if (newer_.size() == half_) older_ = std::exchange(newer_, {});
  if (known) return newer_.insert(std::move(known)).position->second;
  return newer_.emplace(std::move(key), parse_reference(text)).first->second;
}

}  // namespace claimbase
