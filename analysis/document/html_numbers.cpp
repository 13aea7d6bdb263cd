#include "analysis/document/html_numbers.h"

#include <algorithm>
#include <string_view>

namespace claimbase::reading {
namespace {

constexpr std::size_t kMostDigits = 7;  // of the largest code point, 1114111; by sixteens 10FFFF

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_hex_digit(char c) {
  return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
}

// Of the digits at `begin`; where they end.
std::size_t clamp(std::string& page, std::size_t begin, bool hex) {
  std::size_t end = begin;
  while (end < page.size() && (hex ? is_hex_digit(page[end]) : is_digit(page[end]))) ++end;
  const std::size_t first = std::min(page.find_first_not_of('0', begin), end);
  if (end - first <= kMostDigits) return end;
  const std::string_view replacement = hex ? "FFFD" : "65533";
  const auto digits = static_cast<std::ptrdiff_t>(end - replacement.size());
  std::fill(page.begin() + static_cast<std::ptrdiff_t>(first), page.begin() + digits, '0');
  std::ranges::copy(replacement, page.begin() + digits);
  return end;
}

}  // namespace

void clamp_numbers(std::string& page) {
  for (std::size_t at = page.find("&#"); at != std::string::npos; at = page.find("&#", at)) {
    at += 2;
    const bool hex = at < page.size() && (page[at] == 'x' || page[at] == 'X');
    at = clamp(page, at + (hex ? 1 : 0), hex);
  }
}

}  // namespace claimbase::reading
