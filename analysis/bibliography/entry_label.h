// The labels that the sequence model gives to the words of a reference entry.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace claimbase::entry {

/// Numbers are part of the model file: never change an existing one.
enum class Label : std::uint8_t {
  other = 0,
  author = 1,
  editor = 2,
  date = 3,
  title = 4,
  container = 5,
  volume = 6,
  issue = 7,
  page = 8,
  publisher = 9,
  place = 10
};
inline constexpr std::size_t kLabels = 11;

[[nodiscard]] constexpr std::size_t index_of(Label label) {
  return static_cast<std::size_t>(label);
}

inline constexpr std::array<std::string_view, kLabels> kLabelNames{
    "other", "author", "editor", "date", "title", "container", "volume", "issue", "page", "publisher", "place"};

}  // namespace claimbase::entry
