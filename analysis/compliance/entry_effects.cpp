#include "analysis/compliance/entry_effects.h"

#include <algorithm>
#include <optional>
#include <set>

#include "analysis/compliance/effects.h"

namespace claimbase {

namespace {

/// The official wordings, compiled where an entry needs them.
class ByWording {
 public:
  std::string_view of(std::string_view text) {
    if (!lexicon_) lexicon_.emplace(reader_.emplace("en"));
    return lexicon_->of_official(text, *reader_);
  }

 private:
  std::optional<CopyReader> reader_;
  std::optional<EffectLexicon> lexicon_;
};

}  // namespace

std::vector<std::string_view> effects_of(std::span<const RegisterEntry> entries) {
  const std::set<std::string_view, std::less<>> known = effect_names();
  ByWording by_wording;
  std::vector<std::string_view> effects;
  effects.reserve(entries.size());
  for (const RegisterEntry& entry : entries) {
    const auto named = known.find(std::string_view(entry.id).substr(entry.id.rfind('/') + 1));
    effects.push_back(named != known.end() ? *named : by_wording.of(entry.claim_en));
  }
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
