// The relations of claims, and which of them speak for the same thing.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace claimbase {

inline constexpr std::array<std::string_view, 7> kRelations = {"affects", "lowers",   "raises",   "prevents",
                                                               "treats",  "supports", "no-effect"};

enum class Side : std::uint8_t { any, up, down, none };

/// up: raises, supports, affects; down: lowers, prevents, treats; none: no-effect; any: a name that is no relation.
[[nodiscard]] Side side_of(std::string_view relation);
[[nodiscard]] Side opposite(Side side);

}  // namespace claimbase
