#include <gmock/gmock.h>

#include "shown.h"

namespace claimbase {
namespace {

using testing::ElementsAre;

TEST(Tables, GluedCellsAreCutWhereACapitalFollows) {
  EXPECT_THAT(
      shown(
          "VitamineWerking\nFoliumzuurCeldeling bij groei\nBiotine (B8)Haar en huid\nZenuwen en bloedHPA-as, HbA1c\n"),
      ElementsAre("table_header: Vitamine|Werking", "table_row <0: Foliumzuur|Celdeling bij groei",
                  "table_row <0: Biotine (B8)|Haar en huid", "table_row <0: Zenuwen en bloed|HPA-as, HbA1c"));
}

TEST(Tables, GluedNumbersAndEmptyCells) {
  EXPECT_THAT(
      shown(
          "GroepLeeftijdADH zink (mg)\nZuigelingen7-11 maanden3\n 1-2 jaar4\nMannen18 jaar en ouder9\nZwangeren\xC2\xA0"
          "10\n"),
      ElementsAre("table_header: Groep|Leeftijd|ADH zink (mg)", "table_row <0: Zuigelingen|7-11 maanden|3",
                  "table_row <0: |1-2 jaar|4", "table_row <0: Mannen|18 jaar en ouder|9",
                  "table_row <0: Zwangeren||10"));
}

TEST(Tables, GluedAfterASingleCapitalOrDigit) {
  EXPECT_THAT(shown("StofBron\nVitamine DVette vis\nVitamine B6Kip en vis\nZinkGranen\n").at(1),
              "table_row <0: Vitamine D|Vette vis");
  EXPECT_THAT(shown("StofBron\nIJzerVlees\nVitamine B6Kip en vis\nZinkGranen\n").at(2),
              "table_row <0: Vitamine B6|Kip en vis");
}

TEST(Tables, CapitalsInsideWordsCutNone) {
  EXPECT_THAT(shown("De pH van de maag is laag.\nHet staat in PubMed en op YouTube.\n"),
              ElementsAre("paragraph: De pH van de maag is laag.", "paragraph: Het staat in PubMed en op YouTube."));
  EXPECT_THAT(shown("Dat zei dokter McDonald over GABA.\nHbA1c daalde bij NaCl.\n"),
              ElementsAre("paragraph: Dat zei dokter McDonald over GABA.", "paragraph: HbA1c daalde bij NaCl."));
}

TEST(Tables, OfPipes) {
  EXPECT_THAT(shown("| Stof | Werking |\n|------|:------:|\n| Zink | Huid |\n| Jodium | |\n\nEinde van de tabel.\n"),
              ElementsAre("table_header: Stof|Werking", "table_row <0: Zink|Huid", "table_row <0: Jodium|",
                          "paragraph: Einde van de tabel."));
  EXPECT_THAT(shown("Stof | Werking\n--- | ---\nZink | Huid\n"),
              ElementsAre("table_header: Stof|Werking", "table_row <0: Zink|Huid"));
}

TEST(Tables, OfBarsWithoutARule) {
  EXPECT_THAT(shown("Stof | Werking\nZink | Huid\nJodium | Schildklier\n\nEinde van de tabel.\n"),
              ElementsAre("table_header: Stof|Werking", "table_row <0: Zink|Huid", "table_row <0: Jodium|Schildklier",
                          "paragraph: Einde van de tabel."));
  EXPECT_THAT(shown("Hier staat geen lijst.\n\nHome | Over ijzer\nContact | Winkel\n\nLees verder.\n"),
              testing::Not(testing::Contains(testing::HasSubstr("table"))));
}

TEST(Tables, OfTabs) {
  EXPECT_THAT(shown("Stof\tWerking\nZink\tHuid\nJodium\tSchildklier\n"),
              ElementsAre("table_header: Stof|Werking", "table_row <0: Zink|Huid", "table_row <0: Jodium|Schildklier"));
}

}  // namespace
}  // namespace claimbase
