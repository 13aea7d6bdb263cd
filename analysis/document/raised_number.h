// Raised digits: an exponent, or a citation.
#pragma once

#include <string_view>

namespace claimbase::reading {

/// "10" with 6 raised is no 106, where "in 2016" with 6 raised is a citation. `before`: the words that it stands
/// behind.
[[nodiscard]] inline bool is_power(std::string_view before, std::string_view raised) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (raised.empty() || !(is_digit(raised.front()) || raised.front() == '-' || raised.starts_with("\xE2\x88\x92")))
    return false;
  return before.ends_with("10") && (before.size() == 2 || !is_digit(before[before.size() - 3]));
}

}  // namespace claimbase::reading
