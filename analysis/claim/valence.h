// Whether people want more of an outcome.
#pragma once

#include <cstdint>

namespace claimbase {

/// Whether more of an outcome is good for a person: muscle strength is, muscle cramps are not, blood pressure is
/// neither.
enum class Valence : std::uint8_t { neutral = 0, good = 1, bad = 2 };

}  // namespace claimbase
