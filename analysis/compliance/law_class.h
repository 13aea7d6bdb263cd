// The kinds of claim that a sentence makes before the law: rules over its reading.
#pragma once

#include <set>
#include <string_view>

#include "analysis/compliance/judgement.h"
#include "analysis/compliance/nutrient_index.h"
#include "analysis/compliance/sentence_reading.h"
#include "analysis/register/register_entry.h"

namespace claimbase {

struct ClassTools {
  std::span<const RegisterEntry> entries;
  const NutrientIndex& nutrients;
  const LegalConcepts& legal;
  const Vocabulary& vocabulary;
  const std::set<std::string_view, std::less<>>& risk_effects;  // of entries under Art. 14(1)(a)
};

/// Adds to `judgement` the classes that follow from words alone (all but those of effects in the register), each with
/// the signals that decided it; `claims` are the effects that the sentence claims. A sentence that speaks of claims and
/// denies or quotes them gets none, and says so.
void classify(const ClassTools& tools, const SentenceReading& reading, bool claims_an_effect, LawJudgement& judgement);

/// Adds a class once.
void add_class(LawClass law, LawJudgement& judgement);

}  // namespace claimbase
