// A document's structure for people: one line a block.
#pragma once

#include <string>

#include "analysis/document/document.h"

namespace claimbase {

/// The metadata, then for each block: index, line, kind, role where it is not content, level and number, heading and
/// lead-in (as indices), language where it is not the document's, cells, the first 60 characters. Control characters
/// are left out.
[[nodiscard]] std::string outline(const Document& document);

}  // namespace claimbase
