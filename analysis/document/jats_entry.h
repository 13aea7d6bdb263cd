// An entry of a JATS reference list, field by field.
#pragma once

#include <vector>

#include "analysis/document/document.h"

namespace pugi {
class xml_node;
}

namespace claimbase::reading {

/// The fields of an element-, mixed-, nlm- or string-citation, in document order; what stands in editors' names is left
/// out. `complete` of the result: there is a title or a source, and an author or a year, so that the printed text
/// need not be parsed.
[[nodiscard]] MarkedEntry read_entry_fields(pugi::xml_node citation);

}  // namespace claimbase::reading
