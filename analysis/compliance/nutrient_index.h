// The register's entries by nutrient and effect.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/claim/vocabulary.h"
#include "analysis/register/register_entry.h"

namespace claimbase {

/// `entries` and `vocabulary` must outlive it.
class NutrientIndex {
 public:
  NutrientIndex(std::span<const RegisterEntry> entries, const Vocabulary& vocabulary);

  /// The entries of a substance or, where it has none, of the nearest broader one that has: magnesium's for
  /// magnesium citrate. By their order in the register.
  [[nodiscard]] std::span<const std::uint32_t> of(std::string_view substance) const;

 private:
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_concept_;
  const Vocabulary& vocabulary_;
};

}  // namespace claimbase
