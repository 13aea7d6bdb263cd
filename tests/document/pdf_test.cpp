// What is read from the layout of a PDF's pages.
#include <gmock/gmock.h>

#include "analysis/document/reader.h"
#include "tests/document/pdf_pages.h"
#include "tests/document/shown.h"

namespace claimbase {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Document read_layout(const std::string& xhtml) {
  return read_document("%PDF-1.7", {.language = "nl", .convert_pdf = [&](std::string_view, const ReadBounds&) {
                                      return PdfConversion{xhtml, {}, {}};
                                    }});
}

std::vector<std::string> blocks_of(const Document& document) {
  std::vector<std::string> lines;
  for (const Block& block : document.blocks) lines.push_back(shown(document, block));
  return lines;
}

// Four lines that fill a column of 50 characters.
const std::vector<std::string> kProse{"Zink komt voor in vlees, in noten en in oesters. Wie",
                                      "gevarieerd eet krijgt er "
                                      "genoeg van binnen, en wie",
                                      "dat niet doet kan een tekort oplopen dat zich laat",
                                      "zien aan de huid en het haar."};
constexpr auto* kProseText =
    "Zink komt voor in vlees, in noten en in oesters. Wie gevarieerd eet krijgt er genoeg van binnen, en wie dat niet "
    "doet kan een tekort oplopen dat zich laat zien aan de huid en het haar.";

std::string paragraph(const std::string& text, const std::string& relation = "") {
  return "paragraph" + relation + ": " + text;
}

TEST(Pdf, TitleAndHeadingsBySize) {
  const Document document = read_layout(PdfPages()
                                            .page()
                                            .line(60, 60, "Zink en de huid", 20)
                                            .lines(60, 100, kProse)
                                            .line(60, 170, "Werking bij", 14)
                                            .line(60, 187, "acne en eczeem", 14)
                                            .lines(60, 210, kProse)
                                            .line(60, 280, "Kinderen", 12)
                                            .lines(60, 300, kProse)
                                            .xhtml());
  EXPECT_THAT(blocks_of(document),
              ElementsAre("title +1: Zink en de huid", paragraph(kProseText, " ^0"),
                          "heading ^0 +2: Werking bij acne en eczeem", paragraph(kProseText, " ^2"),
                          "heading ^2 +3: Kinderen", paragraph(kProseText, " ^4")));
  EXPECT_EQ(document.title, "Zink en de huid");
  EXPECT_EQ(document.date, "2024-03-05");
  EXPECT_EQ(document.format, "pdf");
}

TEST(Pdf, ParagraphsByGapsIndentsAndLinesThatEndEarly) {
  EXPECT_THAT(blocks_of(read_layout(PdfPages()
                                        .page()
                                        .lines(60, 100, kProse)
                                        .lines(60, 160, kProse)
                                        .line(75, 208, "Een inspringende regel opent een nieuwe alinea, en")
                                        .line(60, 220, "deze regel hoort daarbij. Zo zetten romans het en ook")
                                        .line(60, 232, "veel bladen.")
                                        .line(60, 244, "Wat kort eindigt is klaar.")
                                        .xhtml())),
              ElementsAre(paragraph(kProseText), paragraph(kProseText),
                          paragraph("Een inspringende regel opent een nieuwe alinea, en deze regel hoort daarbij. Zo "
                                    "zetten romans het en ook veel bladen."),
                          paragraph("Wat kort eindigt is klaar.")));
}

TEST(Pdf, HyphensAtTheEndsOfLines) {
  EXPECT_THAT(
      blocks_of(read_layout(
          PdfPages()
              .page()
              .lines(60, 100,
                     {"Een dubbel-blind onderzoek naar de be-", "handeling met vitamine-", "D en omega-",
                      "3 liet voor-", "en nadelen zien. Ook dubbel-", "blind was het advies bij een te-",
                      "kort en bij een onder-", "zoek naar https://example.org/een-", "lang/adres in de tekst."})
              .xhtml())),
      ElementsAre(paragraph("Een dubbel-blind onderzoek naar de behandeling met vitamine-D en omega-3 liet voor- en "
                            "nadelen zien. Ook dubbel-blind was het advies bij een tekort en bij een onderzoek naar "
                            "https://example.org/een-lang/adres in de tekst.")));
}

TEST(Pdf, RaisedNumbersAreMarks) {
  const Document document = read_layout(PdfPages()
                                            .page()
                                            .line(60, 100, "Zink helpt bij acne. ^1,2 Er zijn 10 ^6 bacteriën op een")
                                            .line(60, 112, "stukje huid. ^3")
                                            .xhtml());
  EXPECT_THAT(blocks_of(document),
              ElementsAre(paragraph("Zink helpt bij acne.1,2 Er zijn 10^6 bacteriën op een stukje huid.3")));
  std::vector<std::string> marks;
  for (const InlineMark& mark : document.marks) marks.emplace_back(mark.range.of(document.text));
  EXPECT_THAT(marks, ElementsAre("1,2", "6", "3"));
}

TEST(Pdf, ColumnsAreReadOneAfterTheOtherBelowWhatGoesAcross) {
  const std::vector<std::string> left{"De linker kolom begint hier met een zin",
                                      "die over vier regels doorloopt en pas", "dan ophoudt, want hij gaat in de kolom",
                                      "ernaast verder met de woorden die daar"};
  const std::vector<std::string> right{
      "bovenaan staan en die hem afmaken. Dan", "komt er nog een zin die helemaal in de",
      "rechter kolom staat, zoals het hoort in", "een blad met twee kolommen naast elkaar."};
  PdfPages pages;
  pages.page().line(60, 100, "Een inleiding die over de volle breedte van de bladzijde loopt, boven de twee kolommen.");
  for (std::size_t i = 0; i < left.size(); ++i) {
    // As poppler may give them: line by line over both.
    pages.line(60, 130 + 12 * static_cast<double>(i), left[i]).line(310, 130 + 12 * static_cast<double>(i), right[i]);
  }
  EXPECT_THAT(
      blocks_of(read_layout(pages.xhtml())),
      ElementsAre(
          paragraph("Een inleiding die over de volle breedte van de bladzijde loopt, boven de twee kolommen."),
          paragraph("De linker kolom begint hier met een zin die over vier regels doorloopt en pas dan ophoudt, want "
                    "hij gaat in de kolom ernaast verder met de woorden die daar bovenaan staan en die hem afmaken. "
                    "Dan komt er nog een zin die helemaal in de rechter kolom staat, zoals het hoort in een blad met "
                    "twee kolommen naast elkaar.")));
}

TEST(Pdf, ListsWithBulletsAndNumbers) {
  EXPECT_THAT(blocks_of(read_layout(PdfPages()
                                        .page()
                                        .line(60, 100, "Zink is goed voor:")
                                        .line(60, 115, "•")
                                        .line(75, 115, "de huid, en dan vooral die van het gezicht en van de")
                                        .line(75, 127, "handen")
                                        .line(60, 140, "• het haar")
                                        .line(80, 152, "• de baard")
                                        .line(60, 180, "En zo neemt u het in:")
                                        .line(60, 195, "1. met water")
                                        .line(60, 207, "2. bij het eten")
                                        .xhtml())),
              ElementsAre(paragraph("Zink is goed voor:"),
                          "list_item <0: de huid, en dan vooral die van het gezicht en van de handen",
                          "list_item <0: het haar", "list_item <0 +1: de baard", paragraph("En zo neemt u het in:"),
                          "list_item <4 #1: met water", "list_item <4 #2: bij het eten"));
}

TEST(Pdf, TablesByWhatStandsBelowOneAnother) {
  EXPECT_THAT(blocks_of(read_layout(PdfPages()
                                        .page()
                                        .lines(60, 100, kProse)
                                        .line(60, 170, "Bron ~Zink ~Opmerking")
                                        .line(60, 185, "Oesters")
                                        .line(120, 185, "16 mg")
                                        .line(185, 185, "duur, en niet")
                                        .line(185, 197, "voor iedereen")
                                        .line(60, 212, "Noten")
                                        .line(120, 212, "3 mg")
                                        .line(185, 212, "veel vet")
                                        .lines(60, 260, kProse)
                                        .xhtml())),
              ElementsAre(paragraph(kProseText), "table_header: Bron|Zink|Opmerking",
                          "table_row <1: Oesters|16 mg|duur, en niet voor iedereen",
                          "table_row <1: Noten|3 mg|veel vet", paragraph(kProseText)));
}

TEST(Pdf, RunningHeadersAndPageNumbersAreLeftOut) {
  PdfPages pages;
  for (int i = 1; i <= 2; ++i) {
    pages.page().line(60, 30, "Voedingsblad ~" + std::to_string(2023 + i));
    pages.line(60, 75, std::to_string(i) + ".").line(90, 75, i == 1 ? "Zink in het eten" : "Koper in het eten");
    pages.lines(60, 100, kProse).line(290, 810, std::to_string(i));
  }
  const Document document = read_layout(pages.xhtml());
  EXPECT_THAT(blocks_of(document), ElementsAre("list_item #1: Zink in het eten", paragraph(kProseText),
                                               "list_item #2: Koper in het eten", paragraph(kProseText)));
}

TEST(Pdf, SentencesAndPagesGoOnOverFootnotes) {
  PdfPages pages;
  pages.page()
      .lines(60, 700,
             {"Zink helpt bij acne, zo bleek uit een onderzoek. ^1 Maar",
              "het helpt niet bij iedereen die het "
              "neemt en ook"})
      .line(60, 745, "1 Bakker T, Vos L. Zinc and acne. J Skin 2014;12(3):44-9.", 7)
      .page()
      .line(60, 100, "niet altijd even snel, want de dosis telt.");
  std::string xhtml = pages.xhtml();
  // The number of the note is raised.
  const std::size_t number = xhtml.find("xMax=\"63.5\" yMax=\"752\">1<");
  ASSERT_NE(number, std::string::npos);
  xhtml.replace(number, 23, "xMax=\"63.5\" yMax=\"749\">");
  const Document noted = read_layout(xhtml);
  EXPECT_THAT(
      blocks_of(noted),
      ElementsAre(paragraph("Zink helpt bij acne, zo bleek uit een onderzoek.1 Maar het helpt niet bij iedereen "
                            "die het neemt en ook niet altijd even snel, want de dosis telt."),
                  "reference/references #1: Bakker T, Vos L. Zinc and acne. J Skin 2014;12(3):44-9."));
  ASSERT_EQ(noted.blocks.size(), 2U);
  EXPECT_EQ(noted.line_of(noted.blocks[0].range.begin), 1U);
  EXPECT_EQ(noted.line_of(noted.blocks[0].range.end - 1), 2U);
  EXPECT_EQ(noted.line_of(noted.blocks[1].range.begin), 1U);
}

TEST(Pdf, ContentsLigaturesAndTextOnItsSide) {
  EXPECT_THAT(
      blocks_of(read_layout(PdfPages()
                                .page()
                                .line(60, 100, "Werking . . . . . . . 3")
                                .line(60, 130, "Een o\uFB03cieel pro\uFB01el is snel gemaakt.")
                                .xhtml())),
      ElementsAre("paragraph/contents: Werking . . . . . . . 3", paragraph("Een officieel profiel is snel gemaakt.")));
  EXPECT_THAT(blocks_of(read_layout("<doc><page width='595' height='842'><line><word xMin='20' yMin='300' xMax='30' "
                                    "yMax='400'>arXiv:2401</word></line></page></doc>")),
              IsEmpty());
}

TEST(Pdf, TitleOfThePropertiesUnlessItIsAFile) {
  const PdfPages pages = PdfPages().page().lines(60, 100, kProse);
  EXPECT_EQ(read_layout(pages.xhtml("Zink voor de huid")).title, "Zink voor de huid");
  EXPECT_EQ(read_layout(pages.xhtml("Microsoft Word - zink.docx")).title, "");
  EXPECT_EQ(read_layout(pages.xhtml("zink_v3.indd")).title, "");
}

std::string rule_of(const Document& document) {
  EXPECT_THAT(document.blocks, IsEmpty());
  return document.diagnostics.size() == 1 ? document.diagnostics[0].rule : "not one";
}

TEST(PdfFaults, ConverterAndLayout) {
  EXPECT_EQ(rule_of(read_document("%PDF-1.7")), "document.no-converter");
  EXPECT_EQ(rule_of(read_document("%PDF-1.7", {.language = {},
                                               .convert_pdf =
                                                   [](std::string_view, const ReadBounds&) {
                                                     return PdfConversion{{}, "document.encrypted", "locked"};
                                                   }})),
            "document.encrypted");
  EXPECT_EQ(rule_of(read_layout("<doc><page>")), "document.malformed");
  EXPECT_EQ(rule_of(read_layout("<doc></doc>")), "document.empty");
  EXPECT_EQ(rule_of(read_layout(std::string(4'100'000, '<'))), "document.too-complex");
}

}  // namespace
}  // namespace claimbase
