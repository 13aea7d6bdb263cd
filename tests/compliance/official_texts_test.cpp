#include "analysis/compliance/official_texts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace claimbase {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(SaidAs, GivesEachChoiceOfASlash) {
  EXPECT_THAT(
      said_as("has been shown to lower/reduce it"),
      ElementsAre("has been shown to lower/reduce it", "has been shown to lower it", "has been shown to reduce it"));
}

TEST(SaidAs, OfATextWithAPlaceToFillInIsWhatStandsBehindIt) {
  EXPECT_THAT(said_as("foods containing <name> instead of sugars"), ElementsAre(" instead of sugars"));
}

TEST(SaidAs, LeavesATextWithoutAChoiceAlone) {
  EXPECT_THAT(said_as("Zinc contributes to normal DNA synthesis"),
              ElementsAre("Zinc contributes to normal DNA synthesis"));
}

RegisterEntry entry(std::string id, std::string claim) {
  RegisterEntry made;
  made.id = std::move(id);
  made.claim_en = std::move(claim);
  return made;
}

class OfficialTextsFind : public testing::Test {
 protected:
  std::vector<OfficialMatch> find(const std::string& text) {
    return texts_.find(text, reader_.read(text, {0, static_cast<std::uint32_t>(text.size())}));
  }

  std::vector<RegisterEntry> entries_{
      entry("a", "Oats have been shown to lower blood fat. High blood fat is a risk factor."),
      entry("b", "Oats contribute to a normal morning")};
  CopyReader reader_{"en"};
  OfficialTexts texts_{entries_, reader_};
};

TEST_F(OfficialTextsFind, TellsTheWholeTextFromItsFirstSentence) {
  const auto whole = find("Oats have been shown to lower blood fat. High blood fat is a risk factor.");
  ASSERT_EQ(whole.size(), 1U);
  EXPECT_TRUE(whole[0].whole);
  EXPECT_TRUE(whole[0].verbatim);
  const auto half = find("Oats have been shown to lower blood fat. Try them!");
  ASSERT_EQ(half.size(), 1U);
  EXPECT_FALSE(half[0].whole);
}

TEST_F(OfficialTextsFind, TellsOtherFormsOfTheWords) {
  const auto found = find("Our oats contributed to a normal morning.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].entry, 1U);
  EXPECT_FALSE(found[0].verbatim);
}

TEST_F(OfficialTextsFind, FindsNothingInOtherWords) {
  EXPECT_THAT(find("Oats make a good morning."), IsEmpty());
}

TEST_F(OfficialTextsFind, LeavesRefusedEntriesOut) {
  entries_[1].status = ClaimStatus::not_authorised;
  CopyReader reader("en");
  const OfficialTexts texts(entries_, reader);
  const std::string text = "Oats contribute to a normal morning";
  EXPECT_THAT(texts.find(text, reader.read(text, {0, static_cast<std::uint32_t>(text.size())})), IsEmpty());
}

}  // namespace
}  // namespace claimbase
