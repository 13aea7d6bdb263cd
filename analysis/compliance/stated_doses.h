// What copy says of amounts: how much of a nutrient it gives, and with which intake an effect is obtained.
#pragma once

#include <string>
#include <vector>

#include "analysis/article.h"
#include "analysis/claim/annotation.h"

namespace claimbase {

/// An amount of a substance in copy.
struct StatedDose {
  std::string substance;  // concept id
  double amount = 0;      // of a range its lower end
  std::string unit;       // UCUM, without a rate: "mg", "ug"
  std::string words;      // as printed
  std::uint32_t sentence = 0;
};

/// The doses of the article, each of the substance that stands nearest in its sentence or, where none does, of the last
/// one named before in its block, its heading or the title.
[[nodiscard]] std::vector<StatedDose> stated_doses(const ArticleAnalysis& article,
                                                   std::span<const Annotation> annotations);

}  // namespace claimbase
