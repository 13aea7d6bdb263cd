#include <gtest/gtest.h>

#include "analysis/bibliography/reference.h"

namespace claimbase {
namespace {

struct Design {
  const char* name;
  const char* text;
  StudyDesign design;
  int level;
};

void PrintTo(const Design& d, std::ostream* out) {
  *out << d.name << ": " << d.text;
}

class StudyDesigns : public testing::TestWithParam<Design> {};

TEST_P(StudyDesigns, AreReadFromTitles) {
  EXPECT_EQ(study_design_of(GetParam().text), GetParam().design);
  EXPECT_EQ(ocebm_level(GetParam().design), GetParam().level);
}

using enum StudyDesign;
INSTANTIATE_TEST_SUITE_P(
    Titles, StudyDesigns,
    testing::Values(Design{"meta_beats_review", "Iron and mood: a systematic review and meta-analysis", meta_analysis,
                           1},
                    Design{"systematic", "Systematisch literatuuronderzoek naar kurkuma", systematic_review, 1},
                    Design{"rct", "Gember bij misselijkheid: een gerandomiseerde studie", randomised_trial, 2},
                    Design{"double_blind", "een dubbelblinde, placebogecontroleerde studie", randomised_trial, 2},
                    Design{"controlled", "A controlled trial of honey for cough", controlled_trial, 3},
                    Design{"cohort", "Koffie en diabetes: een prospectieve cohortstudie", cohort, 3},
                    Design{"case_control", "A case-control study of zinc and acne", case_control, 4},
                    Design{"cross_sectional", "Selenium in farmers: a cross-sectional study", cross_sectional, 4},
                    Design{"case_report", "Zoethout en hypertensie: een casusbeschrijving", case_report, 4},
                    Design{"animal_trial", "A randomized trial of creatine in rats", animal, 5},
                    Design{"in_vitro", "Curcumine remt tumorcellen in vitro", in_vitro, 5},
                    Design{"review", "Tea and the heart: a narrative review", narrative_review, 5},
                    Design{"guideline", "Nordic guidelines on vitamin D", guideline, 5},
                    Design{"none", "Tea and the heart", unknown, 0}),
    [](const auto& instance) { return std::string(instance.param.name); });

TEST(StudyDesignNames, GoBothWays) {
  for (int value = 1; value <= 15; ++value) {
    const auto design = static_cast<StudyDesign>(value);
    EXPECT_NE(to_string(design), "unknown") << value;
    EXPECT_EQ(study_design_from_string(to_string(design)), design);
  }
  EXPECT_EQ(study_design_from_string("nonsense"), unknown);
}

}  // namespace
}  // namespace claimbase
