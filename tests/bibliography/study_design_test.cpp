#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "analysis/bibliography/study_design.h"

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

struct Record {
  const char* name;
  std::vector<std::string> types;
  std::vector<std::string> mesh;
  const char* title;
  StudyDesign design;
};

void PrintTo(const Record& record, std::ostream* out) {
  *out << record.name;
}

class RecordDesigns : public testing::TestWithParam<Record> {};

TEST_P(RecordDesigns, AreReadFromTypesHeadingsAndTitle) {
  const auto& record = GetParam();
  EXPECT_EQ(study_design_of(DesignFacts{record.types, record.mesh, record.title}), record.design);
}

INSTANTIATE_TEST_SUITE_P(
    Records, RecordDesigns,
    testing::Values(
        Record{"type_given", {"Journal Article", "Randomized Controlled Trial"}, {"Humans"}, "Tea", randomised_trial},
        Record{"best_type", {"Review", "Meta-Analysis", "Systematic Review"}, {}, "Tea", meta_analysis},
        Record{"type_over_heading",
               {"Randomized Controlled Trial"},
               {"Humans", "Cohort Studies"},
               "Tea",
               randomised_trial},
        Record{"type_over_title", {"Case Reports"}, {}, "Tea: a randomised trial", case_report},
        Record{"series", {"Case Series"}, {}, "Tea", case_report},
        Record{"trial_in_rats", {"Randomized Controlled Trial"}, {"Animals", "Rats, Wistar"}, "Tea", animal},
        Record{"animals_and_humans",
               {"Journal Article"},
               {"Animals", "Humans", "Double-Blind Method"},
               "Tea",
               randomised_trial},
        Record{"animals_alone", {"Journal Article"}, {"*Animals", "Mice", "Iron/*metabolism"}, "Tea", animal},
        Record{"qualifiers", {}, {"*Cohort Studies/*methods", "Humans"}, "Tea", cohort},
        Record{"case_control_beats_cohort", {}, {"Case-Control Studies", "Retrospective Studies"}, "Tea", case_control},
        Record{"cross_sectional", {"Journal Article"}, {"Cross-Sectional Studies", "Humans"}, "Tea", cross_sectional},
        Record{"cells", {}, {"Humans", "Cells, Cultured"}, "Tea", in_vitro},
        Record{"vague_and_heading", {"Clinical Trial"}, {"Humans", "Double-Blind Method"}, "Tea", randomised_trial},
        Record{"vague_and_title", {"Observational Study"}, {}, "Tea: a prospective cohort study", cohort},
        Record{"vague_alone", {"Clinical Trial, Phase II"}, {}, "Tea", clinical_study},
        Record{"systematic_by_title", {"Review"}, {}, "Tea: a systematic review", systematic_review},
        Record{"review_of_animal_work", {"Review"}, {"Animals"}, "Tea in rats", narrative_review},
        Record{"guideline", {"Practice Guideline"}, {}, "Tea", guideline},
        Record{"about_trials", {"Review"}, {"Randomized Controlled Trials as Topic"}, "Tea", narrative_review},
        Record{"nothing_known", {"Journal Article"}, {"Tea", "Humans"}, "Tea and the heart", unknown}),
    [](const auto& instance) { return std::string(instance.param.name); });

TEST(StudyDesignRank, TheStrongerWins) {
  EXPECT_EQ(stronger(cohort, meta_analysis), meta_analysis);
  EXPECT_EQ(stronger(unknown, in_vitro), in_vitro);
  EXPECT_EQ(stronger(randomised_trial, animal), animal);
  EXPECT_EQ(stronger(unknown, unknown), unknown);
}

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
