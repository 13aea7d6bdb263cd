#include "analysis/compliance/conditions.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "analysis/register/nutrients.h"

namespace claimbase {
namespace {

constexpr double kRounding = 0.995;  // "56 mg" is 15 % of 375

bool is_of(const StatedDose& dose, std::string_view nutrient, const Vocabulary& vocabulary) {
  if (dose.substance == nutrient) return true;
  const std::vector<std::string> broader = vocabulary.broader_chain(ConceptScheme::substance, dose.substance);
  return std::ranges::find(broader, nutrient) != broader.end();
}

double micrograms_of(const StatedDose& dose) {
  return nutrient_micrograms(dose.amount, dose.unit, dose.substance);
}

std::string name_of(std::string_view nutrient, const Vocabulary& vocabulary) {
  const Concept* found = vocabulary.find(ConceptScheme::substance, nutrient);
  return std::string(found == nullptr ? nutrient : found->preferred_label("en"));
}

std::string_view printed(std::string_view unit) {
  return unit == "ug" ? std::string_view("µg") : unit;
}

/// Whether the mass printed is of more than the nutrient: 200 mg of magnesium citrate hold some 30 of magnesium.
bool is_compound(const StatedDose& dose, std::string_view nutrient) {
  if (dose.substance == nutrient) return false;
  const NutrientReference* reference = nutrient_reference(nutrient);
  return reference != nullptr && !reference->vitamin;
}

/// The largest dose of the nutrient that the copy states, a compound's only where there is no other.
const StatedDose* largest(const CopyStatements& copy, std::string_view nutrient, const Vocabulary& vocabulary) {
  const auto rank = [&](const StatedDose& dose) {
    return std::pair(!is_compound(dose, nutrient), micrograms_of(dose));
  };
  const StatedDose* best = nullptr;
  for (const StatedDose& dose : copy.doses) {
    if (!is_of(dose, nutrient, vocabulary) || micrograms_of(dose) < 0) continue;
    if (best == nullptr || rank(*best) < rank(dose)) best = &dose;
  }
  return best;
}

// A compound's mass is an upper bound of the nutrient's: what that does not settle stays unknown.
ConditionCheck compare(std::string condition, double least, const CopyStatements& copy, std::string_view nutrient,
                       const Vocabulary& vocabulary, bool at_most) {
  ConditionCheck check{std::move(condition), ConditionState::unknown, ""};
  const StatedDose* dose = largest(copy, nutrient, vocabulary);
  if (dose == nullptr || least < 0) return check;
  const double stated = micrograms_of(*dose);
  const bool met = at_most ? stated <= least / kRounding : stated >= least * kRounding;
  if (is_compound(*dose, nutrient) && met != at_most) return check;
  check.state = met ? ConditionState::met : ConditionState::not_met;
  check.stated = dose->words;
  return check;
}

ConditionCheck share_of_reference(const UseCondition& asked, double share, std::string_view name,
                                  const CopyStatements& copy, const Vocabulary& vocabulary) {
  const std::string nutrient = name_of(asked.nutrient, vocabulary);
  const NutrientReference* reference = nutrient_reference(asked.nutrient);
  if (reference == nullptr) return {fmt::format("{} {}", name, nutrient), ConditionState::unknown, ""};
  const double least = reference->amount * share;
  return compare(fmt::format("{} {}: at least {:.4g} {} a portion ({:.0f} % of its reference value)", name, nutrient,
                             least, printed(reference->unit), share * 100),
                 micrograms(least, reference->unit), copy, asked.nutrient, vocabulary, false);
}

// The copy says with which intake the effect is obtained: this one, or another.
ConditionCheck statement(const UseCondition& asked, const CopyStatements& copy, const Vocabulary& vocabulary) {
  ConditionCheck check{fmt::format("the copy says that the effect is obtained with {:.4g} {} of {} a day", asked.amount,
                                   printed(asked.unit), name_of(asked.nutrient, vocabulary)),
                       ConditionState::unknown, "", true};
  const double wanted = micrograms(asked.amount, asked.unit);
  for (const StatedDose& dose : copy.doses) {
    if (!std::ranges::binary_search(copy.on_effect, dose.sentence)) continue;
    const double stated = micrograms_of(dose);
    if (stated < 0 || wanted < 0) continue;
    if (stated >= wanted * kRounding && stated <= wanted / kRounding)
      return {std::move(check.condition), ConditionState::met, dose.words, true};
    check.state = ConditionState::not_met;
    check.stated = dose.words;
  }
  return check;
}

ConditionCheck check_one(const RegisterEntry& entry, const UseCondition& asked, const CopyStatements& copy,
                         const Vocabulary& vocabulary) {
  const auto amount = [&](std::string_view how) {
    return fmt::format("{} {:.4g} {} of {}{}", how, asked.amount, printed(asked.unit),
                       name_of(asked.nutrient, vocabulary), asked.per.empty() ? "" : " a " + asked.per);
  };
  switch (asked.kind) {
    case UseCondition::Kind::source_of:
      return share_of_reference(asked, kSignificantShare, "source of", copy, vocabulary);
    case UseCondition::Kind::high:
      return share_of_reference(asked, 2 * kSignificantShare, "high in", copy, vocabulary);
    case UseCondition::Kind::at_least:
      return compare(amount("at least"), micrograms(asked.amount, asked.unit), copy, asked.nutrient, vocabulary, false);
    case UseCondition::Kind::at_most:
      return compare(amount("at most"), micrograms(asked.amount, asked.unit), copy, asked.nutrient, vocabulary, true);
    case UseCondition::Kind::stated:
      return statement(asked, copy, vocabulary);
    case UseCondition::Kind::text:
      return {entry.conditions, ConditionState::unknown, ""};
  }
  return {};
}

}  // namespace

std::vector<ConditionCheck> check_conditions(const RegisterEntry& entry, const CopyStatements& copy,
                                             const Vocabulary& vocabulary) {
  std::vector<ConditionCheck> checks;
  checks.reserve(entry.requirements.size() + 1);
  for (const UseCondition& asked : entry.requirements) checks.push_back(check_one(entry, asked, copy, vocabulary));
  if (checks.empty() && !entry.conditions.empty()) checks.push_back({entry.conditions, ConditionState::unknown, ""});
  return checks;
}

}  // namespace claimbase
