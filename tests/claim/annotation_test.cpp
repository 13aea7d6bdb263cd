#include "analysis/claim/annotation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>

#include "tests/claim/annotated.h"

namespace claimbase {
namespace {

struct AnnotationCase {
  const char* name;
  const char* language;
  const char* sentence;
  const char* expected;
};

void PrintTo(const AnnotationCase& tested, std::ostream* out) {
  *out << tested.sentence;
}
std::string name_of(const testing::TestParamInfo<AnnotationCase>& tested) {
  return tested.param.name;
}

class Units : public testing::TestWithParam<AnnotationCase> {};

// Words between spaces, the parts of a compound between "|".
TEST_P(Units, AreWordsAndPartsOfCompounds) {
  const std::string_view text = GetParam().sentence;
  const Annotation annotation = annotated(GetParam().language, text);
  std::string shown;
  for (std::size_t i = 0; i < annotation.units.size(); ++i) {
    if (i > 0) shown += annotation.units[i].word == annotation.units[i - 1].word ? "|" : " ";
    shown += annotation.units[i].range.of(text);
  }
  EXPECT_EQ(shown, GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Sentences, Units,
    testing::Values(AnnotationCase{"Plain", "nl", "Zink helpt de huid.", "Zink helpt de huid"},
                    AnnotationCase{"Compound", "nl", "bloeddrukverlagend", "bloeddruk|verlagend"},
                    AnnotationCase{"Deficiency", "nl", "een magnesiumtekort", "een magnesium|tekort"},
                    AnnotationCase{"EnglishIsNotSplit", "en", "toothpaste for teeth", "toothpaste for teeth"}),
    name_of);

class Concepts : public testing::TestWithParam<AnnotationCase> {};

TEST_P(Concepts, AreFoundWithTheirWords) {
  EXPECT_EQ(concepts_in(GetParam().sentence, annotated(GetParam().language, GetParam().sentence)), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Sentences, Concepts,
    testing::Values(
        AnnotationCase{"Plain", "nl", "Kalium verlaagt de bloeddruk.", "Kalium=potassium bloeddruk=blood-pressure"},
        AnnotationCase{"Inflected", "nl", "Hartaanvallen en migraines",
                       "Hartaanvallen=heart-attack migraines=migraine"},
        AnnotationCase{"PartOfACompound", "nl", "een kaliumtekort", "kalium=potassium"},
        AnnotationCase{"LongestLabel", "en", "Vitamin B12 and vitamin B6",
                       "Vitamin_B12=vitamin-b12 vitamin_B6=vitamin-b6"},
        AnnotationCase{"LongestOutcome", "en", "type 2 diabetes", "type_2_diabetes=type2-diabetes"},
        AnnotationCase{"Inverse", "en", "insulin resistance", "insulin_resistance=!insulin-sensitivity"},
        AnnotationCase{"SuspendedCompound", "nl", "spier- en zenuwfunctie",
                       "spier=muscle-function zenuwfunctie=nervous-system"},
        AnnotationCase{"CaseAndDiacritics", "nl", "CAFEÏNE en MIGRAINE", "CAFEÏNE=caffeine MIGRAINE=migraine"},
        AnnotationCase{"Nothing", "nl", "De fiets staat buiten.", ""}),
    name_of);

std::vector<std::string> gap_cues(std::string_view language, std::string_view text) {
  std::vector<std::string> found;
  for (const Item& item : annotated(language, text).items) {
    for (const Cue* cue : item.senses) {
      if (!cue->after_gap.empty()) found.push_back(cue->phrase + " ... " + cue->after_gap);
    }
  }
  return found;
}

TEST(GapCues, AreFoundWhereTheirTailFollows) {
  const std::vector<std::string> found = gap_cues("nl", "IJzer draagt op den duur bij aan meer energie.");
  EXPECT_NE(std::ranges::find(found, "draagt ... bij"), found.end());
}

TEST(GapCues, NeedTheirTail) {
  const std::vector<std::string> found = gap_cues("nl", "Een drager draagt een koffer.");
  EXPECT_EQ(std::ranges::find(found, "draagt ... bij"), found.end());
}

TEST(GapCues, DoNotReachOverAStop) {
  const std::vector<std::string> found = gap_cues("nl", "Hij draagt een jas; bij kou twee.");
  EXPECT_EQ(std::ranges::find(found, "draagt ... bij"), found.end());
}

TEST(AnnotationMarks, StandAtTheUnitBehindThem) {
  const Annotation annotation = annotated("nl", "Zink, koper (en ijzer): goed - zeker; ja");
  ASSERT_EQ(annotation.units.size(), 7U);
  EXPECT_TRUE(annotation.units[1].comma);
  EXPECT_TRUE(annotation.units[2].open_parenthesis);
  EXPECT_FALSE(annotation.units[3].comma);
  EXPECT_TRUE(annotation.units[4].colon);
  EXPECT_TRUE(annotation.units[4].stop);
  EXPECT_TRUE(annotation.units[5].dash);
  EXPECT_TRUE(annotation.units[6].stop);
  EXPECT_FALSE(annotation.units[6].dash);
}

TEST(AnnotationMarks, AHyphenWithinAWordIsNoDash) {
  const Annotation annotation = annotated("en", "anti-inflammatory");
  for (const Unit& unit : annotation.units) EXPECT_FALSE(unit.dash || unit.stop);
}

TEST(AnnotationMarks, AQuestionEndsInAQuestionMark) {
  EXPECT_TRUE(annotated("nl", "Helpt zink?").question);
  EXPECT_TRUE(annotated("en", "(Does zinc help?) ").question);
  EXPECT_FALSE(annotated("nl", "Helpt zink? Ja.").question);
  EXPECT_FALSE(annotated("nl", "").question);
}

TEST(AnnotationItems, DoNotReachOverAStop) {
  for (const std::string_view text : {"Rest, then insulin. Resistance grew.", "The heart; attack is the word."}) {
    const Annotation annotation = annotated("en", text);
    for (const Item& item : annotation.items) {
      for (std::uint32_t unit = item.first + 1; unit < item.last; ++unit)
        EXPECT_FALSE(annotation.units[unit].stop) << text;
    }
    EXPECT_EQ(concepts_in(text, annotation).find("insulin-sensitivity"), std::string::npos);
    EXPECT_EQ(concepts_in(text, annotation).find("heart-attack"), std::string::npos);
  }
}

TEST(AnnotationForms, ABareFormWordIsASuffixOfItsBases) {
  bool found = false;
  for (const Item& item : annotated("nl", "Tauraat is een vorm.").items) {
    if (item.kind == ItemKind::substance && item.named->id == "magnesium-taurate") found = item.suffix;
  }
  EXPECT_TRUE(found);
}

TEST(AnnotationRanges, CountFromTheTextsStart) {
  const std::string_view text = "Rust. Kalium verlaagt de bloeddruk.";
  Annotation annotation;
  annotator_of("nl").annotate(text, {6, static_cast<std::uint32_t>(text.size())}, annotation);
  ASSERT_FALSE(annotation.items.empty());
  EXPECT_EQ(annotation.range_of(annotation.items.front()).of(text), "Kalium");
}

TEST(AnnotatorLanguages, OneWithoutCuesStillFindsConcepts) {
  const Vocabulary vocabulary = Vocabulary::built_in();
  Annotator french(vocabulary, "fr");
  Annotation annotation;
  french.annotate("Sambucus nigra", {0, 14}, annotation);
  EXPECT_FALSE(annotation.units.empty());
  for (const Item& item : annotation.items) EXPECT_NE(item.kind, ItemKind::cue);
}

}  // namespace
}  // namespace claimbase
