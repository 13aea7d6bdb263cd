#include "analysis/compliance/word_diff.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace claimbase {
namespace {

using testing::ElementsAre;
using Side = DiffWord::Side;

std::vector<std::string> printed(const std::vector<DiffWord>& diff) {
  std::vector<std::string> words;
  words.reserve(diff.size());
  for (const DiffWord& each : diff) {
    const char* sign = each.side == Side::both ? "" : each.side == Side::official ? "-" : "+";
    words.push_back(sign + each.text);
  }
  return words;
}

TEST(WordDiff, NamesWhatTheCopyDropsAndAdds) {
  EXPECT_THAT(printed(word_diff("Zinc contributes to the maintenance of normal hair", "Zinc maintains strong hair!")),
              ElementsAre("Zinc", "-contributes", "-to", "-the", "-maintenance", "-of", "-normal", "+maintains",
                          "+strong", "hair!"));
}

TEST(WordDiff, PassesOverCaseAndPunctuation) {
  EXPECT_THAT(printed(word_diff("Zink is nodig", "ZINK, is nodig.")), ElementsAre("ZINK,", "is", "nodig."));
}

TEST(WordDiff, OfNothingIsTheOtherText) {
  EXPECT_THAT(printed(word_diff("", "twee woorden")), ElementsAre("+twee", "+woorden"));
  EXPECT_THAT(printed(word_diff("twee woorden", "")), ElementsAre("-twee", "-woorden"));
  EXPECT_TRUE(word_diff("", "  ").empty());
}

TEST(WordDiff, ComparesNoMoreThanItsBound) {
  std::string longest;
  for (int i = 0; i < 100'000; ++i) longest += "woord ";
  EXPECT_EQ(word_diff(longest, longest).size(), 200U);
}

}  // namespace
}  // namespace claimbase
