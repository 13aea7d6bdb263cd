// Which entry of the register a sentence's effects come nearest to.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/compliance/entry_effects.h"
#include "analysis/compliance/judgement.h"
#include "analysis/compliance/nutrient_index.h"
#include "analysis/compliance/sentence_reading.h"
#include "analysis/register/register_entry.h"

namespace claimbase {

/// The register as one language's matcher needs it. All must outlive it.
struct MatchTools {
  std::span<const RegisterEntry> entries;
  EntryEffects& effects;
  const NutrientIndex& nutrients;
  const std::map<std::string_view, ConceptEffects, std::less<>>& concepts;
  const std::multimap<std::string_view, std::string_view, std::less<>>& kin;
  std::string_view language;
};

/// Whether the sentence claims that effect at all: a verb or a nominal relation beside it, or no verb is needed.
[[nodiscard]] bool claims_effect(const SentenceReading& reading, const EffectMatch& effect);

/// "Moe en futloos? Probeer onze ijzercapsules.": a question that names no substance, and behind it a sentence that
/// offers one, or the product, and tells of no effect of its own.
[[nodiscard]] bool offers_what_is_asked(const SentenceReading& question, const SentenceReading& answer);
/// Of such a question: it asks after the effect, or after what it would do away with.
[[nodiscard]] bool asks_for_effect(const SentenceReading& question, const EffectMatch& effect);

/// The nearest entries for one effect, one for each substance that the sentence speaks of; of the product where it
/// speaks of none. Diff, conditions and alternative are not filled in.
[[nodiscard]] std::vector<RegisterMatch> match_effect(const MatchTools& tools, const SentenceReading& reading,
                                                      const EffectMatch& effect);

/// `entry` as a match of that wording.
[[nodiscard]] RegisterMatch to_match(const MatchTools& tools, std::uint32_t entry, WordingDistance wording);

}  // namespace claimbase
