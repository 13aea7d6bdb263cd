// "30 % less salt": a comparative nutrition claim, where one word is enough beside the figure.
#pragma once

#include <vector>

#include "analysis/compliance/nutrition_wordings.h"
#include "analysis/compliance/sentence_reading.h"

namespace claimbase {

/// The claims "reduced" and "increased" of a sentence: a percentage, a word that compares and a nutrient, side by side.
[[nodiscard]] std::vector<NutritionMatch> compared_amounts(const SentenceReading& reading);

}  // namespace claimbase
