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

TEST(CopyWords, OfARowEndWhereItsCellsDo) {
  const std::string text = "SleepworsensLessGABA";
  CopyReader reader("en");
  const std::vector<ByteRange> cells{{0, 12}, {12, 16}, {16, 20}};
  std::vector<std::string> words;
  std::vector<bool> stops;
  std::vector<std::uint32_t> numbers;
  for (const CopyUnit& unit : reader.read(text, {0, 20}, cells)) {
    words.emplace_back(unit.range.of(text));
    stops.push_back(unit.stop);
    numbers.push_back(unit.word);
  }
  EXPECT_THAT(words, ElementsAre("Sleepworsens", "Less", "GABA"));
  EXPECT_THAT(stops, ElementsAre(false, true, true));
  EXPECT_THAT(numbers, ElementsAre(0, 1, 2));
}

}  // namespace
}  // namespace claimbase
