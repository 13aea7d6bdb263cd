// A half-open range of bytes in an article's text. Every sentence, mention, citation and reference keeps one.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace claimbase {

struct ByteRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return end <= begin; }
  [[nodiscard]] constexpr bool contains(ByteRange inner) const { return begin <= inner.begin && inner.end <= end; }
  [[nodiscard]] constexpr bool overlaps(ByteRange other) const { return begin < other.end && other.begin < end; }
  /// The bytes of `text` in this range; valid as long as `text` is.
  [[nodiscard]] constexpr std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
  // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes the default's comparison with 0 for a pointer's
  friend constexpr auto operator<=>(ByteRange, ByteRange) = default;
};

}  // namespace claimbase
