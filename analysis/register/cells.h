// Cells of the register's tables that hold several values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimbase::registers {

/// The parts of `text` between `separator`, spaces trimmed, empty ones left out.
[[nodiscard]] std::vector<std::string_view> parts_of(std::string_view text, std::string_view separator);
[[nodiscard]] std::vector<std::string> strings_of(std::string_view text, std::string_view separator);

/// A number with a point, without sign or exponent; the whole of `text`. Negative: it is none.
[[nodiscard]] double amount_of(std::string_view text);

inline constexpr std::string_view kSeveral = " | ";

}  // namespace claimbase::registers
