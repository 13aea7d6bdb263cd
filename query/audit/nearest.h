// Suggestions for a misspelt name.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace claimbase {

/// How many characters must be put in, taken out, changed, or swapped with their neighbour to make `b` of `a`
/// (optimal string alignment). O(|a| * |b|); of names longer than 64 bytes only the start counts.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// Those of `names` that `given` may stand for, the nearest first, at most three: within a third of its length, or
/// having it as one of their dotted or hyphened parts.
[[nodiscard]] std::vector<std::string_view> nearest_names(std::string_view given,
                                                          std::span<const std::string_view> names);

/// "given (nearest: a, b)"; `given` alone where nothing is near.
[[nodiscard]] std::string with_nearest(std::string_view given, std::span<const std::string_view> names);

}  // namespace claimbase
