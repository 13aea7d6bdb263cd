// Lists and ranges of marker numbers: "8,9", "3-5", "1, 4 en 7".
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace claimbase {

struct NumberList {
  std::vector<int> numbers;  // ranges expanded
  std::size_t end = 0;       // behind the last digit; 0: no list here
};

/// The list that starts with a digit at `position`. `spaced`: ", " and " - " also separate (inside brackets); `words`:
/// " en ", " and ", " & " too. Numbers have one to three digits and no leading zero; a range runs upwards over at most
/// 50: else the list ends before it.
[[nodiscard]] NumberList read_number_list(std::string_view text, std::size_t position, bool spaced, bool words);

}  // namespace claimbase
