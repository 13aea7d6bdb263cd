// Digits glued to what stands before them: the commonest marker where a page's superscript was lost in pasting.
#pragma once

#include <cstddef>
#include <string_view>

#include "analysis/citation/marker_candidate.h"

namespace claimbase {

/// The candidate whose first digit is text[position]; without numbers: none.
[[nodiscard]] MarkerCandidate glued_candidate(std::string_view text, std::size_t position);

/// "in 200516": the candidate behind the year that starts at text[position]; without numbers: none.
[[nodiscard]] MarkerCandidate glued_to_year(std::string_view text, std::size_t position);

}  // namespace claimbase
