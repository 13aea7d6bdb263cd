#include "analysis/compliance/entry_effects.h"

#include <algorithm>

#include "analysis/compliance/effects.h"

namespace claimbase {

std::vector<std::string_view> effects_of(std::span<const RegisterEntry> entries) {
  CopyReader reader("en");
  const EffectLexicon lexicon(reader);
  std::vector<std::string_view> effects;
  effects.reserve(entries.size());
  for (const RegisterEntry& entry : entries) effects.push_back(lexicon.of_official(entry.claim_en, reader));
  return effects;
}

std::vector<std::string_view> outcomes_of_effect(std::string_view effect) {
  std::vector<std::string_view> outcomes;
  for (const auto& [concept_id, effects] : effects_by_concept()) {
    if (std::ranges::find(effects.is, effect) != effects.is.end()) outcomes.push_back(concept_id);
  }
  return outcomes;
}

}  // namespace claimbase
