// How many slips of a typist lie between two words.
#pragma once

#include <cstddef>
#include <string_view>

namespace claimbase {

/// Damerau and Levenshtein's distance in bytes (letters left out, put in, changed, or swapped with their neighbour; no
/// part is edited twice), or `most` + 1 where it is greater than `most`. Words of more than 64 bytes are never near.
/// O(length * length), given up early.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most);

}  // namespace claimbase
