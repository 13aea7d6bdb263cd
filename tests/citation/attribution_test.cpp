#include "analysis/citation/attribution.h"

#include <gtest/gtest.h>

namespace claimbase {
namespace {

struct Case {
  const char* name;
  const char* sentence;
  const char* journal;
  int year;
  const char* organisation;
  const char* authors;
  StudyDesign design = StudyDesign::unknown;
};

void PrintTo(const Case& c, std::ostream* out) {
  *out << c.name << ": " << c.sentence;
}

class SpecificAttribution : public testing::TestWithParam<Case> {};

TEST_P(SpecificAttribution, NamesItsSource) {
  const auto& c = GetParam();
  const auto hit = find_attribution(c.sentence);
  ASSERT_TRUE(hit.has_value());
  EXPECT_TRUE(hit->attribution.specific);
  EXPECT_EQ(hit->attribution.journal, c.journal);
  EXPECT_EQ(hit->attribution.year.value_or(0), c.year);
  EXPECT_EQ(hit->attribution.organisation, c.organisation);
  EXPECT_EQ(hit->attribution.authors, c.authors);
  EXPECT_EQ(hit->attribution.design, c.design);
  EXPECT_FALSE(hit->range.empty());
}

using enum StudyDesign;
INSTANTIATE_TEST_SUITE_P(
    Sentences, SpecificAttribution,
    testing::Values(
        Case{"published_in_outcome_title",
             "Een meta-analyse uit 2019, gepubliceerd in Stroke, zag minder herseninfarcten bij kalium.", "Stroke",
             2019, "", "", meta_analysis},
        Case{"in_the_journal", "Volgens een studie in het Journal of Sleep Research slapen theedrinkers dieper.",
             "Journal of Sleep Research", 0, "", ""},
        Case{"quoted", "Een dubbelblinde studie in “Pain” vond dat gember de rugpijn verlichtte.", "Pain", 0, "", "",
             randomised_trial},
        Case{"english_journal",
             "A 2018 trial published in the American Journal of Clinical Nutrition found that oats lower cholesterol.",
             "American Journal of Clinical Nutrition", 2018, "", "", clinical_study},
        Case{"brackets_journal_year", "Zink verkort een verkoudheid (Nutrients, 2020).", "Nutrients", 2020, "", ""},
        Case{"year_after_published", "In een groot onderzoek, gepubliceerd in 2017, daalde de bloedsuiker.", "", 2017,
             "", ""},
        Case{"year_before_published", "Het in 2015 gepubliceerde onderzoek vond geen verschil tussen de groepen.", "",
             2015, "", ""},
        Case{"authority_subject", "De Gezondheidsraad raadt zwangeren extra vitamine D aan.", "", 0, "Gezondheidsraad",
             "", guideline},
        Case{"authority_brackets", "IJzer draagt bij tot de vermindering van vermoeidheid (EFSA).", "", 0, "EFSA", "",
             guideline},
        Case{"authority_according", "Volgens de WHO is vijf gram zout per dag genoeg.", "", 0, "WHO", "", guideline},
        Case{"authority_hyphen", "Een EFSA-advies stelt de bovengrens op 25 mg.", "", 0, "EFSA", "", guideline},
        Case{"authority_written_out", "The European Food Safety Authority set the limit at 25 mg.", "", 0, "EFSA", "",
             guideline},
        Case{"authority_english", "The NIH Office of Dietary Supplements notes that deficiency is rare.", "", 0,
             "NIH Office of Dietary Supplements", "", guideline},
        Case{"university_year", "Wie kort slaapt wordt vaker ziek (onderzoek, Stanford University 2014).", "", 2014,
             "Stanford University", ""},
        Case{"cochrane", "Een Cochrane-review van elf trials zag geen effect van echinacea.", "Cochrane", 0, "Cochrane",
             "", systematic_review},
        Case{"regulation", "De claim is toegelaten door Verordening (EU) nr. 432/2012.", "", 2012, "EU", "",
             regulation},
        Case{"et_al", "A small trial by Okafor et al. tested saffron against low mood.", "", 0, "", "Okafor",
             clinical_study},
        Case{"et_al_given_name", "Another trial by Maria J. Silva[^4] et al. looked at beetroot juice.", "", 0, "",
             "Silva", clinical_study},
        Case{"en_collegas", "Onderzoek van Willems en collega's liet hetzelfde zien.", "", 0, "", "Willems"},
        Case{"author_year", "Cafeïne verbetert de sprint (Jansen & de Boer, 2016).", "", 2016, "", "Jansen"},
        Case{"two_names_before_brackets", "Bos en Van Dijk (2018) maten hogere waarden na de maaltijd.", "", 2018, "",
             "Bos"},
        Case{"et_al_before_brackets", "Moreno et al. (2011) tested oats in the elderly.", "", 2011, "", "Moreno"},
        Case{"one_name_that_speaks", "Volgens Peeters (2020) is er meer onderzoek nodig.", "", 2020, "", "Peeters"},
        Case{"labelled_source", "Bron: Kim et al., JAMA, 2009.", "JAMA", 2009, "", "Kim"},
        Case{"labelled_two_names", "Source: Green and Brown, Gut, 2013", "Gut", 2013, "", "Green"},
        Case{"labelled_body", "Bronnen: Voedingscentrum (2017), eigen berekening.", "", 2017, "Voedingscentrum", "",
             guideline},
        Case{"outcome_title_behind_in", "Een studie in Hypertension vond een kleiner verschil.", "Hypertension", 0, "",
             ""},
        Case{"care_title", "A 2012 study in Diabetes Care saw lower fasting values.", "Diabetes Care", 2012, "", ""},
        Case{"bone_title", "Onderzoek in Osteoporosis International (2015) telde minder breuken.",
             "Osteoporosis International", 2015, "", ""},
        Case{"ampersand_title", "Een review in The Lancet Diabetes & Endocrinology uit 2019 noemt dat.",
             "The Lancet Diabetes & Endocrinology", 2019, "", "", narrative_review},
        Case{"ampersand_in_words", "Research published in The Lancet Diabetes and Endocrinology (2016) agrees.",
             "The Lancet Diabetes & Endocrinology", 2016, "", ""},
        Case{"year_before_journal", "In een in 2013 in Diabetologia gepubliceerde studie daalde de suiker.",
             "Diabetologia", 2013, "", ""},
        Case{"year_then_journal_then_verb", "Een review die in 2004 in JAMA verscheen, noemt drie oorzaken.", "JAMA",
             2004, "", "", narrative_review},
        Case{"described_in", "In de ZON-proef, in 2020 beschreven in het Journal of Sleep Research, sliep men langer.",
             "Journal of Sleep Research", 2020, "", ""},
        Case{"stood_in", "In een Deense proef steeg de waarde, zo stond in 2011 in JAMA.", "JAMA", 2011, "", ""},
        Case{"in_a_year_researchers", "In 2014 telden onderzoekers in de BMJ het aantal botbreuken.", "BMJ", 2014, "",
             ""},
        Case{"no_study_word", "Een vervolg uit 2023 in The Lancet Diabetes & Endocrinology zag geen effect.",
             "The Lancet Diabetes & Endocrinology", 2023, "", ""},
        Case{"journal_in_a_year", "The trial, published in the Journal of Sleep Research in 2008, was small.",
             "Journal of Sleep Research", 2008, "", "", clinical_study},
        Case{"found_in_a_year", "Onderzoekers van Wageningen University vonden in 2018 hetzelfde.", "", 2018,
             "Wageningen University", ""},
        Case{"abbreviated_title", "Dat staat in een studie in J Nutr uit 2006.", "Journal of Nutrition", 2006, "", ""},
        Case{"single_case", "In een casusrapport verdween de hoofdpijn na twee weken.", "", 0, "", "", case_report}),
    [](const auto& instance) { return std::string(instance.param.name); });

struct Other {
  const char* name;
  const char* sentence;
  bool generic;  // else: none at all
};

void PrintTo(const Other& c, std::ostream* out) {
  *out << c.name << ": " << c.sentence;
}

class NoSpecificAttribution : public testing::TestWithParam<Other> {};

TEST_P(NoSpecificAttribution, IsGenericOrNone) {
  const auto& c = GetParam();
  const auto hit = find_attribution(c.sentence);
  ASSERT_EQ(hit.has_value(), c.generic);
  EXPECT_FALSE(hit && hit->attribution.specific);
}

INSTANTIATE_TEST_SUITE_P(
    Sentences, NoSpecificAttribution,
    testing::Values(Other{"studies_show", "Studies tonen aan dat kurkuma de gewrichten soepel houdt.", true},
                    Other{"research_suggests", "Research suggests that tea calms the mind.", true},
                    Other{"outcome_not_journal", "Magnesium helpt bij hypertensie, stroke en pain.", false},
                    Other{"capital_outcome", "Hypertension is een ander woord voor hoge bloeddruk.", false},
                    Other{"outcome_with_a_capital", "Studies in Stroke patients show a smaller effect.", true},
                    Other{"plain_care", "Goede diabetes care staat centraal in deze studie.", false},
                    Other{"places_and_a_year", "In Spanje en Portugal (2016) was de oogst beter.", false},
                    Other{"one_place_and_a_year", "De cijfers van Utrecht (2016) zijn hoger.", false},
                    Other{"question", "Wat zegt de EFSA over magnesium?", false},
                    Other{"product", "Bekijk onze EFSA-conforme capsules in de winkel.", false},
                    Other{"disclaimer", "Deze uitspraken zijn niet beoordeeld door de NVWA.", false},
                    Other{"fda_disclaimer",
                          "These statements have not been evaluated by the Food and Drug Administration.", false},
                    Other{"year_of_event", "In 2020 steeg de verkoop van vitamine C sterk.", false},
                    Other{"plain_claim", "Vitamine C ondersteunt de weerstand.", false}),
    [](const auto& instance) { return std::string(instance.param.name); });

}  // namespace
}  // namespace claimbase
