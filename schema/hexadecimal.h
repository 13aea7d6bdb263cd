// 64-bit fingerprints as 16 hexadecimal digits, their form in the store.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace claimbase {

[[nodiscard]] std::string to_hexadecimal(std::uint64_t value);
/// 0 where `digits` is no such number.
[[nodiscard]] std::uint64_t from_hexadecimal(std::string_view digits);

}  // namespace claimbase
