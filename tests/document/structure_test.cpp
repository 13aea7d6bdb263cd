// Headings, lists, questions, references, roles: one small article a construction, its blocks exactly.
#include <gmock/gmock.h>

#include "shown.h"

namespace claimbase {
namespace {

using testing::ElementsAre;

TEST(Headings, StandAloneWithoutAFullStop) {
  EXPECT_THAT(shown("Kurkuma en gewrichten\n\nKurkuma komt uit Azië.\n\nWat zit erin\n\nVooral curcumine.\n"),
              ElementsAre("title +1: Kurkuma en gewrichten", "paragraph ^0: Kurkuma komt uit Azië.",
                          "heading ^0 +2: Wat zit erin", "paragraph ^2: Vooral curcumine."));
}

TEST(Headings, DirectlyBelowAParagraphThatIsComplete) {
  EXPECT_THAT(
      shown("Iron carries oxygen through the body.\n\nMost people get enough of it.\nFood Sources\n\nLiver is rich in "
            "iron.\n"),
      ElementsAre("paragraph: Iron carries oxygen through the body.", "paragraph: Most people get enough of it.",
                  "heading +2: Food Sources", "paragraph ^2: Liver is rich in iron."));
}

TEST(Headings, NumberedOnesUnderTheOneThatAnnouncesThem) {
  EXPECT_THAT(shown("Jodium\n\nJodium is een sporenelement.\n\nTwee functies van jodium\n\n1. Voor de "
                    "schildklier\n\nDe schildklier heeft het "
                    "nodig.\n\n2. Voor de groei\n\nKinderen groeien ervan.\n\nTot slot\n\nEet zeewier met mate.\n"),
              ElementsAre("title +1: Jodium", "paragraph ^0: Jodium is een sporenelement.",
                          "heading ^0 +2: Twee functies van jodium", "heading ^2 #1 +3: Voor de schildklier",
                          "paragraph ^3: De schildklier heeft het nodig.", "heading ^2 #2 +3: Voor de groei",
                          "paragraph ^5: Kinderen groeien ervan.", "heading ^0 +2: Tot slot",
                          "paragraph ^7: Eet zeewier met mate."));
}

TEST(Headings, NumberedOnesBesideAnIntroduction) {
  EXPECT_THAT(shown("Selenium\n\nInleiding\n\nSelenium zit in noten.\n\n1. Wat het doet\n\nHet beschermt cellen.\n"),
              ElementsAre("title +1: Selenium", "heading ^0 +2: Inleiding", "paragraph ^1: Selenium zit in noten.",
                          "heading ^0 #1 +2: Wat het doet", "paragraph ^3: Het beschermt cellen."));
}

TEST(Headings, ATextOfAPictureIsACaption) {
  EXPECT_THAT(
      shown("Over ijzer\n\nIJzer is nodig voor bloed.\n\nSpinazie in een kom\n\nHoeveel ijzer\n\nElf milligram.\n\n"
            "man met een appel\n\nTot slot\n\nEet gevarieerd.\n"),
      ElementsAre("title +1: Over ijzer", "paragraph ^0: IJzer is nodig voor bloed.", "caption ^0: Spinazie in een kom",
                  "heading ^0 +2: Hoeveel ijzer", "paragraph ^3: Elf milligram.", "caption ^3: man met een appel",
                  "heading ^0 +2: Tot slot", "paragraph ^6: Eet gevarieerd."));
}

TEST(Headings, OfMarkdown) {
  EXPECT_THAT(shown("# Zink\n\nEen mineraal.\n\n## Bronnen van zink\n\n### 1. Vlees\n\n> Vlees bevat zink.\n\nOesters "
                    "ook\n=====\n\nVeel zelfs.\n"),
              ElementsAre("title +1: Zink", "paragraph ^0: Een mineraal.", "heading ^0 +2: Bronnen van zink",
                          "heading ^2 #1 +3: Vlees", "paragraph ^3: Vlees bevat zink.", "heading +1: Oesters ook",
                          "paragraph ^5: Veel zelfs."));
}

TEST(Paragraphs, WrappedLinesAreOne) {
  EXPECT_THAT(
      shown(
          "Foliumzuur is een vitamine uit de groep B die het lichaam nodig heeft\nom cellen te maken. Een tekort geeft "
          "bloedarmoede en vermoeidheid, en\nin de zwangerschap een hogere kans op een open rug bij het kind. "
          "Daarom\nkrijgen "
          "vrouwen het advies om te slikken.\n\nDat helpt.\n"),
      ElementsAre(
          "paragraph: Foliumzuur is een vitamine uit de groep B die het lichaam nodig heeft\nom cellen te maken. Een "
          "tekort "
          "geeft bloedarmoede en vermoeidheid, en\nin de zwangerschap een hogere kans op een open rug bij het kind. "
          "Daarom\nkrijgen vrouwen het advies om te slikken.",
          "paragraph: Dat helpt."));
}

TEST(Lists, HaveTheirLeadIn) {
  EXPECT_THAT(shown("Vitamine B12 werkt op:3,4\n\n  • de zenuwen\n  • het bloed\nDat is veel.\n\n- losse regel\n"),
              ElementsAre("paragraph: Vitamine B12 werkt op:3,4", "list_item <0: de zenuwen", "list_item <0: het bloed",
                          "paragraph: Dat is veel.", "list_item: losse regel"));
}

TEST(Lists, AreIntroducedWithoutAColonToo) {
  EXPECT_THAT(
      shown("Calcium zit in de volgende producten.\n\n* melk\n* kaas\n"),
      ElementsAre("paragraph: Calcium zit in de volgende producten.", "list_item <0: melk", "list_item <0: kaas"));
}

TEST(Lists, Nest) {
  EXPECT_THAT(shown("Bronnen zijn:\n\n- vis:\n  - zalm\n  - haring\n- noten\n"),
              ElementsAre("paragraph: Bronnen zijn:", "list_item <0: vis:", "list_item <1 +1: zalm",
                          "list_item <1 +1: haring", "list_item <0: noten"));
}

TEST(Lists, NumberedLinesTogether) {
  EXPECT_THAT(shown("Zo doe je dat.\n\n  1. Eet vis\n  2. Eet noten\n\nMeer is niet nodig.\n"),
              ElementsAre("paragraph: Zo doe je dat.", "list_item #1: Eet vis", "list_item #2: Eet noten",
                          "paragraph: Meer is niet nodig."));
}

TEST(Lists, ThatLostTheirBullets) {
  EXPECT_THAT(
      shown("Toegestaan zijn deze zinnen over koper:\n\nKoper draagt bij tot normaal bindweefsel\n\nKoper draagt bij "
            "tot normale "
            "pigmentatie\n\nMeer mag er niet staan.\n"),
      ElementsAre("paragraph: Toegestaan zijn deze zinnen over koper:",
                  "list_item <0: Koper draagt bij tot normaal bindweefsel",
                  "list_item <0: Koper draagt bij tot normale pigmentatie", "paragraph: Meer mag er niet staan."));
}

TEST(Contents, EndWhereTheFirstEntryComesBack) {
  EXPECT_THAT(shown("Tea is a drink.\n\nOn this page\n\n1. Green tea\n2. Black tea\n\n1. Green tea\n\nGreen tea is not "
                    "fermented.\n"),
              ElementsAre("paragraph: Tea is a drink.", "heading/contents +2: On this page",
                          "list_item/contents ^1 #1: Green tea", "list_item/contents ^1 #2: Black tea",
                          "heading #1 +2: Green tea", "paragraph ^4: Green tea is not fermented."));
}

TEST(Questions, AnswersOfShortLinesStayTogether) {
  EXPECT_THAT(
      shown("FAQ\n\nWhich teas have caffeine?\n\nBlack tea\nGreen tea\n\nThe longer the leaves stand in hot "
            "water, the more of it ends up in the cup.\n"),
      ElementsAre("heading +2: FAQ", "question ^0: Which teas have caffeine?", "answer ^0 <1: Black tea",
                  "answer ^0 <1: Green tea",
                  "answer ^0 <1: The longer the leaves stand in hot water, the more of it ends up in the cup."));
}

TEST(Questions, WithPrefixes) {
  EXPECT_THAT(shown("Dit willen mensen weten over kalium.\n\nV: Verlaagt kalium de bloeddruk?\nA: Een "
                    "beetje.\n\nVraag: Hoeveel is "
                    "genoeg?\n\nAntwoord: Drie gram.\n"),
              ElementsAre("paragraph: Dit willen mensen weten over kalium.", "question: Verlaagt kalium de bloeddruk?",
                          "answer <1: Een beetje.", "question: Hoeveel is genoeg?", "answer <3: Drie gram."));
}

TEST(Questions, UnderTheirHeading) {
  EXPECT_THAT(shown("Tea is a drink.\n\nFAQ\n\nDoes tea help sleep?\n\nNot black tea.\n\nHerbal tea may.\n\nIs it "
                    "safe?\n\nYes, it is.\n\n"
                    "Conclusion\n\nDrink what you like.\n"),
              ElementsAre("paragraph: Tea is a drink.", "heading +2: FAQ", "question ^1: Does tea help sleep?",
                          "answer ^1 <2: Not black tea.", "answer ^1 <2: Herbal tea may.", "question ^1: Is it safe?",
                          "answer ^1 <5: Yes, it is.", "heading +2: Conclusion", "paragraph ^7: Drink what you like."));
}

TEST(References, NumberedUpToTheChrome) {
  EXPECT_THAT(
      shown(
          "IJzer is nodig.1\n\nReferenties\n  1. Jansen, A. (2019). IJzer. Voeding, 3, 1-9.\n  2. de Vries, B. (2020). "
          "Bloed.\n     Bloed, 4, 2.\n\nMeer weten over ijzer?\n\nDownload onze ijzerkaart\n"),
      ElementsAre("paragraph: IJzer is nodig.1", "heading/references +2: Referenties",
                  "reference/references ^1 #1: Jansen, A. (2019). IJzer. Voeding, 3, 1-9.",
                  "reference/references ^1 #2: de Vries, B. (2020). Bloed.\n     Bloed, 4, 2.",
                  "paragraph/navigation ^1: Meer weten over ijzer?",
                  "paragraph/promotion ^1: Download onze ijzerkaart"));
}

TEST(References, BareLinesUpToTheNextHeading) {
  EXPECT_THAT(shown("Iron is needed.\n\nSources\n\nSmith J. Iron in blood. Blood "
                    "2001.\nhttps://example.org/iron\n\nDoe K. More iron. "
                    "Blood 2002.\n\nAbout this site\n\nWe write about food for everyone who eats.\n"),
              ElementsAre("paragraph: Iron is needed.", "heading/references +2: Sources",
                          "reference/references ^1: Smith J. Iron in blood. Blood 2001.\nhttps://example.org/iron",
                          "reference/references ^1: Doe K. More iron. Blood 2002.", "heading +2: About this site",
                          "paragraph ^4: We write about food for everyone who eats."));
}

TEST(References, InBracketsAndFootnotes) {
  EXPECT_THAT(
      shown("Iron is needed.[^2]\n\nReferences\n\n[1] Smith J. Iron. Blood 2001.\n[2] Doe K. Zinc. Blood 2002.\n"),
      ElementsAre("paragraph: Iron is needed.[^2]", "heading/references +2: References",
                  "reference/references ^1 #1: Smith J. Iron. Blood 2001.",
                  "reference/references ^1 #2: Doe K. Zinc. Blood 2002."));
  EXPECT_THAT(shown("Iron is needed.[^2]\n\n[^2]: Doe K. Zinc. Blood 2002.\n"),
              ElementsAre("paragraph: Iron is needed.[^2]", "reference/references #2: Doe K. Zinc. Blood 2002."));
}

TEST(References, SourcesOfFoodAreNone) {
  EXPECT_THAT(
      shown("IJzer is nodig.\n\nBronnen\n\n- lever\n- linzen\n"),
      ElementsAre("paragraph: IJzer is nodig.", "heading +2: Bronnen", "list_item ^1: lever", "list_item ^1: linzen"));
}

TEST(Roles, OfListsUnderKnownHeadings) {
  EXPECT_THAT(
      shown("IJzer\n\nInhoudsopgave\n\n- Wat is ijzer\n- Bronnen\n\nWat is ijzer\n\nEen metaal.\n\nTrefwoorden\n\n• "
            "ijzer\n• "
            "bloed\n\nMeer artikelen"),
      ElementsAre("title +1: IJzer", "heading/contents ^0 +2: Inhoudsopgave", "list_item/contents ^1: Wat is ijzer",
                  "list_item/contents ^1: Bronnen", "heading ^0 +2: Wat is ijzer", "paragraph ^4: Een metaal.",
                  "heading/keywords ^0 +2: Trefwoorden", "list_item/keywords ^6: ijzer", "list_item/keywords ^6: bloed",
                  "heading/navigation ^0 +2: Meer artikelen"));
}

TEST(Roles, OfLinesThatSayThemselves) {
  EXPECT_THAT(shown("Ga naar inhoud\n\nIJzer en bloed\n\nLeestijd: 3 minuten\n\nIJzer maakt bloed. Bekijk onze "
                    "tabletten als u wilt.\n\nBekijk "
                    "onze tabletten →\n\n* Deze uitspraken zijn niet beoordeeld door de NVWA.\n\nTags: ijzer, bloed\n"),
              ElementsAre("paragraph/navigation: Ga naar inhoud", "title +1: IJzer en bloed",
                          "paragraph/metadata ^1: Leestijd: 3 minuten",
                          "paragraph ^1: IJzer maakt bloed. Bekijk onze tabletten als u wilt.",
                          "paragraph/promotion ^1: Bekijk onze tabletten →",
                          "paragraph/disclaimer ^1: Deze uitspraken zijn niet beoordeeld door de NVWA.",
                          "paragraph/keywords ^1: Tags: ijzer, bloed"));
}

// The article's own DOI; not one that goes on, one that is only linked, or that of an entry.
TEST(Roles, OfTheDoiOfTheArticle) {
  EXPECT_THAT(
      shown("Zink en acne\n\nDOI: 10.1234/zink-helpt-tegen-acne.2020\n\nZink steunt de huid.\n\ndoi "
            "https://doi.org/10.1234/zn.7\n\nDOI: 10.1234/zn.7 zegt dat zink helpt.\n\n"
            "https://doi.org/10.1234/zn.7\n\ndoi.org/10.1234/zn.7\n\nDOI: volgt/later\n\n"
            "Referenties\n\n1. Bakker T. Zink. Zoutblad. 2014;2:3-4.\nDOI: 10.1234/zn.8\n"),
      ElementsAre("title +1: Zink en acne", "paragraph/metadata ^0: DOI: 10.1234/zink-helpt-tegen-acne.2020",
                  "paragraph ^0: Zink steunt de huid.", "paragraph/metadata ^0: doi https://doi.org/10.1234/zn.7",
                  "paragraph ^0: DOI: 10.1234/zn.7 zegt dat zink helpt.", "paragraph ^0: https://doi.org/10.1234/zn.7",
                  "paragraph ^0: doi.org/10.1234/zn.7", "paragraph ^0: DOI: volgt/later",
                  "heading/references ^0 +2: Referenties",
                  "reference/references ^8 #1: Bakker T. Zink. Zoutblad. 2014;2:3-4.\nDOI: 10.1234/zn.8"));
}

TEST(Roles, OfTheBoxUnderACallToAction) {
  EXPECT_THAT(
      shown("IJzer is een metaal.\n\nVraag gratis advies aan\nSanne\n\nSanne\n\nAdviseur\n\nReferenties\n1. Jansen, A. "
            "(2019). IJzer.\n"),
      ElementsAre("paragraph: IJzer is een metaal.", "paragraph/promotion: Vraag gratis advies aan",
                  "paragraph/metadata: Sanne", "paragraph/metadata: Sanne", "paragraph/metadata: Adviseur",
                  "heading/references +2: Referenties", "reference/references ^5 #1: Jansen, A. (2019). IJzer."));
}

}  // namespace
}  // namespace claimbase
