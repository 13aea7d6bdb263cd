#include "analysis/compliance/nutrition_wordings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace claimbase {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> claims_in(std::string_view language, const std::string& text) {
  const Vocabulary vocabulary = Vocabulary::built_in();
  const ByteRange all{0, static_cast<std::uint32_t>(text.size())};
  CopyReader reader(language);
  const NutritionWordings wordings(reader);
  Annotator annotator(vocabulary, language);
  Annotation annotation;
  annotator.annotate(text, all, annotation);
  std::vector<std::string> claims;
  for (const NutritionMatch& match : wordings.find(reader.read(text, all), substances_in(annotation)))
    claims.push_back(std::string(match.claim->id) + ":" + match.nutrient);
  return claims;
}

TEST(NutritionWordings, NameTheNutrientBehindThem) {
  EXPECT_THAT(claims_in("nl", "Rijk aan magnesium en bron van vitamine C."),
              ElementsAre("high-vitamin-or-mineral:magnesium", "source-of-vitamin-or-mineral:vitamin-c"));
}

TEST(NutritionWordings, MayHaveNoPlaceForANutrient) {
  EXPECT_THAT(claims_in("en", "Our bar is sugar-free"), ElementsAre("sugars-free:sugar"));
}

TEST(NutritionWordings, NeedANutrientThatIsKnown) {
  EXPECT_THAT(claims_in("en", "rich in tradition"), IsEmpty());
}

TEST(NutritionWordings, TakeNoCompositionForAClaim) {
  EXPECT_THAT(claims_in("nl", "Bevat 375 mg magnesium per tablet"), IsEmpty());
}

}  // namespace
}  // namespace claimbase
