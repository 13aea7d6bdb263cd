#include "analysis/compliance/copy_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace claimbase {
namespace {

using testing::ElementsAre;

// Where the brackets open around each word; 0: none.
std::vector<std::uint32_t> brackets_in(const std::string& text) {
  CopyReader reader("en");
  std::vector<std::uint32_t> brackets;
  for (const CopyUnit& unit : reader.read(text, {0, static_cast<std::uint32_t>(text.size())}))
    brackets.push_back(unit.bracket);
  return brackets;
}

TEST(CopyWords, KnowTheBracketsThatTheyStandIn) {
  EXPECT_THAT(brackets_in("zinc (a mineral) helps"), ElementsAre(0, 5, 5, 0));
}

TEST(CopyWords, StandInNoBracketsThatAreNotClosed) {
  EXPECT_THAT(brackets_in("zinc (a mineral"), ElementsAre(0, 0, 0));
  EXPECT_THAT(brackets_in("zinc (a\nmineral)"), ElementsAre(0, 0, 0));
}

TEST(CopyWords, OfASecondPairStandInThatOne) {
  EXPECT_THAT(brackets_in("iron (Fe) and zinc (Zn)"), ElementsAre(0, 5, 0, 0, 19));
}

}  // namespace
}  // namespace claimbase
