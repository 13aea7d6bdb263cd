#include "analysis/register/nutrients.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "analysis/claim/vocabulary.h"
#include "analysis/language/resources.h"
#include "analysis/register/nutrition_claims.h"

namespace claimbase {
namespace {

TEST(Nutrients, HaveTheValuesOfTheAnnex) {
  EXPECT_EQ(nutrient_references().size(), 27U);
  EXPECT_EQ(nutrient_reference("magnesium")->amount, 375);
  EXPECT_EQ(nutrient_reference("magnesium")->unit, "mg");
  EXPECT_FALSE(nutrient_reference("magnesium")->vitamin);
  EXPECT_EQ(nutrient_reference("vitamin-d")->amount, 5);
  EXPECT_EQ(nutrient_reference("vitamin-d")->unit, "ug");
  EXPECT_TRUE(nutrient_reference("vitamin-d")->vitamin);
  EXPECT_EQ(nutrient_reference("iron")->name_nl, "IJzer");
  EXPECT_EQ(nutrient_reference("creatine"), nullptr);
  EXPECT_EQ(nutrient_reference("magnesium-citrate"), nullptr);
}

TEST(Nutrients, AreOfTheVocabularyAndOnce) {
  const Vocabulary vocabulary = Vocabulary::built_in();
  std::set<std::string_view> seen;
  for (const NutrientReference& each : nutrient_references()) {
    EXPECT_TRUE(seen.insert(each.nutrient).second) << each.nutrient;
    EXPECT_NE(vocabulary.find(ConceptScheme::substance, each.nutrient), nullptr) << each.nutrient;
  }
}

TEST(Amounts, AreComparedInMicrograms) {
  EXPECT_DOUBLE_EQ(micrograms(56.25, "mg"), 56250);
  EXPECT_DOUBLE_EQ(micrograms(2, "g"), 2000000);
  EXPECT_DOUBLE_EQ(micrograms(5, "ug"), 5);
  EXPECT_LT(micrograms(5, "[IU]"), 0);
}

TEST(Amounts, CountForTheVitaminThatTheyGive) {
  EXPECT_DOUBLE_EQ(nutrient_micrograms(400, "[IU]", "vitamin-d3"), 10);
  EXPECT_DOUBLE_EQ(nutrient_micrograms(2500, "[IU]", "vitamin-a"), 750);
  EXPECT_NEAR(nutrient_micrograms(6, "mg", "beta-carotene"), 1000, 0.1);
  EXPECT_DOUBLE_EQ(nutrient_micrograms(10, "ug", "vitamin-d3"), 10);
  EXPECT_LT(nutrient_micrograms(10, "[IU]", "vitamin-e"), 0);
  EXPECT_LT(nutrient_micrograms(5000, "[IU]", "beta-carotene"), 0);
}

TEST(Amounts, AreOfSubstancesOfTheVocabulary) {
  const Vocabulary vocabulary = Vocabulary::built_in();
  for (const auto& row : tsv_rows(resource("register/vitamin_activity.tsv")))
    EXPECT_NE(vocabulary.find(ConceptScheme::substance, row.front()), nullptr) << row.front();
}

TEST(NutritionClaims, AreThoseOfTheAnnex) {
  ASSERT_EQ(nutrition_claims().size(), 30U);
  const Vocabulary vocabulary = Vocabulary::built_in();
  std::set<std::string_view> seen;
  for (const NutritionClaim& each : nutrition_claims()) {
    EXPECT_TRUE(seen.insert(each.id).second) << each.id;
    EXPECT_FALSE(each.claim_en.empty() || each.claim_nl.empty() || each.conditions.empty()) << each.id;
    EXPECT_FALSE(each.wordings_en.empty() || each.wordings_nl.empty()) << each.id;
    const bool named = each.nutrient == "*";
    for (const auto& wordings : {each.wordings_en, each.wordings_nl}) {
      for (const std::string_view wording : wordings)
        EXPECT_EQ(wording.find("{}") != std::string_view::npos, named && each.id != "light") << each.id << wording;
    }
    if (!named && each.nutrient != "energy") {
      EXPECT_NE(vocabulary.find(ConceptScheme::substance, each.nutrient), nullptr) << each.id;
    }
  }
}

TEST(NutritionClaims, HoldTheThresholds) {
  const auto requirements = [](std::string_view id) {
    const auto& all = nutrition_claims();
    return std::ranges::find(all, id, &NutritionClaim::id)->requirements;
  };
  using Kind = UseCondition::Kind;
  EXPECT_THAT(requirements("low-fat"), testing::ElementsAre(UseCondition{Kind::at_most, "fats", 3, "g", "100g"},
                                                            UseCondition{Kind::at_most, "fats", 1.5, "g", "100ml"}));
  EXPECT_THAT(requirements("high-protein"),
              testing::ElementsAre(UseCondition{Kind::at_least, "protein", 20, "%", "energy"}));
  EXPECT_THAT(requirements("source-of-vitamin-or-mineral"),
              testing::ElementsAre(UseCondition{Kind::source_of, "*", 0, "", ""}));
}

}  // namespace
}  // namespace claimbase
