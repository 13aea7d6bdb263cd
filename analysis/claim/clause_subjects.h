// Who acts in each clause: a substance of its own, the one of a clause before or behind it, or what the context has in
// focus.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "analysis/claim/clause_facts.h"
#include "analysis/claim/subjects.h"

namespace claimbase {

/// Whether it names only categories ("supplementen", "mineralen").
[[nodiscard]] bool is_lone_category(const Subject& subject);

/// Fills in the subject of each clause, with how sure it is. A clause may end without one. `groups` as substance_groups
/// gives them.
void find_subjects(std::string_view text, const Annotation& annotation, const Grammar& grammar, const Context& context,
                   std::span<const SubstanceGroup> groups, std::vector<ClauseFacts>& clauses);

}  // namespace claimbase
