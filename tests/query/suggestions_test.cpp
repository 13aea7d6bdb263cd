// Spelling: how far apart words are, and what is suggested from a store's own words.
#include <gmock/gmock.h>

#include "query/edit_distance.h"
#include "query/suggestions.h"
#include "schema/store.h"
#include "tests/query/sample_store.h"

namespace claimbase {
namespace {

TEST(EditDistance, CountsSlips) {
  EXPECT_EQ(edit_distance("magnesium", "magnesium", 2), 0U);
  EXPECT_EQ(edit_distance("magnesim", "magnesium", 2), 1U);    // left out
  EXPECT_EQ(edit_distance("maagnesium", "magnesium", 2), 1U);  // put in
  EXPECT_EQ(edit_distance("magnesiun", "magnesium", 2), 1U);   // changed
  EXPECT_EQ(edit_distance("mangesium", "magnesium", 2), 1U);   // swapped
  EXPECT_EQ(edit_distance("mangesiun", "magnesium", 2), 2U);
  EXPECT_EQ(edit_distance("", "ab", 2), 2U);
}

TEST(EditDistance, BeyondTheMostIsOneMore) {
  EXPECT_EQ(edit_distance("zink", "magnesium", 2), 3U);
  EXPECT_EQ(edit_distance("abcdef", "fedcba", 1), 2U);
  EXPECT_EQ(edit_distance(std::string(65, 'a'), std::string(65, 'a'), 2), 3U);
}

class Suggestions : public testing::Test {
 protected:
  Suggestions()
      : db_(open_reader(store_.file())), reading_(db_, Transaction::Kind::read), table_(db_), labels_(table_) {}
  std::string sentences(std::string_view typed) {
    return suggestion_line(suggest(db_, typed, sentence_texts(), labels_));
  }
  std::string works(std::string_view typed) { return suggestion_line(suggest(db_, typed, work_texts(), labels_)); }

 private:
  SampleStore store_;
  Database db_;
  Transaction reading_;
  ConceptTable table_;
  LabelIndex labels_;
};

TEST_F(Suggestions, TheNearestWordOfTheTexts) {
  EXPECT_EQ(sentences("bloedruk"), "bedoelde u: bloeddruk");
  EXPECT_EQ(sentences("magnesuim bloeddruk"), "bedoelde u: magnesium bloeddruk");
}

TEST_F(Suggestions, WordsOfWorks) {
  EXPECT_EQ(works("systemtic"), "did you mean: systematic");
}

TEST_F(Suggestions, NothingForWordsThatAreThereOrTooShortOrTooFar) {
  for (const char* typed : {"bloeddruk", "mag", "xyzzyplugh", "", "\"--\"", "b12 300"}) {
    EXPECT_EQ(sentences(typed), "") << typed;
  }
}

TEST_F(Suggestions, PhrasesKeepTheirQuotes) {
  EXPECT_EQ(sentences("\"hoge bloedruk\" magnesium"), "bedoelde u: \"hoge bloeddruk\" magnesium");
}

}  // namespace
}  // namespace claimbase
