// All rows of the register that is built in.
#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <set>

#include "analysis/claim/vocabulary.h"
#include "analysis/register/nutrients.h"
#include "analysis/register/register.h"

namespace claimbase {
namespace {

bool is_authorised(const RegisterEntry& entry) {
  return entry.status == ClaimStatus::authorised;
}

const RegisterEntry& entry(std::string_view id) {
  const auto found = std::ranges::find(built_in_register(), id, &RegisterEntry::id);
  if (found == built_in_register().end()) throw std::out_of_range(std::string(id));
  return *found;
}

TEST(BuiltInRegister, HoldsAsManyEntriesAsTheList) {
  std::map<std::string, std::size_t> counts;
  for (const RegisterEntry& each : built_in_register())
    ++counts[std::string(to_string(each.basis)) + " " + std::string(to_string(each.status))];
  const std::map<std::string, std::size_t> expected{
      {"13(1) authorised", 228},   {"13(1) not-authorised", 104},  {"13(1) on-hold", 71},
      {"13(1) withdrawn", 1},      {"13(5) authorised", 13},       {"13(5) not-authorised", 10},
      {"14(1)(a) authorised", 13}, {"14(1)(a) not-authorised", 9}, {"14(1)(b) authorised", 12}};
  EXPECT_EQ(counts, expected);
}

TEST(BuiltInRegister, IdsAreUniqueAndTellTheBasis) {
  std::set<std::string_view> ids;
  for (const RegisterEntry& each : built_in_register()) {
    EXPECT_TRUE(ids.insert(each.id).second) << each.id;
    std::string basis(to_string(each.basis));
    std::erase(basis, ')');
    std::ranges::replace(basis, '(', '-');
    EXPECT_TRUE(each.id.starts_with(basis + "/")) << each.id;
    EXPECT_EQ(std::ranges::count(each.id, '/'), 2) << each.id;
    EXPECT_EQ(each.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-/"), std::string::npos) << each.id;
  }
}

TEST(BuiltInRegister, AuthorisedEntriesAreWholeInBothLanguages) {
  for (const RegisterEntry& each : built_in_register()) {
    if (!is_authorised(each)) continue;
    EXPECT_FALSE(each.claim_en.empty() || each.claim_nl.empty()) << each.id;
    EXPECT_NE(each.claim_en, each.claim_nl) << each.id;
    EXPECT_FALSE(each.conditions.empty()) << each.id;
    EXPECT_FALSE(each.requirements.empty()) << each.id;
    EXPECT_FALSE(each.regulation.empty()) << each.id;
    EXPECT_EQ(each.date.size(), 10U) << each.id;
  }
}

TEST(BuiltInRegister, EveryRowSaysHowItWasVerified) {
  const std::set<std::string> english{"register-copy", "regulation", "title", "reported", "memory"};
  const std::set<std::string> dutch{"copy", "pattern", "memory", "translation"};
  for (const RegisterEntry& each : built_in_register()) {
    EXPECT_TRUE(english.contains(each.verified_en)) << each.id;
    EXPECT_EQ(dutch.contains(each.verified_nl), !each.claim_nl.empty()) << each.id;
    // Our translations are never given out as official wording.
    EXPECT_FALSE(is_authorised(each) && each.verified_nl == "translation") << each.id;
  }
}

TEST(BuiltInRegister, ConceptsAreOfTheVocabulary) {
  const Vocabulary vocabulary = Vocabulary::built_in();
  for (const RegisterEntry& each : built_in_register()) {
    for (const std::string& id : each.concepts)
      EXPECT_NE(vocabulary.find(ConceptScheme::substance, id), nullptr) << each.id << ": " << id;
  }
}

TEST(BuiltInRegister, SourcesAreNutrientsWithAReferenceValue) {
  for (const RegisterEntry& each : built_in_register()) {
    for (const UseCondition& condition : each.requirements) {
      if (condition.kind != UseCondition::Kind::source_of ||
          each.conditions.find("NAME OF VITAMIN") == std::string::npos)
        continue;
      EXPECT_NE(nutrient_reference(condition.nutrient), nullptr) << each.id << ": " << condition.nutrient;
    }
  }
}

TEST(BuiltInRegister, EveryVitaminAndMineralOfTheAnnexHasAClaim) {
  for (const NutrientReference& nutrient : nutrient_references()) {
    const auto of_nutrient = [&](const RegisterEntry& each) {
      return is_authorised(each) && std::ranges::find(each.concepts, nutrient.nutrient) != each.concepts.end();
    };
    EXPECT_TRUE(std::ranges::any_of(built_in_register(), of_nutrient)) << nutrient.nutrient;
  }
}

TEST(BuiltInRegister, AmountsInTheConditionsAreAmongTheRequirements) {
  using Kind = UseCondition::Kind;
  EXPECT_THAT(entry("13-1/creatine/physical-performance").requirements,
              testing::ElementsAre(UseCondition{Kind::at_least, "creatine", 3, "g", "day"},
                                   UseCondition{Kind::stated, "creatine", 3, "g", "day"}));
  EXPECT_THAT(entry("13-1/choline/liver-function").requirements,
              testing::ElementsAre(UseCondition{Kind::at_least, "choline", 82.5, "mg", "portion"}));
  EXPECT_THAT(entry("13-1/magnesium/muscle-function").requirements,
              testing::ElementsAre(UseCondition{Kind::source_of, "magnesium", 0, "", ""}));
}

TEST(BuiltInRegister, AWordingOfTheLawIsThere) {
  const RegisterEntry& magnesium = entry("13-1/magnesium/tiredness-and-fatigue");
  EXPECT_EQ(magnesium.claim_en, "Magnesium contributes to a reduction of tiredness and fatigue");
  EXPECT_EQ(magnesium.claim_nl, "Magnesium draagt bij tot de vermindering van vermoeidheid en moeheid");
  EXPECT_EQ(magnesium.verified_nl, "pattern");
  EXPECT_EQ(entry("13-1/monacolin-k/cholesterol-maintenance").status, ClaimStatus::withdrawn);
  EXPECT_EQ(entry("13-1/glucosamine/joints").status, ClaimStatus::not_authorised);
  EXPECT_EQ(entry("13-1/ashwagandha/stress").status, ClaimStatus::on_hold);
}

}  // namespace
}  // namespace claimbase
