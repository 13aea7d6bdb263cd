// Which words act on an outcome, and what they add up to.
#pragma once

#include <string_view>

#include "analysis/claim/annotation.h"
#include "analysis/claim/clauses.h"
#include "analysis/claim/frames.h"

namespace claimbase {

/// What acts on the outcome annotation.items[outcome] within `clause`. Linear in the clause.
///
/// Read from the outcome outwards: words of its own compound, adjectives and participles before it, "risico op",
/// nominal relations
/// ("verlaging van"), then the governing verb. In a verb-final language the verb right behind the outcome governs it
/// where it takes no outcome of its own ("de bloeddruk verlagen en de slaap verbeteren"), else the nearest one before
/// it.
[[nodiscard]] Governance govern(std::string_view text, const Annotation& annotation, const Clause& clause,
                                std::size_t outcome, const Grammar& grammar);

}  // namespace claimbase
