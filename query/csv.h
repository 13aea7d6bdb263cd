// Comma-separated values as RFC 4180 has them, lines ended by LF as the other tools of a pipe expect.
#pragma once

#include <string>
#include <string_view>

namespace claimbase {

/// Quoted where it holds a comma, a quote, or a line end.
[[nodiscard]] std::string csv_field(std::string_view value);

}  // namespace claimbase
