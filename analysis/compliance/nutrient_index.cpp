#include "analysis/compliance/nutrient_index.h"

namespace claimbase {

NutrientIndex::NutrientIndex(std::span<const RegisterEntry> entries, const Vocabulary& vocabulary)
    : vocabulary_(vocabulary) {
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    for (const std::string& id : entries[i].concepts) by_concept_[id].push_back(i);
  }
}

std::span<const std::uint32_t> NutrientIndex::of(std::string_view substance) const {
  auto found = by_concept_.find(substance);
  if (found != by_concept_.end()) return found->second;
  for (const std::string& broader : vocabulary_.broader_chain(ConceptScheme::substance, substance)) {
    found = by_concept_.find(broader);
    if (found != by_concept_.end()) return found->second;
  }
  return {};
}

}  // namespace claimbase
