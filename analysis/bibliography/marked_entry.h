// A reference from what markup says of it.
#pragma once

#include <string_view>

#include "analysis/bibliography/reference.h"
#include "analysis/document/document.h"

namespace claimbase {

/// The reference of an entry that is printed as `text`: from the fields alone where `entry` is complete, else as
/// parse_reference reads the text, with the fields that there are instead of what it found.
[[nodiscard]] Reference reference_of(const MarkedEntry& entry, std::string_view text);

}  // namespace claimbase
