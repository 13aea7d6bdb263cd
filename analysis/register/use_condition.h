// Conditions of use that can be tested, as the data files write them: "at-least creatine 3 g day".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "analysis/register/register_entry.h"

namespace claimbase {

[[nodiscard]] std::string_view to_string(UseCondition::Kind kind);  // "source-of", "high", "at-least" ...

/// Kind, nutrient, and of at-least, at-most and stated the amount, its unit and what it is for; none: it is not that.
[[nodiscard]] std::optional<UseCondition> parse_use_condition(std::string_view words);

/// Several, with " | " between them; none: one of them cannot be read. Empty text has no conditions.
[[nodiscard]] std::optional<std::vector<UseCondition>> parse_use_conditions(std::string_view cell);

}  // namespace claimbase
