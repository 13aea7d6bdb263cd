// Decoding of UTF-8 one code point at a time, for loops that must be fast and must survive any bytes (RFC 3629).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace claimbase {

struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 1;  // bytes; 1 for a byte that starts no valid sequence
  bool valid = true;
};

/// The code point at text[at]; `at` < text.size(). Overlong forms, surrogates and cut sequences are invalid.
[[nodiscard]] inline CodePoint decode_utf8(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const std::size_t left = text.size() - at;
  const char32_t first = byte(0);
  if (first < 0x80) return {first, 1, true};
  if (first >= 0xC2 && first < 0xE0 && left >= 2 && tail(1))
    return {(first & 0x1FU) << 6U | (byte(1) & 0x3FU), 2, true};
  if (first >= 0xE0 && first < 0xF0 && left >= 3 && tail(1) && tail(2)) {
    const char32_t value = (first & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
    if (value >= 0x800 && (value < 0xD800 || value > 0xDFFF)) return {value, 3, true};
  }
  if (first >= 0xF0 && first < 0xF5 && left >= 4 && tail(1) && tail(2) && tail(3)) {
    const char32_t value =
        (first & 0x07U) << 18U | (byte(1) & 0x3FU) << 12U | (byte(2) & 0x3FU) << 6U | (byte(3) & 0x3FU);
    if (value >= 0x10000 && value <= 0x10FFFF) return {value, 4, true};
  }
  return {0xFFFD, 1, false};
}

/// The code point that ends just before text[end]; `end` > 0. Invalid bytes come one at a time.
[[nodiscard]] inline CodePoint decode_utf8_before(std::string_view text, std::size_t end) {
  for (std::size_t size = 1; size <= 4 && size <= end; ++size) {
    const CodePoint found = decode_utf8(text.substr(0, end), end - size);
    if (found.valid && found.size == size) return found;
  }
  return {0xFFFD, 1, false};
}

}  // namespace claimbase
