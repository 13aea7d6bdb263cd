#include "analysis/compliance/conditions.h"

#include <gtest/gtest.h>

namespace claimbase {
namespace {

using Kind = UseCondition::Kind;

class Conditions : public testing::Test {
 protected:
  ConditionCheck check(UseCondition asked, std::vector<StatedDose> doses, std::vector<std::uint32_t> on_effect = {}) {
    RegisterEntry entry;
    entry.requirements = {std::move(asked)};
    const auto checks = check_conditions(entry, {doses, std::move(on_effect)}, vocabulary_);
    EXPECT_EQ(checks.size(), 1U);
    return checks.empty() ? ConditionCheck{} : checks.front();
  }

  Vocabulary vocabulary_ = Vocabulary::built_in();
};

TEST_F(Conditions, SourceOfIsFifteenPercentOfTheReferenceValue) {
  const UseCondition source{Kind::source_of, "magnesium", 0, "", ""};
  EXPECT_EQ(check(source, {{"magnesium", 60, "mg", "60 mg", 0}}).state, ConditionState::met);
  const ConditionCheck little = check(source, {{"magnesium", 50, "mg", "50 mg", 0}});
  EXPECT_EQ(little.state, ConditionState::not_met);
  EXPECT_EQ(little.stated, "50 mg");
  EXPECT_EQ(little.condition, "source of magnesium: at least 56.25 mg a portion (15 % of its reference value)");
}

TEST_F(Conditions, WithoutADoseAreUnknownAndNoPass) {
  EXPECT_EQ(check({Kind::source_of, "magnesium", 0, "", ""}, {}).state, ConditionState::unknown);
  EXPECT_EQ(check({Kind::source_of, "magnesium", 0, "", ""}, {{"zinc", 60, "mg", "60 mg", 0}}).state,
            ConditionState::unknown);
}

TEST_F(Conditions, TakeAFormOfAVitaminForItAndOtherUnitsOfMass) {
  EXPECT_EQ(check({Kind::source_of, "vitamin-d", 0, "", ""}, {{"vitamin-d3", 0.01, "mg", "0,01 mg", 0}}).state,
            ConditionState::met);
}

// 300 mg of magnesium citrate hold less than 56.25 mg of magnesium, and so do 50 mg; of 90 mg more must not be there.
TEST_F(Conditions, TakeTheMassOfACompoundForNoMoreThanAnUpperBound) {
  const UseCondition source{Kind::source_of, "magnesium", 0, "", ""};
  EXPECT_EQ(check(source, {{"magnesium-citrate", 300, "mg", "300 mg", 0}}).state, ConditionState::unknown);
  EXPECT_EQ(check(source, {{"magnesium-citrate", 50, "mg", "50 mg", 0}}).state, ConditionState::not_met);
  const UseCondition most{Kind::at_most, "magnesium", 250, "mg", "day"};
  EXPECT_EQ(check(most, {{"magnesium-citrate", 90, "mg", "90 mg", 0}}).state, ConditionState::met);
  EXPECT_EQ(check(most, {{"magnesium-citrate", 900, "mg", "900 mg", 0}}).state, ConditionState::unknown);
  const ConditionCheck told =
      check(source, {{"magnesium-citrate", 400, "mg", "400 mg", 0}, {"magnesium", 64, "mg", "64 mg", 0}});
  EXPECT_EQ(told.state, ConditionState::met);
  EXPECT_EQ(told.stated, "64 mg");
}

TEST_F(Conditions, CountInternationalUnitsOfVitaminsAAndD) {
  const UseCondition least{Kind::at_least, "vitamin-d", 15, "ug", "day"};
  EXPECT_EQ(check(least, {{"vitamin-d", 1000, "[IU]", "1000 IE", 0}}).state, ConditionState::met);
  EXPECT_EQ(check(least, {{"vitamin-d3", 400, "[IU]", "400 IE", 0}}).state, ConditionState::not_met);
}

TEST_F(Conditions, NeverCompareWhatHasNoMass) {
  EXPECT_EQ(check({Kind::source_of, "vitamin-e", 0, "", ""}, {{"vitamin-e", 400, "[IU]", "400 IE", 0}}).state,
            ConditionState::unknown);
}

TEST_F(Conditions, AtMostIsAnUpperBound) {
  const UseCondition most{Kind::at_most, "caffeine", 200, "mg", "portion"};
  EXPECT_EQ(check(most, {{"caffeine", 300, "mg", "300 mg", 0}}).state, ConditionState::not_met);
  EXPECT_EQ(check(most, {{"caffeine", 80, "mg", "80 mg", 0}}).state, ConditionState::met);
}

TEST_F(Conditions, AStatementMustNameThatIntake) {
  const UseCondition stated{Kind::stated, "creatine", 3, "g", "day"};
  EXPECT_EQ(check(stated, {{"creatine", 3, "g", "3 g", 7}}, {7}).state, ConditionState::met);
  EXPECT_EQ(check(stated, {{"creatine", 5, "g", "5 g", 7}}, {7}).state, ConditionState::not_met);
  // The dose of the product is no statement on the effect.
  const ConditionCheck missing = check(stated, {{"creatine", 3, "g", "3 g", 2}});
  EXPECT_EQ(missing.state, ConditionState::unknown);
  EXPECT_TRUE(missing.statement);
}

TEST_F(Conditions, InWordsAreForAPerson) {
  RegisterEntry entry;
  entry.conditions = "Only with a glass of water.";
  const auto checks = check_conditions(entry, {}, vocabulary_);
  ASSERT_EQ(checks.size(), 1U);
  EXPECT_EQ(checks[0].state, ConditionState::unknown);
  EXPECT_EQ(checks[0].condition, "Only with a glass of water.");
}

}  // namespace
}  // namespace claimbase
