#include "analysis/claim/explain.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "analysis/claim/extractor.h"

namespace claimbase {
namespace {

const Vocabulary& vocabulary() {
  static const Vocabulary built_in = Vocabulary::built_in();
  return built_in;
}

std::string explained(std::string_view sentence, std::string_view topic = "", bool fragment = false) {
  return explain({sentence, "nl", topic, fragment}, vocabulary());
}

TEST(Explain, PrintsEachStepOfAFrame) {
  EXPECT_EQ(explained("Kalium verlaagt de bloeddruk met 4 mmHg bij ouderen."),
            "words\n"
            "  Kalium -> kalium\n"
            "  verlaagt -> verlaag\n"
            "  de -> de\n"
            "  bloeddruk -> bloeddruk\n"
            "  met -> met\n"
            "  4 -> 4\n"
            "  mmHg -> mmhg\n"
            "  bij -> bij\n"
            "  ouderen -> ouder\n"
            "recognised\n"
            "  \"Kalium\" substance potassium\n"
            "  \"verlaagt\" verb=lowers noun=lowers adjective=lowers tail=lowers\n"
            "  \"de\" article\n"
            "  \"bloeddruk\" outcome blood-pressure\n"
            "  \"bij\" purpose\n"
            "substances\n"
            "  \"Kalium\" potassium (intake)\n"
            "clauses\n"
            "  \"Kalium verlaagt de bloeddruk met 4 mmHg bij ouderen\"\n"
            "    subject: potassium\n"
            "outcomes\n"
            "  \"bloeddruk\" blood-pressure: a frame\n"
            "    by \"verlaagt\", effect lowers, a verb or nominal relation governs it\n"
            "frames\n"
            "  potassium lowers blood-pressure (intake, asserted, affirmed, confidence 1.00, by \"verlaagt\")\n"
            "    pressure 4 mm[Hg] \"4 mmHg\"\n"
            "    population {age-group:older-adults} \"ouderen\"\n");
}

struct ReasonCase {
  std::string name;
  std::string sentence;
  std::string topic;
  bool fragment;
  std::string line;
};
void PrintTo(const ReasonCase& tested, std::ostream* out) {
  *out << tested.sentence;
}

class Reasons : public testing::TestWithParam<ReasonCase> {};

TEST_P(Reasons, AreSaid) {
  const std::string printed = explained(GetParam().sentence, GetParam().topic, GetParam().fragment);
  EXPECT_NE(printed.find(GetParam().line + "\n"), std::string::npos) << printed;
}

INSTANTIATE_TEST_SUITE_P(
    Of, Reasons,
    testing::Values(ReasonCase{"NoRelation", "De bloeddruk en kalium.", "", false,
                               "  \"bloeddruk\" blood-pressure: no frame: nothing acts on it"},
                    ReasonCase{"NoSubstance", "Sporten verlaagt de bloeddruk.", "", false,
                               "  \"bloeddruk\" blood-pressure: no frame: no substance acts"},
                    ReasonCase{"Population", "Kalium helpt mensen met migraine.", "", false,
                               "  \"migraine\" migraine: no frame: says who, not what"},
                    ReasonCase{"NoOutcome", "Kalium zit in bananen.", "", false,
                               "  none: no frame is made, for there is no word of an outcome in the vocabulary"},
                    ReasonCase{"Question", "Verlaagt kalium de bloeddruk?", "", false, "a question makes no claim"},
                    ReasonCase{"Instruction", "Raadpleeg uw arts als kalium de bloeddruk verlaagt.", "", false,
                               "it tells the reader to do something: no claim"},
                    ReasonCase{"Topic", "Het verlaagt de bloeddruk.", "potassium", false,
                               "    subject: potassium (from the text before)"},
                    ReasonCase{"Clause", "Kalium verlaagt de bloeddruk, maar de slaap verbetert niet.", "", false,
                               "  \"maar de slaap verbetert niet\", a contrast, negated"}),
    [](const auto& tested) { return tested.param.name; });

TEST(Explain, SurvivesWhateverItIsGiven) {
  std::string deep;
  for (int i = 0; i < 200; ++i) deep += "kalium, (bloeddruk - 4 mg ";
  for (const std::string& sentence : std::vector<std::string>{"", " ", "...", "\xFF\xFE kalium \xC3", deep}) {
    EXPECT_FALSE(explained(sentence).empty());
  }
  EXPECT_NE(explained(std::string(kMostSentenceBytes + 1, 'a')).find("too long"), std::string::npos);
}

}  // namespace
}  // namespace claimbase
