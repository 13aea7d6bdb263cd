#include "analysis/compliance/entry_effects.h"

#include <algorithm>

namespace claimbase {

EntryEffects::EntryEffects(std::span<const RegisterEntry> entries, const PhraseStemsView& compiled)
    : entries_(entries), compiled_(compiled), known_(entries.size()) {}

std::string_view EntryEffects::of(std::uint32_t entry) {
  std::optional<std::string_view>& known = known_[entry];
  if (known) return *known;
  const RegisterEntry& asked = entries_[entry];
  const auto named = names_.find(std::string_view(asked.id).substr(asked.id.rfind('/') + 1));
  known = named != names_.end() ? *named : by_wording(asked.claim_en);
  return *known;
}

std::string_view EntryEffects::by_wording(std::string_view text) {
  if (!lexicon_) lexicon_.emplace(reader_.emplace("en", compiled_));
  return lexicon_->of_official(text, *reader_);
}

std::vector<std::string_view> effects_of(std::span<const RegisterEntry> entries) {
  EntryEffects each(entries);
  std::vector<std::string_view> effects;
  effects.reserve(entries.size());
  for (std::uint32_t i = 0; i < entries.size(); ++i) effects.push_back(each.of(i));
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
