// The effect of each entry of the register.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/compliance/effects.h"
#include "analysis/compliance/phrase_stems.h"
#include "analysis/register/register_entry.h"

namespace claimbase {

/// The effects of entries, each found when it is asked for: that of corpus/register/effects.tsv in which the id ends
/// ("13-1/zinc/normal-hair"), else the one whose official wording the English text holds, for which the wordings are
/// compiled once. For one thread at a time.
class EntryEffects {
 public:
  /// `entries` must outlive it. `compiled`: what the build made of the English wordings; none: they are analysed.
  explicit EntryEffects(std::span<const RegisterEntry> entries, const PhraseStemsView& compiled = {});

  /// Of the entry with that index; empty where it has none. A view that lives as long as the program.
  [[nodiscard]] std::string_view of(std::uint32_t entry);

 private:
  [[nodiscard]] std::string_view by_wording(std::string_view text);

  std::span<const RegisterEntry> entries_;
  PhraseStemsView compiled_;
  std::set<std::string_view, std::less<>> names_ = effect_names();
  std::vector<std::optional<std::string_view>> known_;  // by entry
  std::optional<CopyReader> reader_;
  std::optional<EffectLexicon> lexicon_;
};

/// All of them, by entry.
[[nodiscard]] std::vector<std::string_view> effects_of(std::span<const RegisterEntry> entries);

/// The outcomes of the vocabulary that an effect is; empty where the vocabulary has none.
[[nodiscard]] std::vector<std::string_view> outcomes_of_effect(std::string_view effect);

}  // namespace claimbase
