// Title, date, publisher, language, lines.
#include "analysis/document/reader.h"

#include <gmock/gmock.h>

#include "analysis/document/outline.h"
#include "shown.h"

namespace claimbase {
namespace {

constexpr std::string_view kDutchText =
    "Visolie bevat vetzuren die het lichaam niet zelf kan maken. Uit onderzoek blijkt dat mensen die elke week vis "
    "eten minder vaak een "
    "hartinfarct krijgen dan mensen die dat niet doen. De Gezondheidsraad raadt daarom aan om eenmaal per week vette "
    "vis te eten.\n";
constexpr std::string_view kEnglishText =
    "This information does not replace the advice of your doctor, and the publisher of this page accepts no liability "
    "for what readers "
    "decide to do with it. People who take medicines should always talk to a pharmacist before they use any product "
    "described here.\n";

std::string with_text(std::string head) {
  return head.append("\n\n").append(kDutchText);
}

TEST(Titles, PageTitleInAnotherLanguageIsTheAlternative) {
  const Document document = read_document(with_text(
      "Is Fish Oil Good for the Heart? - Kruidhuis\n\nIs visolie goed voor het hart?\n\nNov 03, 2024Kruidhuis"));
  EXPECT_EQ(document.title, "Is visolie goed voor het hart?");
  EXPECT_EQ(document.alternative_title, "Is Fish Oil Good for the Heart?");
  EXPECT_EQ(document.date, "2024-11-03");
  EXPECT_EQ(document.publisher, "Kruidhuis");
  EXPECT_EQ(document.language, "nl");
  ASSERT_EQ(document.blocks.size(), 4U);
  EXPECT_EQ(document.blocks[0].kind, BlockKind::title);
  EXPECT_EQ(document.blocks[0].level, 0);
  EXPECT_EQ(document.blocks[1].kind, BlockKind::title);
  EXPECT_EQ(document.blocks[1].level, 1);
  EXPECT_EQ(document.blocks[2].role, BlockRole::metadata);
  EXPECT_EQ(document.blocks[3].heading, 1);
}

TEST(Titles, TheSameTwiceIsOneTitle) {
  const Document document = read_document(with_text("Visolie en het hart | Kruidhuis\n\nVisolie en het hart"));
  EXPECT_EQ(document.title, "Visolie en het hart");
  EXPECT_EQ(document.alternative_title, "");
  EXPECT_EQ(document.publisher, "Kruidhuis");
}

TEST(Titles, StandAboveTheDate) {
  const Document document = read_document(
      with_text("Ga naar hoofdinhoud\n\nOmega-3 en slaap\n\n4 mei 2023\n\nGerookte makreel met rode ui op een bord"));
  EXPECT_EQ(document.title, "Omega-3 en slaap");
  EXPECT_EQ(document.alternative_title, "");
  EXPECT_EQ(document.date, "2023-05-04");
}

TEST(Titles, StandBelowAMenu) {
  const Document document = read_document(with_text("Home\nRecepten\nOnze winkels\n\nVisolie en het hart"));
  EXPECT_EQ(document.title, "Visolie en het hart");
  ASSERT_EQ(document.blocks.size(), 5U);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(document.blocks[i].role, BlockRole::navigation);
}

TEST(Titles, DirectlyBelowALinkAreNoMenu) {
  EXPECT_EQ(read_document(with_text("Ga naar inhoud\nVisolie en hart")).title, "Visolie en hart");
}

TEST(Titles, NameThePublisherBeforeTheDate) {
  const Document document = read_document(with_text("Visolie en het hart\n\nHet Kruidhuis, 4 mei 2023"));
  EXPECT_EQ(document.title, "Visolie en het hart");
  EXPECT_EQ(document.publisher, "Het Kruidhuis");
  EXPECT_EQ(document.date, "2023-05-04");
}

TEST(Titles, PublisherBehindATitle) {
  const Document document = read_document(with_text("Wat visolie doet - Kruidhuis"));
  EXPECT_EQ(document.title, "Wat visolie doet");
  EXPECT_EQ(document.publisher, "Kruidhuis");
}

TEST(Titles, SubtitleStays) {
  EXPECT_EQ(read_document(with_text("Visolie - wat je moet weten")).title, "Visolie - wat je moet weten");
}

TEST(Titles, NoneBeforeAParagraphOrAKnownHeading) {
  EXPECT_EQ(read_document(kDutchText).title, "");
  EXPECT_EQ(read_document(with_text("Inleiding")).title, "");
  EXPECT_EQ(read_document("Visolie helpt").title, "");
}

TEST(Titles, RepeatedAsTextOfAPicture) {
  const Document document =
      read_document(with_text("Visolie en het hart").append("\nVisolie en het hart\n\n").append(kDutchText));
  ASSERT_EQ(document.blocks.size(), 4U);
  EXPECT_EQ(document.blocks[2].kind, BlockKind::caption);
}

TEST(FrontMatter, GivesTitleDateAndPublisher) {
  const Document document = read_document(with_text(
      "---\ntitel: 'Visolie: zin of onzin'\ndatum: 2024-05-06\nuitgever: Kruidhuis\ntags:\n  - titel: vis\n---"));
  EXPECT_EQ(document.title, "Visolie: zin of onzin");
  EXPECT_EQ(document.date, "2024-05-06");
  EXPECT_EQ(document.publisher, "Kruidhuis");
  ASSERT_EQ(document.blocks.size(), 2U);
  EXPECT_EQ(document.blocks[0].role, BlockRole::metadata);
  EXPECT_EQ(document.blocks[1].kind, BlockKind::paragraph);
}

TEST(FrontMatter, UnclosedEndsAtABlankLine) {
  const Document document = read_document(with_text("---\ntitle: \"Visolie\"\ndate: \"2024-05-06\""));
  EXPECT_EQ(document.title, "Visolie");
  EXPECT_EQ(document.blocks.size(), 2U);
}

TEST(Languages, ABlockMayHaveItsOwn) {
  const Document document = read_document(with_text("").append("\n").append(kEnglishText));
  EXPECT_EQ(document.language, "nl");
  ASSERT_EQ(document.blocks.size(), 2U);
  EXPECT_EQ(document.blocks[0].language, "nl");
  EXPECT_EQ(document.blocks[1].language, "en");
}

TEST(Languages, CanBeForced) {
  EXPECT_EQ(read_document(kDutchText, {.language = "fr"}).language, "fr");
}

TEST(Lines, AreFoundByOffset) {
  const Document document = read_document("a\r\nb\rc\n\nd");
  EXPECT_EQ(document.line_of(0), 1U);
  EXPECT_EQ(document.line_of(2), 1U);
  EXPECT_EQ(document.line_of(3), 2U);
  EXPECT_EQ(document.line_of(5), 3U);
  EXPECT_EQ(document.line_of(8), 5U);
  EXPECT_EQ(document.line_of(1000), 5U);
}

TEST(Outline, IsOneLineABlock) {
  EXPECT_EQ(outline(read_document("IJzer\n\nBronnen zijn:\n\n- vlees\x1B[31m\n", {.language = "nl"})),
            "title: IJzer\nlanguage: nl\nencoding: UTF-8\n   0    1  title level 1: IJzer\n   1    3  paragraph under "
            "0: Bronnen zijn:\n"
            "   2    5  list_item under 0 lead-in 1: vlees[31m\n");
}

}  // namespace
}  // namespace claimbase
