// Sentences that tell the reader to do something: "Raadpleeg uw arts", "Choose a form".
#pragma once

#include <string_view>

#include "analysis/claim/annotation.h"

namespace claimbase {

/// Whether an imperative opens the sentence; "drinking water" opens with none. Such a sentence makes no claim.
[[nodiscard]] bool begins_as_instruction(std::string_view text, const Annotation& annotation, const Grammar& grammar);

}  // namespace claimbase
