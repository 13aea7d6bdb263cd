// Nutrient reference values: Regulation (EU) No 1169/2011, Annex XIII; corpus/register/nutrient_reference_values.tsv.
#pragma once

#include <string_view>
#include <vector>

namespace claimbase {

struct NutrientReference {
  std::string_view nutrient;  // substance id of the vocabulary
  bool vitamin = false;       // else a mineral
  std::string_view name_en;
  std::string_view name_nl;
  double amount = 0;
  std::string_view unit;  // UCUM: "mg", "ug"
  std::string_view verified;
};

/// "Source of": this share of the reference value in 100 g or a portion; half of it in 100 ml; "high": twice it.
inline constexpr double kSignificantShare = 0.15;

/// All, in the order of the Annex; they live as long as the program.
[[nodiscard]] const std::vector<NutrientReference>& nutrient_references();
/// Null: it is no vitamin or mineral with a reference value. A form ("magnesium-citrate") is not looked up by its
/// nutrient.
[[nodiscard]] const NutrientReference* nutrient_reference(std::string_view nutrient);

/// An amount of a mass unit ("g", "mg", "ug") in micrograms; negative: the unit is none of these.
[[nodiscard]] double micrograms(double amount, std::string_view unit);

/// The micrograms of its vitamin that an amount of `substance` (concept id) counts for: 400 [IU] of vitamin-d3 are 10,
/// 6 mg of beta-carotene 1000 (corpus/register/vitamin_activity.tsv); else its mass. Negative: not known.
[[nodiscard]] double nutrient_micrograms(double amount, std::string_view unit, std::string_view substance);

}  // namespace claimbase
