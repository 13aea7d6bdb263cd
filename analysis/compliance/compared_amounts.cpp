#include "analysis/compliance/compared_amounts.h"

#include <algorithm>

namespace claimbase {
namespace {

const NutritionClaim* claim_of(bool less) {
  const std::string_view id = less ? "reduced" : "increased";
  const auto found = std::ranges::find(nutrition_claims(), id, &NutritionClaim::id);
  return found == nutrition_claims().end() ? nullptr : &*found;
}

// The percentage that ends right before the word at `unit`.
const Quantity* percentage_before(const SentenceReading& reading, std::uint32_t unit) {
  const auto found = std::ranges::find_if(reading.quantities, [&](const Quantity& quantity) {
    if (quantity.kind != QuantityKind::percentage || unit == 0) return false;
    return quantity.range.end <= reading.units[unit].range.begin &&
           reading.units[unit - 1].range.begin <= quantity.range.end;
  });
  return found == reading.quantities.end() ? nullptr : &*found;
}

}  // namespace

std::vector<NutritionMatch> compared_amounts(const SentenceReading& reading) {
  std::vector<NutritionMatch> found;
  for (const SignalMatch& signal : reading.signals) {
    const bool less = signal.is(SignalClass::less_than);
    if (!less && !signal.is(SignalClass::more_than)) continue;
    if (percentage_before(reading, signal.first) == nullptr) continue;
    const auto nutrient =
        std::ranges::find(reading.substances, signal.last, [](const SubstanceWords& words) { return words.first; });
    const NutritionClaim* claim = claim_of(less);
    if (nutrient == reading.substances.end() || claim == nullptr) continue;
    found.push_back({claim, nutrient->named->id, signal.first, nutrient->last});
  }
  return found;
}

}  // namespace claimbase
