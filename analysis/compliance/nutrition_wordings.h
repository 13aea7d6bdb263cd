// The wordings of nutrition claims: "rich in magnesium", "sugar-free" (Annex to Regulation (EC) No 1924/2006).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "analysis/claim/annotation.h"
#include "analysis/claim/stem_trie.h"
#include "analysis/compliance/conditions.h"
#include "analysis/compliance/copy_words.h"
#include "analysis/register/nutrition_claims.h"

namespace claimbase {

struct NutritionMatch {
  const NutritionClaim* claim = nullptr;
  std::string nutrient;     // substance id, or "energy"
  std::uint32_t first = 0;  // units, half-open; with the nutrient
  std::uint32_t last = 0;
};

/// The substances that a sentence names, with their places.
[[nodiscard]] std::vector<std::pair<ByteRange, const Concept*>> substances_in(const Annotation& annotation);

/// Those of one language. Immutable once made.
class NutritionWordings {
 public:
  explicit NutritionWordings(CopyReader& reader);
  /// In text order, the longest at each place. A wording with a place for the nutrient needs one right behind it.
  [[nodiscard]] std::vector<NutritionMatch> find(
      std::span<const CopyUnit> units, std::span<const std::pair<ByteRange, const Concept*>> substances) const;

 private:
  struct Wording {
    const NutritionClaim* claim = nullptr;
    bool names = false;  // a nutrient stands behind it
  };
  StemTrie phrases_;  // values: in wordings_
  std::vector<Wording> wordings_;
};

/// The conditions of a nutrition claim that `match` (its entry "nutrition/..." ) makes.
[[nodiscard]] std::vector<ConditionCheck> check_nutrition(const RegisterMatch& match, const CopyStatements& copy,
                                                          const Vocabulary& vocabulary);

}  // namespace claimbase
