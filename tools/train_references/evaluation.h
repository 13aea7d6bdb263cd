// How many references are right: the definition that docs/references.md gives.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "analysis/bibliography/reference.h"
#include "tools/train_references/labelled_string.h"

namespace claimbase::training {

enum class Field : std::uint8_t { author, year, title, container, volume, page };
inline constexpr std::size_t kFields = 6;
inline constexpr std::array<std::string_view, kFields> kFieldNames{"author",    "year",   "title",
                                                                   "container", "volume", "page"};

/// A field is right where both are empty, or both are equal when case, punctuation, dashes and white space are left out
/// of the comparison; of authors the first, of pages the first. A field that the data leave empty but the reading
/// fills is wrong.
[[nodiscard]] std::array<bool, kFields> right_fields(const LabelledString& expected, const Reference& read);

struct Score {
  std::size_t strings = 0;
  std::size_t all_right = 0;
  std::size_t all_right_where_given = 0;  // fields that the data leave empty not counted
  std::array<std::size_t, kFields> right{};
};
void count(const std::array<bool, kFields>& right, const LabelledString& expected, Score& score);

}  // namespace claimbase::training
