// What becomes of a query's words before works are ranked by it.
#include <gmock/gmock.h>

#include "query/reference_query.h"
#include "schema/store.h"
#include "tests/query/sample_store.h"

namespace claimbase {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

class ReferenceQueryTest : public testing::Test {
 protected:
  ReferenceQueryTest() : db_(open_reader(store_.file())), table_(db_), labels_(table_), lexicon_(labels_.languages()) {}
  ReferenceQuery make(std::string_view typed, bool expand = false) {
    return make_reference_query(typed, labels_, lexicon_, expand);
  }
  // "typed zinc", "joined nonhomologous": the first phrase of each term.
  std::vector<std::string> terms(std::string_view typed, bool expand = false) {
    std::vector<std::string> all;
    for (const QueryTerm& term : make(typed, expand).terms) {
      all.push_back(std::string(to_string(term.origin)) + " " + term.phrases.front().text);
    }
    return all;
  }

 private:
  SampleStore store_;
  Database db_;
  ConceptTable table_;
  LabelIndex labels_;
  QueryLexicon lexicon_;
};

TEST_F(ReferenceQueryTest, StopWordsOfTheQuerysLanguageAreLeftOut) {
  EXPECT_THAT(terms("what is the effect of zinc"), ElementsAre("typed effect", "typed zinc"));
  EXPECT_THAT(terms("wat doet zink met de kans op griep"), ElementsAre("typed zink", "typed kans", "typed griep"));
  // "die" is small in Dutch and says something in English.
  EXPECT_THAT(terms("do patients die of it"), ElementsAre("typed patients", "typed die", "joined patientsdie"));
}

TEST_F(ReferenceQueryTest, NothingButStopWordsIsKept) {
  EXPECT_THAT(terms("the who"), Contains("typed who"));
  EXPECT_TRUE(make("-- !").terms.empty());
}

TEST_F(ReferenceQueryTest, AWordCountsOnceWhateverItsForm) {
  EXPECT_THAT(terms("lozenges, lozenge"), Contains("typed lozenges"));
  EXPECT_THAT(terms("lozenges, lozenge"), Not(Contains("typed lozenge")));
}

TEST_F(ReferenceQueryTest, NeighboursAreJoinedAndQuantitiesKeptTogether) {
  EXPECT_THAT(terms("non-homologous joining"), ElementsAre("typed non", "typed homologous", "typed joining",
                                                           "joined nonhomologous", "joined homologousjoining"));
  EXPECT_THAT(terms("300 mg"), ElementsAre("typed 300", "typed mg", "quantity 300 mg"));
}

TEST_F(ReferenceQueryTest, LettersAndDigitsAreAlsoParted) {
  const ReferenceQuery query = make("il10");
  ASSERT_EQ(query.terms.size(), 1U);
  ASSERT_EQ(query.terms.front().phrases.size(), 2U);
  EXPECT_EQ(query.terms.front().phrases[1].text, "il 10");
}

TEST_F(ReferenceQueryTest, PhrasesAreRequired) {
  const ReferenceQuery query = make("\"blood pressure\" zinc");
  ASSERT_EQ(query.terms.size(), 2U);
  EXPECT_TRUE(query.terms[0].required);
  EXPECT_EQ(query.terms[0].phrases.front().text, "blood pressure");
  EXPECT_FALSE(query.terms[1].required);
}

TEST_F(ReferenceQueryTest, LabelsCountLessThanWhatWasTyped) {
  for (const QueryTerm& term : make("de bloeddruk van ouderen", true).terms) {
    if (term.origin == TermOrigin::typed) continue;
    EXPECT_LT(term.weight, 1) << term.phrases.front().text;
    EXPECT_LT(term.alone_weight, 1) << term.phrases.front().text;
    EXPECT_FALSE(term.stands_for.empty()) << term.phrases.front().text;
  }
  EXPECT_THAT(terms("de bloeddruk van ouderen", true), Contains("synonym blood pressure"));
  EXPECT_THAT(terms("de bloeddruk van ouderen", true), Contains("translation elderly"));
}

}  // namespace
}  // namespace claimbase
