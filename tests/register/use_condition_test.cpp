#include "analysis/register/use_condition.h"

#include <gtest/gtest.h>

namespace claimbase {
namespace {

using Kind = UseCondition::Kind;

TEST(UseConditions, AreReadFromTheirWords) {
  EXPECT_EQ(parse_use_condition("source-of magnesium"), (UseCondition{Kind::source_of, "magnesium", 0, "", ""}));
  EXPECT_EQ(parse_use_condition("high rye-fibre"), (UseCondition{Kind::high, "rye-fibre", 0, "", ""}));
  EXPECT_EQ(parse_use_condition("at-least choline 82.5 mg portion"),
            (UseCondition{Kind::at_least, "choline", 82.5, "mg", "portion"}));
  EXPECT_EQ(parse_use_condition("stated creatine 3 g day"), (UseCondition{Kind::stated, "creatine", 3, "g", "day"}));
  EXPECT_EQ(parse_use_condition("at-most dha 5 g day"), (UseCondition{Kind::at_most, "dha", 5, "g", "day"}));
  EXPECT_EQ(parse_use_condition("text"), (UseCondition{Kind::text, "", 0, "", ""}));
}

class NoUseCondition : public testing::TestWithParam<const char*> {};

TEST_P(NoUseCondition, IsRefused) {
  EXPECT_FALSE(parse_use_condition(GetParam()).has_value());
}

INSTANTIATE_TEST_SUITE_P(Words, NoUseCondition,
                         testing::Values("", "sometimes magnesium", "source-of", "source-of magnesium 3 g day",
                                         "at-least creatine", "at-least creatine 3 g", "at-least creatine three g day",
                                         "at-least creatine -3 g day", "at-least creatine 0 g day",
                                         "at-least creatine 1.2.3 g day", "at-least creatine 1e3 g day",
                                         "at-least creatine 3 g day more", "text of it"));

TEST(UseConditions, SeveralStandInACell) {
  const auto both = parse_use_conditions("at-least chitosan 3 g day | stated chitosan 3 g day");
  ASSERT_TRUE(both.has_value());
  ASSERT_EQ(both->size(), 2U);
  EXPECT_EQ((*both)[1].kind, Kind::stated);
  EXPECT_TRUE(parse_use_conditions("")->empty());
  EXPECT_FALSE(parse_use_conditions("source-of zinc | nonsense").has_value());
}

TEST(UseConditions, NameTheirKind) {
  for (const char* const words :
       {"source-of a", "high a", "at-least a 1 g day", "at-most a 1 g day", "stated a 1 g day", "text"}) {
    const auto condition = parse_use_condition(words);
    ASSERT_TRUE(condition.has_value()) << words;
    const std::string_view text = words;
    EXPECT_EQ(to_string(condition->kind), text.substr(0, text.find(' ')));
  }
}

}  // namespace
}  // namespace claimbase
