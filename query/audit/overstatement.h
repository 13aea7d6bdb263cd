// How copy may say more than its sources do: named rules over a claim and the mentions that support it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/audit/indexed_mentions.h"

namespace claimbase {

struct CopyClaim;  // source_judge.h

struct Overstatement {
  std::string rule;    // "evidence.overstated.hedge-dropped"
  std::string detail;  // what the copy says and what the sources say, lower case, no full stop
};

/// Whether a study of that design observes and does not intervene.
[[nodiscard]] bool is_observation(std::string_view design);

/// In the order of docs/audit.md. `sourced`: supporting mentions, each resting on something; not empty. A rule fires
/// only where every source falls short: one that says as much as the copy is enough.
[[nodiscard]] std::vector<Overstatement> overstatements(const CopyClaim& copy,
                                                        const std::vector<const IndexedMention*>& sourced);

}  // namespace claimbase
