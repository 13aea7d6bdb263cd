// What a sentence inherits from the text above it, in small articles.
#include <gtest/gtest.h>

#include <ostream>

#include "tests/claim/extracted.h"

namespace claimbase {
namespace {

struct DiscourseCase {
  const char* name;
  const char* language;
  const char* article;
  const char* sentence;  // its beginning
  const char* claims;    // all of it, by outcome; "" for none
};

void PrintTo(const DiscourseCase& tested, std::ostream* out) {
  *out << tested.name;
}

class Discourses : public testing::TestWithParam<DiscourseCase> {};

TEST_P(Discourses, GiveTheSubstance) {
  const DiscourseCase& tested = GetParam();
  EXPECT_EQ(claims_of(tested.language, tested.article, tested.sentence), tested.claims);
}

INSTANTIATE_TEST_SUITE_P(
    Dutch, Discourses,
    testing::Values(
        DiscourseCase{"PronounInTheSameParagraph", "nl",
                      "Zink zit in vlees en noten. Het ondersteunt de afweer van volwassenen en kinderen.\n",
                      "Het ondersteunt", "zinc supports immune-function"},
        DiscourseCase{
            "PronounOfTheLastSubject", "nl",
            "Zink verkort een verkoudheid. Jodium is een ander spoorelement. Het ondersteunt de schildklier.\n",
            "Het ondersteunt", "iodine supports thyroid-function"},
        DiscourseCase{"NounWithADemonstrative", "nl",
                      "Ashwagandha groeit in India. Dit kruid verlaagt het cortisolgehalte van volwassenen.\n",
                      "Dit kruid", "ashwagandha lowers cortisol"},
        DiscourseCase{
            "HeadingGivesTheSubstance", "nl",
            "Wat doen mineralen?\n\nIJzer\n\nHet mineraal is nodig voor de aanmaak van rode bloedcellen bij mens en "
            "dier.\n\nJodium\n\nHet mineraal ondersteunt de schildklier van volwassenen en kinderen.\n",
            "Het mineraal ondersteunt", "iodine supports thyroid-function"},
        DiscourseCase{
            "TitleGivesTheSubstance", "nl",
            "Melatonine: wat u moet weten\n\nVeel mensen liggen lang wakker en zoeken daarvoor een middel dat "
            "werkt.\n\nHet middel bevordert de slaap van volwassenen die in ploegen werken.\n",
            "Het middel bevordert", "melatonin supports sleep"},
        DiscourseCase{"ListUnderALeadIn", "nl",
                      "Magnesium is een mineraal dat uit voeding komt.\n\nMagnesium draagt bij aan:\n\n- een normale "
                      "spierfunctie\n- een normale werking van het zenuwstelsel\n- sterke botten\n",
                      "een normale spierfunctie", "magnesium supports muscle-function"},
        DiscourseCase{
            "ListOfSymptoms", "nl",
            "IJzer is een mineraal dat uit voeding komt.\n\nSymptomen van een ijzertekort zijn:\n\n- vermoeidheid\n- "
            "duizeligheid\n- hoofdpijn\n",
            "duizeligheid", "iron raises dizziness deficiency"},
        DiscourseCase{
            "AnswerToAQuestion", "nl",
            "Vragen en antwoorden\n\nV: Helpt valeriaan bij het slapen?\nA: Ja, het bevordert de slaap van veel "
            "volwassenen.\n",
            "Ja, het bevordert", "valerian supports sleep"},
        DiscourseCase{"NoSubstanceAbove", "nl", "De dag begint vroeg. Het ondersteunt de afweer van volwassenen.\n",
                      "Het ondersteunt", ""}),
    [](const auto& tested) { return std::string(tested.param.name); });

INSTANTIATE_TEST_SUITE_P(
    English, Discourses,
    testing::Values(
        DiscourseCase{"PronounInTheSameParagraph", "en",
                      "Zinc is found in meat and nuts. It supports the immune system of adults and children.\n",
                      "It supports", "zinc supports immune-function"},
        DiscourseCase{
            "Possessive", "en",
            "Ginger is a root from Asia that many cooks use. Its role in digestion has been known for a long time.\n",
            "Its role", "ginger supports digestion"},
        DiscourseCase{
            "HeadingGivesTheSubstance", "en",
            "Which minerals do you need?\n\nIron\n\nThe mineral is needed for the formation of red blood cells in your "
            "body.\n\nIodine\n\nThe mineral supports the thyroid gland of adults and of children.\n",
            "The mineral supports", "iodine supports thyroid-function"},
        DiscourseCase{
            "ListUnderALeadIn", "en",
            "Magnesium is a mineral that comes from food.\n\nMagnesium contributes to:\n\n- normal muscle function\n- "
            "healthy bones\n- a normal nervous system\n",
            "normal muscle function", "magnesium supports muscle-function"}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(DiscourseConfidence, FallsWithTheDistanceOfTheSubstance) {
  const Extracted near = extracted("nl", "Zink zit in vlees en noten. Het ondersteunt de afweer van volwassenen.\n");
  const Extracted far = extracted("nl",
                                  "Zink\n\nVlees en noten zijn gezond voor wie er van houdt en ze elke dag eet.\n\n"
                                  "Het mineraal ondersteunt de afweer van volwassenen en kinderen.\n");
  ASSERT_EQ(near.mentions.size(), 1U);
  ASSERT_EQ(far.mentions.size(), 1U);
  EXPECT_TRUE(near.mentions[0].inherited);
  EXPECT_LT(far.mentions[0].confidence, near.mentions[0].confidence);
  EXPECT_LE(near.mentions[0].confidence, 1.0);
}

TEST(DiscourseRanges, NameTheWordsTheSubstanceWasReadFrom) {
  const Extracted made = extracted("nl", "Zink zit in vlees en noten. Het ondersteunt de afweer van volwassenen.\n");
  ASSERT_EQ(made.mentions.size(), 1U);
  EXPECT_EQ(made.mentions[0].substance_range.of(made.document.text), "Zink");
  EXPECT_EQ(made.mentions[0].outcome_range.of(made.document.text), "afweer");
}

}  // namespace
}  // namespace claimbase
