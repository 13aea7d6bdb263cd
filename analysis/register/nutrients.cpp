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

struct Activity {
  std::string_view substance;
  std::string_view unit;
  double micrograms = 0;  // of the vitamin in one of `unit`
};

std::vector<Activity> load_activities() {
  constexpr std::size_t kColumns = 3;
  std::vector<Activity> activities;
  for (const auto& row : tsv_rows(resource("register/vitamin_activity.tsv"))) {
    const double each = row.size() == kColumns ? registers::amount_of(row[2]) : -1;
    if (each <= 0) throw std::logic_error("register/vitamin_activity.tsv: bad row " + std::string(row[0]));
    activities.push_back({row[0], row[1], each});
  }
  return activities;
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

double nutrient_micrograms(double amount, std::string_view unit, std::string_view substance) {
  static const std::vector<Activity> activities = load_activities();
  const double mass = micrograms(amount, unit);
  const std::string_view counted = mass < 0 ? unit : std::string_view("ug");
  const auto found = std::ranges::find_if(
      activities, [&](const Activity& each) { return each.substance == substance && each.unit == counted; });
  if (found == activities.end()) return mass;
  return (mass < 0 ? amount : mass) * found->micrograms;
}

}  // namespace claimbase
