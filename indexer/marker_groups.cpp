#include "indexer/marker_groups.h"

#include <algorithm>

namespace claimbase {
namespace {

// Between the numbers of one group stand commas, dashes, spaces and brackets, never words.
bool stand_together(std::string_view text, ByteRange left, ByteRange right) {
  constexpr std::uint32_t kWidestGap = 8;
  if (right.begin <= left.end) return true;
  if (right.begin - left.end > kWidestGap) return false;
  const std::string_view gap = ByteRange{left.end, right.begin}.of(text);
  return std::ranges::none_of(gap, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.'; });
}

}  // namespace

std::vector<MarkerGroup> marker_groups(std::string_view text, std::span<const Citation> citations, std::uint32_t first,
                                       std::uint32_t last) {
  std::vector<MarkerGroup> groups;
  for (std::uint32_t i = first; i < last; ++i) {
    const Citation& citation = citations[i];
    if (citation.kind == CitationKind::attribution) continue;
    if (groups.empty() || !stand_together(text, groups.back().range, citation.range)) {
      groups.push_back({citation.range, {}});
    }
    groups.back().range.end = std::max(groups.back().range.end, citation.range.end);
    groups.back().citations.push_back(i);
  }
  return groups;
}

std::size_t group_after(std::span<const MarkerGroup> groups, std::uint32_t position) {
  const auto found = std::ranges::lower_bound(groups, position, {}, [](const MarkerGroup& g) { return g.range.begin; });
  return found == groups.end() ? groups.size() - 1 : static_cast<std::size_t>(found - groups.begin());
}

std::vector<std::uint32_t> citations_of_whole(std::span<const MarkerGroup> groups,
                                              std::span<const std::uint32_t> positions) {
  std::vector<bool> has_part(groups.size(), false);
  for (const std::uint32_t position : positions) {
    if (!groups.empty()) has_part[group_after(groups, position)] = true;
  }
  std::vector<std::uint32_t> whole;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if (!has_part[g]) whole.insert(whole.end(), groups[g].citations.begin(), groups[g].citations.end());
  }
  return whole;
}

}  // namespace claimbase
