// The verb behind an outcome: "de bloeddruk verlagen", "blood pressure is lowered by".
#pragma once

#include "analysis/claim/outcome_surroundings.h"

namespace claimbase {

/// The verb behind the outcome, over coordinated outcomes, their modifiers and auxiliaries; null if it has none, or
/// one with an outcome of its own. Linear in the clause, but for outcomes that several verbs follow.
[[nodiscard]] const Item* find_final_verb(const OutcomeSurroundings& around);

/// Whether `final_verb` is that of another outcome between: "het handhaven van een goede slaap en stress verminderen",
/// where a nominal relation governs the first of two outcomes and the verb behind the second only that one. `by_tail`:
/// the outcome's own word has acted already.
[[nodiscard]] bool belongs_to_its_neighbour(const OutcomeSurroundings& around, const Item& final_verb, bool by_tail);

}  // namespace claimbase
