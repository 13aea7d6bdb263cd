#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "analysis/language/analyzer.h"

namespace claimbase {
namespace {

struct CompoundCase {
  std::string name;
  std::string word;
  std::vector<std::string> parts;  // as words of their own; empty: no compound
};
void PrintTo(const CompoundCase& tested, std::ostream* out) {
  *out << tested.word;
}

class Compounds : public testing::TestWithParam<CompoundCase> {};

TEST_P(Compounds, HasThePartsAsWordsOfTheirOwn) {
  Analyzer analyzer("nl");
  const WordForm* form = analyzer.form(GetParam().word);
  std::vector<std::string> stems;
  for (const CompoundPart& part : form->parts) {
    stems.push_back(part.stem);
    ASSERT_LT(part.begin, part.end);
    ASSERT_LE(part.end, form->folded.size());
  }
  std::vector<std::string> expected;
  for (const std::string& word : GetParam().parts) expected.push_back(analyzer.form(word)->stem);
  EXPECT_EQ(stems, expected);
}

INSTANTIATE_TEST_SUITE_P(
    Split, Compounds,
    testing::Values(CompoundCase{"Lowering", "bloeddrukverlaging", {"bloeddruk", "verlaging"}},
                    CompoundCase{"InflectedHead", "bloeddrukverlagende", {"bloeddruk", "verlagen"}},
                    CompoundCase{"Supplementation", "magnesiumsuppletie", {"magnesium", "suppletie"}},
                    CompoundCase{"Deficiencies", "Vitaminetekorten", {"vitamine", "tekort"}},
                    CompoundCase{
                        "ThreeParts", "magnesiumglycinaatsupplement", {"magnesium", "glycinaat", "supplement"}},
                    CompoundCase{"Values", "bloeddrukwaarden", {"bloeddruk", "waarde"}},
                    CompoundCase{"Rich", "magnesiumrijke", {"magnesium", "rijk"}},
                    CompoundCase{"Diaeresis", "hypertensiepatiënten", {"hypertensie", "patiënt"}},
                    CompoundCase{"Rhythm", "hartritmestoornissen", {"hartritme", "stoornis"}},
                    CompoundCase{"LinkingS", "ontstekingsremmend", {"ontsteking", "remmen"}},
                    CompoundCase{"LinkingEn", "ziektenpreventie", {"ziekte", "preventie"}},
                    CompoundCase{"LinkingDoubled", "vlierbessenextract", {"vlierbes", "extract"}},
                    CompoundCase{"Cramps", "beenkrampen", {"been", "kramp"}},
                    CompoundCase{"Vessels", "vaatverwijding", {"vaten", "verwijden"}},
                    CompoundCase{"Gut", "darmflora", {"darm", "flora"}},
                    CompoundCase{"Immune", "immuunrespons", {"immuun", "respons"}},
                    CompoundCase{"UnknownHead", "magnesiumkruimeldief", {"magnesium", "kruimeldief"}},
                    CompoundCase{"UnknownFirst", "kriekelbessensuppletie", {"kriekelbessen", "suppletie"}},
                    CompoundCase{"UnknownFirstIrregularHead", "kriekelinname", {"kriekel", "inname"}},
                    CompoundCase{"ParticipleHead", "zeewiergepoederd", {"zeewier", "poeder"}}),
    [](const auto& tested) { return tested.param.name; });

class NoCompounds : public testing::TestWithParam<const char*> {};

TEST_P(NoCompounds, StaysWhole) {
  Analyzer analyzer("nl");
  EXPECT_TRUE(analyzer.form(GetParam())->parts.empty());
}

INSTANTIATE_TEST_SUITE_P(Whole, NoCompounds,
                         testing::Values("magnesium", "bloeddruk", "vitamine", "vitaminen", "mineralen", "supplementen",
                                         "bestand", "verstand", "hartelijk", "ontspanning", "eenvoudig", "botsing",
                                         "inzicht", "functioneel", "effectiviteit", "energiek", "onderzoekers",
                                         "behandeling", "gezondheid", "voldoende", "zwangerschap", "belangrijk",
                                         "verschillende", "bijvoorbeeld", "wetenschappelijk", "hoeveelheid", "leeftijd",
                                         "dagelijks", "oogpunt", "prestatie", "vettig", "resultaat", "systematisch",
                                         "stressvol", "zinkend", "kaliumpje"),
                         [](const auto& tested) { return std::string(tested.param); });

TEST(CompoundParts, LeaveTheLinkingLetterOut) {
  Analyzer analyzer("nl");
  const WordForm* form = analyzer.form("Ontstekingsremmer");
  ASSERT_EQ(form->parts.size(), 2U);
  EXPECT_EQ(form->folded.substr(form->parts[0].begin, form->parts[0].end - form->parts[0].begin), "ontsteking");
  EXPECT_EQ(form->folded.substr(form->parts[1].begin, form->parts[1].end - form->parts[1].begin), "remmer");
}

TEST(CompoundParts, EnglishWordsAreNotSplit) {
  Analyzer analyzer("en");
  EXPECT_TRUE(analyzer.form("magnesiumsuppletie")->parts.empty());
}

}  // namespace
}  // namespace claimbase
