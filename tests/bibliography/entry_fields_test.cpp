// What is read of entries whose words the templates do not account for: the model's labels, and what is made of them.
#include <gtest/gtest.h>

#include "analysis/bibliography/reference.h"

namespace claimbase {
namespace {

struct Entry {
  const char* name;
  const char* printed;
  const char* family;  // of the first author
  const char* title;
  const char* container;
  const char* volume;
  const char* page;
};

void PrintTo(const Entry& entry, std::ostream* out) {
  *out << entry.printed;
}

class EntryFields : public testing::TestWithParam<Entry> {};

TEST_P(EntryFields, AreRead) {
  const Reference read = parse_reference(GetParam().printed);
  ASSERT_FALSE(read.authors.empty());
  EXPECT_EQ(read.authors.front().family, GetParam().family);
  EXPECT_EQ(read.title, GetParam().title);
  EXPECT_EQ(read.container_title, GetParam().container);
  EXPECT_EQ(read.volume, GetParam().volume);
  EXPECT_EQ(read.page, GetParam().page);
}

INSTANTIATE_TEST_SUITE_P(
    Printed, EntryFields,
    testing::Values(
        Entry{"NamesEndWhereInitialsDo", "Vermeer AB. Seaweed and salt in the kitchens of old harbours. Dover; 2012.",
              "Vermeer", "Seaweed and salt in the kitchens of old harbours", "", "", ""},
        Entry{"TitleWithAColon",
              "Kaya B, Smit C. KELP: A Register of Iodine Intake on Islands. J Nutr. 2014;144(2):112-9.", "Kaya",
              "KELP: A Register of Iodine Intake on Islands", "J Nutr", "144", "112-9"},
        Entry{"VolumeIsAnnounced",
              "Kaya B. and Smit C., “Iodine in seaweed and the thyroid of islanders,” Science (80-.)., vol. 312, no. "
              "5770, "
              "pp. 101–104, 2006.",
              "Kaya", "Iodine in seaweed and the thyroid of islanders", "Science", "312", "101-104"},
        Entry{"PagesOfParts",
              "Kaya B, Smit C (2005) Light scattering in the skin of seals and what it tells of their fat. J Biomed "
              "Opt 10: "
              "041115-1-041115-7.",
              "Kaya", "Light scattering in the skin of seals and what it tells of their fat", "J Biomed Opt", "10",
              "041115-1-041115-7"},
        Entry{"BracketOfATitle",
              "Kaya B, Smit C (1988) The winter diet of the pike in shallow lakes (Esocidae). Copeia 1988: 591–604.",
              "Kaya", "The winter diet of the pike in shallow lakes (Esocidae)", "Copeia", "1988", "591-604"},
        Entry{"PlaceOfAJournal",
              "Kaya B, Smit C. Extraction of iodine from dried kelp. Methods in molecular biology (Clifton, NJ). "
              "2007;357:271–96.",
              "Kaya", "Extraction of iodine from dried kelp", "Methods in molecular biology (Clifton, NJ)", "357",
              "271-96"},
        Entry{"PagesInFrontOfTheBook",
              "Kaya B, Smit C (1992) Growth of reeds in brackish water. Pages 193–211 in Prins D, Bakker E, editors. "
              "Plants "
              "of the delta. Academic Press, London.",
              "Kaya", "Growth of reeds in brackish water", "Plants of the delta", "", "193-211"},
        Entry{"EpubIsARemark",
              "Kaya B, Smit C. Fibre and the gut of older adults. Ann Rheum Dis. 2013;72 Suppl 2:ii80–4. Epub "
              "2012/12/21.",
              "Kaya", "Fibre and the gut of older adults", "Ann Rheum Dis", "72", "ii80-4"}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(EntryYears, AreNeverOfZeros) {
  EXPECT_FALSE(parse_reference("Smit B ((1: 2, Smit C, aste: aut: wat is genoeg?00001; PMC1 0000M2.").year.has_value());
}

struct Opinion {
  const char* name;
  const char* printed;
  StudyDesign design;
};

void PrintTo(const Opinion& opinion, std::ostream* out) {
  *out << opinion.printed;
}

class Opinions : public testing::TestWithParam<Opinion> {};

TEST_P(Opinions, AreThoseOfAuthorities) {
  const Reference read = parse_reference(GetParam().printed);
  EXPECT_EQ(read.design, GetParam().design);
}

INSTANTIATE_TEST_SUITE_P(
    Authors, Opinions,
    testing::Values(
        Opinion{"AuthorityPage", "Voedingscentrum. Zout. Geraadpleegd op 12 mei 2023.", StudyDesign::guideline},
        Opinion{"AuthorityReport", "WHO (2012). Potassium intake for adults. Geneva: World Health Organization.",
                StudyDesign::guideline},
        Opinion{"TitleTellsMore", "World Health Organization. Sugar and teeth: a systematic review. Geneva; 2014.",
                StudyDesign::systematic_review},
        Opinion{"PersonIsNone", "Kaya B. Zout. Voeding Nu. 2001;12(3):4-9.", StudyDesign::unknown},
        Opinion{"UniversityIsNone", "Maastricht University. Zout en bloeddruk. Geraadpleegd op 12 mei 2023.",
                StudyDesign::unknown}),
    [](const auto& tested) { return std::string(tested.param.name); });

}  // namespace
}  // namespace claimbase
