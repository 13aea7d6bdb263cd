// Clauses: the scope of a subject, a hedge, a negation.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/claim/annotation.h"

namespace claimbase {

struct Clause {
  std::uint32_t first = 0;  // units, half-open
  std::uint32_t last = 0;
  ClauseLink link = ClauseLink::start;  // how it hangs on the clause before it
  bool after_colon = false;
  bool after_dash = false;
  bool finite = false;  // a coordinated clause with a finite verb of its own: no hedge reaches it from before
};

/// Of a relative word at `unit`, where the apposition begins that it closes, "zinc, a mineral | that": the unit behind
/// the comma; `unit` itself where there is none.
[[nodiscard]] std::uint32_t apposition_before(const Annotation& annotation, std::uint32_t unit);

/// Cuts a sentence at stops, at words that start a clause (a subordinating word only after a comma, a relative one also
/// behind an apposition), and before a finite verb that follows a comma or a conjunction. Every unit is in exactly one
/// clause. Linear, but for a look over the items at each relative word without a comma.
[[nodiscard]] std::vector<Clause> split_clauses(std::string_view text, const Annotation& annotation,
                                                const Grammar& grammar);

/// Whether the unit's word ends in one of `endings`.
[[nodiscard]] bool ends_in(std::string_view text, const Unit& unit, const std::vector<std::string>& endings);

}  // namespace claimbase
