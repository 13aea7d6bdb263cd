// Which markers of a sentence belong to which part of it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/citation/citation.h"

namespace claimbase {

/// Markers that stand together: "8,9", "[1]-[3]".
struct MarkerGroup {
  ByteRange range;
  std::vector<std::uint32_t> citations;  // indexes in the citations given to marker_groups
};

/// The groups of `citations[first, last)`, all in one sentence of `text`, attributions left out.
[[nodiscard]] std::vector<MarkerGroup> marker_groups(std::string_view text, std::span<const Citation> citations,
                                                     std::uint32_t first, std::uint32_t last);

/// The index of the first group that begins at or after `position`; the last group where there is none. `groups` is not
/// empty.
[[nodiscard]] std::size_t group_after(std::span<const MarkerGroup> groups, std::uint32_t position);

/// The citations of the groups that are group_after() of none of `positions`: they stand before anything they could
/// cite, and so cite the whole sentence.
[[nodiscard]] std::vector<std::uint32_t> citations_of_whole(std::span<const MarkerGroup> groups,
                                                            std::span<const std::uint32_t> positions);

}  // namespace claimbase
