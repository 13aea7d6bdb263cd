// Who a sentence speaks of: "ouderen", "women over 50", "mensen met diabetes type 2", "kinderen van 6-12 jaar".
#pragma once

#include <string_view>
#include <vector>

#include "analysis/claim/annotation.h"
#include "analysis/language/quantity.h"

namespace claimbase {

/// The age of the population is not told from this side.
inline constexpr double kYoungest = 0;
inline constexpr double kOldest = 130;

/// The populations in text[sentence], in order, as quantities of kind `population`: the unit is "{class:group}"
/// ("{sex:women}", "{condition:migraine}", "{age-group}" where only an age is told), low and high are the ages in
/// years, kYoungest to kOldest where none is told. One phrase gives one quantity for each of its groups, with one
/// range. A condition is an outcome (or the lack of a substance) that `annotation` has found behind "met", "with".
/// Data: corpus/language/<language>/populations.tsv. Linear.
[[nodiscard]] std::vector<Quantity> find_populations(std::string_view text, ByteRange sentence,
                                                     const Annotation& annotation, std::string_view language);

}  // namespace claimbase
