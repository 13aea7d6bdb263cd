// Digits glued to a word: "studie2", "Jansen3", "zie4".
#pragma once

#include <cstddef>
#include <string_view>

#include "analysis/citation/marker_candidate.h"

namespace claimbase {

/// Gives `candidate`, whose digits start at `position` behind a letter, its surety and word. False: no marker.
[[nodiscard]] bool behind_word(std::string_view text, std::size_t position, MarkerCandidate& candidate);

}  // namespace claimbase
