#include "analysis/register/nutrients.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "analysis/language/resources.h"
#include "analysis/register/cells.h"

namespace claimbase {
namespace {

std::vector<NutrientReference> load() {
  constexpr std::size_t kColumns = 7;
  std::vector<NutrientReference> references;
  for (const auto& row : tsv_rows(resource("register/nutrient_reference_values.tsv"))) {
    const double amount = row.size() == kColumns ? registers::amount_of(row[4]) : -1;
    if (amount <= 0 || micrograms(amount, row[5]) < 0)
      throw std::logic_error("register/nutrient_reference_values.tsv: bad row " + std::string(row[0]));
    references.push_back({row[0], row[1] == "vitamin", row[2], row[3], amount, row[5], row[6]});
  }
  return references;
}

}  // namespace

const std::vector<NutrientReference>& nutrient_references() {
  static const std::vector<NutrientReference> references = load();
  return references;
}

const NutrientReference* nutrient_reference(std::string_view nutrient) {
  const auto& all = nutrient_references();
  const auto found = std::ranges::find(all, nutrient, &NutrientReference::nutrient);
  return found == all.end() ? nullptr : &*found;
}

double micrograms(double amount, std::string_view unit) {
  constexpr double kThousand = 1000;
  if (unit == "ug") return amount;
  if (unit == "mg") return amount * kThousand;
  if (unit == "g") return amount * kThousand * kThousand;
  return -1;
}

}  // namespace claimbase
