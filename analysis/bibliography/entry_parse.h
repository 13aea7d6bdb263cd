// parse_reference with a model of the caller's choice: the trainer measures models that are not built in.
#pragma once

#include <string_view>

#include "analysis/bibliography/reference.h"
#include "analysis/bibliography/sequence_model.h"

namespace claimbase::entry {

/// Below this a field that identifies the work is unsure. Chosen on held-out strings (docs/references.md).
inline constexpr float kSureEnough = 0.5F;

[[nodiscard]] Reference parse_with(std::string_view text, const SequenceModel& model);
/// By the rules alone.
[[nodiscard]] Reference parse_with_rules(std::string_view text);

}  // namespace claimbase::entry
