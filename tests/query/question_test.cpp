// Free text as a question for evidence.
#include "query/question.h"

#include <gtest/gtest.h>

#include "schema/store.h"
#include "tests/query/sample_store.h"

namespace claimbase {
namespace {

struct QuestionCase {
  const char* name;
  const char* typed;
  const char* understood;
  Side side;
};
void PrintTo(const QuestionCase& tested, std::ostream* out) {
  *out << tested.typed;
}

class Understand : public testing::TestWithParam<QuestionCase> {
 protected:
  SampleStore store_;
  Database db_ = open_reader(store_.file());
  ConceptTable table_{db_};
  LabelIndex index_{table_};
};

TEST_P(Understand, SubstanceRelationAndOutcome) {
  const Question question = understand(GetParam().typed, index_);
  EXPECT_EQ(to_text(question, table_), GetParam().understood);
  EXPECT_EQ(question.side, GetParam().side);
}

INSTANTIATE_TEST_SUITE_P(
    Typed, Understand,
    testing::Values(
        QuestionCase{"ClaimId", "magnesium:lowers:blood-pressure", "magnesium lowers blood-pressure", Side::down},
        QuestionCase{"English", "magnesium lowers blood pressure", "magnesium lowers blood-pressure", Side::down},
        QuestionCase{"DutchQuestion", "verlaagt magnesium de bloeddruk?", "magnesium lowers blood-pressure",
                     Side::down},
        QuestionCase{"Compound", "magnesium voor bloeddrukverlaging", "magnesium lowers blood-pressure", Side::down},
        QuestionCase{"Narrower", "voorkomt magnesiumcitraat hypertensie", "magnesium-citrate prevents hypertension",
                     Side::down},
        QuestionCase{"BetterOfABadOutcome", "magnesium helps with migraine", "magnesium treats migraine", Side::down},
        QuestionCase{"BetterOfAGoodOutcome", "magnesium verbetert de slaap", "magnesium supports sleep", Side::up},
        QuestionCase{"Deficiency", "magnesiumtekort verhoogt de bloeddruk", "magnesium raises blood-pressure",
                     Side::down},
        QuestionCase{"NoRelation", "knoflook en bloeddruk", "garlic and blood-pressure", Side::any},
        QuestionCase{"OnlyOutcome", "migraine", "any substance and migraine", Side::any},
        QuestionCase{"NameOfBothAsSubstance", "melatonin improves sleep", "melatonin supports sleep", Side::up},
        QuestionCase{"NameOfBothAsOutcome", "magnesium raises melatonin", "magnesium raises melatonin", Side::up}),
    [](const auto& tested) { return std::string(tested.param.name); });

class UnderstandNothing : public Understand {};
TEST_P(UnderstandNothing, IsEmpty) {
  EXPECT_TRUE(understand(GetParam().typed, index_).empty());
}
INSTANTIATE_TEST_SUITE_P(Typed, UnderstandNothing,
                         testing::Values(QuestionCase{"OtherWords", "de fiets is blauw", "", Side::any},
                                         QuestionCase{"UnknownId", "stone:lowers:gravity", "", Side::any},
                                         QuestionCase{"Colons", ":::", "", Side::any},
                                         QuestionCase{"Empty", "", "", Side::any}),
                         [](const auto& tested) { return std::string(tested.param.name); });

MentionSummary mention(const char* relation, const char* exposure = "intake", const char* polarity = "affirmed") {
  return {"", "", relation, "", exposure, polarity, "asserted"};
}

Stance stance(Side asked, const MentionSummary& mention, Valence outcome = Valence::neutral,
              Valence asked_outcome = Valence::neutral) {
  return stance_of({{}, {}, "", asked, asked_outcome}, mention, outcome);
}

TEST(StanceOf, KeepsDenialAndDirectionApart) {
  EXPECT_EQ(stance(Side::down, mention("prevents")), Stance::supporting);
  EXPECT_EQ(stance(Side::down, mention("lowers", "intake", "negated")), Stance::denied);
  EXPECT_EQ(stance(Side::down, mention("raises")), Stance::opposite);
  EXPECT_EQ(stance(Side::down, mention("raises", "deficiency")), Stance::supporting);
  EXPECT_EQ(stance(Side::down, mention("no-effect")), Stance::no_effect);
  EXPECT_EQ(stance(Side::none, mention("no-effect")), Stance::supporting);
  EXPECT_EQ(stance(Side::any, mention("raises")), Stance::supporting);
}

TEST(StanceOf, TakesSupportOfANeutralOutcomeForNoDirection) {
  EXPECT_EQ(stance(Side::down, mention("supports"), Valence::neutral), Stance::supporting);
  EXPECT_EQ(stance(Side::down, mention("supports"), Valence::bad), Stance::opposite);
}

TEST(StanceOf, TurnsRoundWhereANarrowerOutcomeIsTheLackOfABroader) {
  EXPECT_EQ(stance(Side::up, mention("treats"), Valence::bad, Valence::good), Stance::supporting);
  EXPECT_EQ(stance(Side::up, mention("raises"), Valence::bad, Valence::good), Stance::opposite);
  EXPECT_EQ(stance(Side::down, mention("lowers"), Valence::bad, Valence::neutral), Stance::supporting);
}

}  // namespace
}  // namespace claimbase
