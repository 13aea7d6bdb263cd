// Nutrition claims: Annex to Regulation (EC) No 1924/2006; corpus/register/nutrition_claims.tsv.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/register/register_entry.h"

namespace claimbase {

struct NutritionClaim {
  std::string_view id;  // "high-vitamin-or-mineral"
  std::string_view claim_en;
  std::string_view claim_nl;
  std::string_view nutrient;                  // substance id, or "energy"; "*": the one that the claim names
  std::vector<UseCondition> requirements;     // one is enough; with `text`: and what `conditions` says
  std::string_view conditions;                // in words
  std::vector<std::string_view> wordings_en;  // "{}" is the nutrient's name
  std::vector<std::string_view> wordings_nl;
};

/// All, in the order of the Annex; they live as long as the program.
[[nodiscard]] const std::vector<NutritionClaim>& nutrition_claims();

}  // namespace claimbase
