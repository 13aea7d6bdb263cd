#include "analysis/claim/clauses.h"

#include <gtest/gtest.h>

#include <ostream>

#include "tests/claim/annotated.h"

namespace claimbase {
namespace {

struct ClauseCase {
  const char* name;
  const char* language;
  const char* sentence;
  const char* clauses;  // joined by " / "
};

void PrintTo(const ClauseCase& tested, std::ostream* out) {
  *out << tested.sentence;
}

std::string clauses_of(std::string_view language, std::string_view text) {
  const Annotation annotation = annotated(language, text);
  std::string shown;
  for (const Clause& clause : split_clauses(text, annotation, annotator_of(language).grammar())) {
    const ByteRange range{annotation.units[clause.first].range.begin, annotation.units[clause.last - 1].range.end};
    shown += (shown.empty() ? "" : " / ") + std::string(range.of(text));
  }
  return shown;
}

class Clauses : public testing::TestWithParam<ClauseCase> {};

TEST_P(Clauses, AreCutWhereAnotherVerbRules) {
  EXPECT_EQ(clauses_of(GetParam().language, GetParam().sentence), GetParam().clauses);
}

INSTANTIATE_TEST_SUITE_P(
    Dutch, Clauses,
    testing::Values(
        ClauseCase{"One", "nl", "Zink ondersteunt de afweer.", "Zink ondersteunt de afweer"},
        ClauseCase{"ListOfOutcomes", "nl", "Zink is goed voor huid, haar en nagels.",
                   "Zink is goed voor huid, haar en nagels"},
        ClauseCase{"TwoVerbs", "nl", "Kalium verlaagt de bloeddruk en ontlast het hart.",
                   "Kalium verlaagt de bloeddruk en ontlast het hart"},
        ClauseCase{"TwoRelations", "nl", "Kalium verlaagt de bloeddruk en vermindert de kans op een beroerte.",
                   "Kalium verlaagt de bloeddruk / en vermindert de kans op een beroerte"},
        ClauseCase{"CommaAndVerb", "nl", "Omega-3 verlaagt de triglyceriden, remt ontstekingen en verhoogt het HDL.",
                   "Omega-3 verlaagt de triglyceriden / remt ontstekingen / en verhoogt het HDL"},
        ClauseCase{"Consequence", "nl", "Glycine kalmeert, waardoor u beter slaapt.",
                   "Glycine kalmeert / waardoor u beter slaapt"},
        ClauseCase{"ConsequenceWithoutComma", "nl", "Vezels vertragen de opname zodat de bloedsuiker daalt.",
                   "Vezels vertragen de opname / zodat de bloedsuiker daalt"},
        ClauseCase{"Sequel", "nl", "Pectine vormt een gel, wat het cholesterol verlaagt.",
                   "Pectine vormt een gel / wat het cholesterol verlaagt"},
        ClauseCase{"Relative", "nl", "Vitamine K, die de bloedstolling regelt, zit in kool.",
                   "Vitamine K / die de bloedstolling regelt / zit in kool"},
        ClauseCase{"ArticleThatLooksRelative", "nl", "Zink ondersteunt die functie.", "Zink ondersteunt die functie"},
        ClauseCase{"Because", "nl", "Zink is gezond, omdat het de afweer ondersteunt.",
                   "Zink is gezond / omdat het de afweer ondersteunt"},
        ClauseCase{"Although", "nl", "Hoewel zink helpt, voorkomt het geen griep.",
                   "Hoewel zink helpt / voorkomt het geen griep"},
        ClauseCase{"But", "nl", "Zink verkort een verkoudheid, maar voorkomt haar niet.",
                   "Zink verkort een verkoudheid / maar voorkomt haar niet"},
        ClauseCase{"Colon", "nl", "Zink: goed voor de huid.", "Zink / goed voor de huid"},
        ClauseCase{"Dash", "nl", "Zink \xE2\x80\x93 een spoorelement \xE2\x80\x93 ondersteunt de afweer.",
                   "Zink / een spoorelement / ondersteunt de afweer"},
        ClauseCase{"Semicolon", "nl", "Zink helpt de huid; koper het haar.", "Zink helpt de huid / koper het haar"},
        ClauseCase{"Empty", "nl", "", ""}),
    [](const auto& tested) { return std::string(tested.param.name); });

INSTANTIATE_TEST_SUITE_P(
    English, Clauses,
    testing::Values(ClauseCase{"One", "en", "Zinc supports the immune system.", "Zinc supports the immune system"},
                    ClauseCase{"ListOfOutcomes", "en", "Zinc is good for skin, hair and nails.",
                               "Zinc is good for skin, hair and nails"},
                    ClauseCase{"TwoRelations", "en", "Omega-3 lowers triglycerides and raises HDL cholesterol.",
                               "Omega-3 lowers triglycerides / and raises HDL cholesterol"},
                    ClauseCase{"Thereby", "en", "Nitrate widens arteries, thereby lowering blood pressure.",
                               "Nitrate widens arteries / thereby lowering blood pressure"},
                    ClauseCase{"Which", "en", "Glycine cools the body, which helps you sleep.",
                               "Glycine cools the body / which helps you sleep"},
                    ClauseCase{"ThatWithoutComma", "en", "Zinc is a mineral that supports the skin.",
                               "Zinc is a mineral that supports the skin"},
                    ClauseCase{"Because", "en", "Zinc is popular, because it supports the skin.",
                               "Zinc is popular / because it supports the skin"},
                    ClauseCase{"But", "en", "Zinc shortens colds, but it does not prevent them.",
                               "Zinc shortens colds / but it does not prevent them"},
                    ClauseCase{"Colon", "en", "One thing is clear: calcium strengthens bones.",
                               "One thing is clear / calcium strengthens bones"}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(ClauseUnits, EachStandInExactlyOneClause) {
  const std::string_view text =
      "Hoewel zink helpt, voorkomt het geen griep: het verkort haar, en koper, dat minder doet, niet.";
  const Annotation annotation = annotated("nl", text);
  std::uint32_t next = 0;
  for (const Clause& clause : split_clauses(text, annotation, annotator_of("nl").grammar())) {
    EXPECT_EQ(clause.first, next);
    EXPECT_LT(clause.first, clause.last);
    next = clause.last;
  }
  EXPECT_EQ(next, annotation.units.size());
}

TEST(ClauseLinks, SayHowAClauseHangsOnTheOneBefore) {
  const std::string_view text = "Zink: het helpt, waardoor je slaapt, maar voorkomt niets.";
  const std::vector<Clause> clauses = split_clauses(text, annotated("nl", text), annotator_of("nl").grammar());
  ASSERT_EQ(clauses.size(), 4U);
  EXPECT_EQ(clauses[0].link, ClauseLink::start);
  EXPECT_TRUE(clauses[1].after_colon);
  EXPECT_EQ(clauses[2].link, ClauseLink::consequence);
  EXPECT_EQ(clauses[3].link, ClauseLink::contrast);
}

}  // namespace
}  // namespace claimbase
