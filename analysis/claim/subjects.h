// Which substance acts: the groups of substances in a sentence, how each is taken, and which is the subject of a
// clause.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "analysis/claim/annotation.h"
#include "analysis/claim/clauses.h"
#include "analysis/claim/focus.h"

namespace claimbase {

/// Substances joined by commas and conjunctions.
struct SubstanceGroup {
  Subject subject;
  std::uint32_t first = 0;  // units, half-open
  std::uint32_t last = 0;
  bool after_agent = false;  // "door magnesium"
  bool beside = false;       // "naast magnesium", "de opname van magnesium": not the subject where there is another
  bool companion = false;    // "samen met magnesium": acts too
  std::uint32_t outcome_end =
      0;  // where it is part of an outcome before it ("de opname van magnesium"): the unit behind that outcome
  bool denied = false;    // "niet cafeïne maar": said not to act
  bool inverted = false;  // right behind a finite verb: "bevordert magnesium"
};

/// The groups of the sentence in order, with the exposure that the words beside them give ("tekort aan", "-suppletie",
/// "lage"). A bare category beside a substance ("magnesiumsupplementen", "mineralen zoals magnesium") only says how it
/// is taken.
[[nodiscard]] std::vector<SubstanceGroup> substance_groups(const Annotation& annotation);

}  // namespace claimbase
