#include "analysis/compliance/nutrition_wordings.h"

#include <algorithm>

namespace claimbase {
namespace {

constexpr std::string_view kNutrient = "{}";
constexpr std::string_view kEntry = "nutrition/";

}  // namespace

std::vector<std::pair<ByteRange, const Concept*>> substances_in(const Annotation& annotation) {
  std::vector<std::pair<ByteRange, const Concept*>> found;
  for (const Item& item : annotation.items) {
    if (item.kind == ItemKind::substance) found.emplace_back(annotation.range_of(item), item.named);
  }
  return found;
}

NutritionWordings::NutritionWordings(CopyReader& reader) {
  for (const NutritionClaim& claim : nutrition_claims()) {
    // "contains 375 mg magnesium" states what is in it; only the claims that say how much that is are looked for.
    if (claim.id == "contains") continue;
    for (const std::string_view wording : reader.language() == "nl" ? claim.wordings_nl : claim.wordings_en) {
      const std::size_t place = wording.find(kNutrient);
      const bool names = place != std::string_view::npos;
      if (names && place == 0) continue;
      const std::string_view phrase = wording.substr(0, names ? place : wording.size());
      phrases_.add(reader.add(phrase, true), static_cast<std::uint32_t>(wordings_.size()));
      wordings_.push_back({&claim, names});
    }
  }
}

std::vector<NutritionMatch> NutritionWordings::find(
    std::span<const CopyUnit> units, std::span<const std::pair<ByteRange, const Concept*>> substances) const {
  std::vector<std::uint32_t> stems;
  stems.reserve(units.size());
  for (const CopyUnit& unit : units) stems.push_back(unit.masked ? 0 : unit.stem);
  std::vector<NutritionMatch> found;
  for (std::uint32_t u = 0; u < units.size();) {
    const StemTrie::Match match = phrases_.longest(std::span(stems).subspan(u));
    std::uint32_t next = u + 1;
    for (const std::uint32_t value : match.values) {
      const Wording& wording = wordings_[value];
      std::uint32_t last = u + match.length;
      std::string nutrient(wording.claim->nutrient);
      if (wording.names) {
        if (last == units.size()) continue;
        const auto named = std::ranges::find_if(
            substances, [&](const auto& each) { return each.first.begin == units[last].range.begin; });
        if (named == substances.end()) continue;
        nutrient = named->second->id;
        while (last < units.size() && units[last].range.begin < named->first.end) ++last;
      }
      found.push_back({wording.claim, std::move(nutrient), u, last});
      next = last;
      break;
    }
    u = next;
  }
  return found;
}

std::vector<ConditionCheck> check_nutrition(const RegisterMatch& match, const CopyStatements& copy,
                                            const Vocabulary& vocabulary) {
  const auto claim = std::ranges::find_if(nutrition_claims(), [&](const NutritionClaim& each) {
    return match.entry == std::string(kEntry).append(each.id);
  });
  if (claim == nutrition_claims().end()) return {};
  RegisterEntry entry;
  entry.conditions = claim->conditions;
  for (UseCondition asked : claim->requirements) {
    if (asked.nutrient == "*") asked.nutrient = match.nutrient;
    entry.requirements.push_back(std::move(asked));
  }
  return check_conditions(entry, copy, vocabulary);
}

}  // namespace claimbase
