#include "analysis/claim/subjects.h"

#include <gtest/gtest.h>

#include <ostream>

#include "tests/claim/annotated.h"

namespace claimbase {
namespace {

struct SubjectCase {
  const char* name;
  const char* language;
  const char* sentence;
  const char* groups;  // "zinc+copper/intake magnesium/deficiency"
};

void PrintTo(const SubjectCase& tested, std::ostream* out) {
  *out << tested.sentence;
}

std::string groups_of(std::string_view language, std::string_view text) {
  std::string shown;
  for (const SubstanceGroup& group : substance_groups(annotated(language, text))) {
    std::string ids;
    for (const Concept* each : group.subject.substances) ids += (ids.empty() ? "" : "+") + each->id;
    shown += (shown.empty() ? "" : " ") + ids + '/' + std::string(to_string(group.subject.exposure));
  }
  return shown;
}

class SubstanceGroups : public testing::TestWithParam<SubjectCase> {};

TEST_P(SubstanceGroups, AreJoinedAndKnowTheirExposure) {
  EXPECT_EQ(groups_of(GetParam().language, GetParam().sentence), GetParam().groups);
}

INSTANTIATE_TEST_SUITE_P(
    Sentences, SubstanceGroups,
    testing::Values(SubjectCase{"One", "nl", "Zink ondersteunt de afweer.", "zinc/intake"},
                    SubjectCase{"Pair", "nl", "Zink en koper ondersteunen de afweer.", "zinc+copper/intake"},
                    SubjectCase{"Three", "en", "Zinc, copper and selenium support immunity.",
                                "zinc+copper+selenium/intake"},
                    SubjectCase{"TwoGroups", "nl", "Zink werkt anders dan koper.", "zinc/intake copper/intake"},
                    SubjectCase{"LackInTheCompound", "nl", "Een zinktekort maakt moe.", "zinc/deficiency"},
                    SubjectCase{"LackOf", "nl", "Een tekort aan zink maakt moe.", "zinc/deficiency"},
                    SubjectCase{"EnglishLack", "en", "A lack of zinc makes you tired.", "zinc/deficiency"},
                    SubjectCase{"EnglishDeficiency", "en", "Zinc deficiency makes you tired.", "zinc/deficiency"},
                    SubjectCase{"Low", "nl", "Een lage zinkinname maakt moe.", "zinc/deficiency"},
                    SubjectCase{"LowFarAway", "nl", "Zink helpt bij lage bloeddruk.", "zinc/intake"},
                    SubjectCase{"TooMuch", "nl", "Te veel zink maakt misselijk.", "zinc/excess"},
                    SubjectCase{"EnglishTooMuch", "en", "Too much zinc upsets the stomach.", "zinc/excess"},
                    SubjectCase{"Supplement", "nl", "Zinksuppletie verkort een verkoudheid.", "zinc/supplement"},
                    SubjectCase{"EnglishSupplements", "en", "Zinc supplements shorten colds.", "zinc/supplement"},
                    SubjectCase{"Cream", "nl", "Een cr\xC3\xA8me met zink", "zinc/topical"},
                    SubjectCase{"Infusion", "en", "Intravenous magnesium was given.", "magnesium/intravenous"},
                    SubjectCase{"Form", "nl", "Magnesiumcitraat werkt snel.", "magnesium-citrate/form"},
                    SubjectCase{"Food", "en", "Beetroot juice lowers blood pressure.", "beetroot-juice/food"},
                    SubjectCase{"CategoryWithItsMember", "nl", "Mineralen zoals calcium zijn nodig.", "calcium/intake"},
                    SubjectCase{"CategoryAlone", "nl", "Mineralen zijn nodig.", "minerals/intake"},
                    SubjectCase{"NoSubstance", "nl", "De bloeddruk daalt.", ""}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(SubstanceGroupPlace, IsAfterAnAgentBesideOrInverted) {
  const auto only = [](std::string_view language, std::string_view text) {
    const std::vector<SubstanceGroup> groups = substance_groups(annotated(language, text));
    EXPECT_EQ(groups.size(), 1U) << text;
    return groups.empty() ? SubstanceGroup{} : groups.front();
  };
  EXPECT_TRUE(only("nl", "De bloeddruk daalt door kalium.").after_agent);
  EXPECT_TRUE(only("en", "Sleep was improved by magnesium.").after_agent);
  EXPECT_FALSE(only("nl", "Kalium verlaagt de bloeddruk.").after_agent);
  EXPECT_TRUE(only("nl", "In tegenstelling tot kalium werkt slaap.").beside);
  EXPECT_TRUE(only("en", "Unlike zinc, sleep works.").beside);
  EXPECT_TRUE(only("nl", "De bloeddruk daalt samen met kalium.").companion);
  EXPECT_TRUE(only("nl", "Ook bevordert magnesium de slaap.").inverted);
  EXPECT_FALSE(only("nl", "Magnesium bevordert de slaap.").inverted);
}

}  // namespace
}  // namespace claimbase
