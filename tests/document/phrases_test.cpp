#include "analysis/document/phrases.h"

#include <gtest/gtest.h>

#include <string>

namespace claimbase::reading {
namespace {

TEST(Patterns, MatchTheWholeText) {
  EXPECT_TRUE(matches_pattern("download onze *", "download onze brochure"));
  EXPECT_TRUE(matches_pattern("*geen * advies*", "dit is geen medisch advies, maar"));
  EXPECT_TRUE(matches_pattern("a*", "a"));
  EXPECT_FALSE(matches_pattern("download onze *", "u kunt download onze brochure"));
  EXPECT_FALSE(matches_pattern("lees meer", "lees meer over zink"));
  EXPECT_FALSE(matches_pattern("", "a"));
}

TEST(KnownSections, IgnoreColonsAndEmphasis) {
  EXPECT_EQ(known_section("referenties:"), Section::references);
  EXPECT_EQ(known_section("**bronnen**"), Section::sources);
  EXPECT_EQ(known_section("bronnen van zink"), Section::none);
}

TEST(KnownLines, TellChromeFromText) {
  EXPECT_EQ(known_line("ga naar inhoud").role, BlockRole::navigation);
  EXPECT_EQ(known_line("bekijk alle supplementen").role, BlockRole::promotion);
  EXPECT_EQ(known_line("leestijd: 4 minuten").role, BlockRole::metadata);
  EXPECT_EQ(known_line("deze tekst vervangt geen medisch advies.").role, BlockRole::disclaimer);
  EXPECT_EQ(known_line("zink is een mineraal").role, BlockRole::content);
}

TEST(KnownLines, MayBeginLikeAPattern) {
  const std::string phrase = "lees verder onder ";
  ASSERT_NE(known_line(phrase + "de foto", true).role, BlockRole::content);
  EXPECT_TRUE(may_begin_known_line(phrase + "de foto"));
  EXPECT_TRUE(may_begin_known_line(phrase.substr(0, 9)));
  EXPECT_FALSE(may_begin_known_line("zink is een mineraal"));
}

TEST(QuestionPrefixes, NeedAColonAndASpace) {
  std::size_t length = 0;
  EXPECT_EQ(question_prefix("V: Is zink nodig?", length), Prefix::question);
  EXPECT_EQ(length, 2U);
  EXPECT_EQ(question_prefix("**Antwoord:** Ja", length), Prefix::answer);
  EXPECT_EQ(length, 13U);
  EXPECT_EQ(question_prefix("Vitamine A: nodig", length), Prefix::none);
  EXPECT_EQ(question_prefix("A:b", length), Prefix::none);
}

}  // namespace
}  // namespace claimbase::reading
