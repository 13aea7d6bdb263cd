// Word documents: what their markup says, what is left out, and what is wrong with broken ones.
#include <gmock/gmock.h>

#include "analysis/document/note_shape.h"
#include "analysis/document/office_xml.h"
#include "analysis/document/reader.h"
#include "tests/document/docx_file.h"
#include "tests/document/shown.h"

namespace claimbase {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr auto* kStyles =
    "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='nl-NL'/></w:rPr></w:rPrDefault></w:docDefaults>"
    "<w:style w:type='paragraph' w:default='1' w:styleId='Standaard'><w:name w:val='Normal'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Titel'><w:name w:val='Title'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Kop1'><w:name w:val='heading 1'/><w:pPr><w:outlineLvl w:val='0'/></w:pPr>"
    "</w:style>"
    "<w:style w:type='paragraph' w:styleId='Tussenkop'><w:name w:val='Tussenkop'/><w:basedOn w:val='Kop1'/>"
    "<w:pPr><w:outlineLvl w:val='1'/></w:pPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Kader'><w:name w:val='Kader'/><w:basedOn w:val='Tussenkop'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Bijschrift'><w:name w:val='caption'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Inhopg1'><w:name w:val='toc 1'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Opsomming'><w:name w:val='List Bullet'/><w:pPr><w:numPr>"
    "<w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
    "<w:style w:type='character' w:styleId='Noot'><w:name w:val='Noot'/><w:rPr><w:vertAlign w:val='superscript'/>"
    "</w:rPr></w:style>";

constexpr auto* kNumbering =
    "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/></w:lvl><w:lvl w:ilvl='1'>"
    "<w:start w:val='1'/><w:numFmt w:val='lowerLetter'/></w:lvl></w:abstractNum>"
    "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='3'/><w:numFmt w:val='decimal'/></w:lvl>"
    "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId "
    "w:val='1'/></w:num><w:num w:numId='3'><w:abstractNumId w:val='1'/><w:lvlOverride w:ilvl='0'><w:startOverride "
    "w:val='1'/></w:lvlOverride></w:num>";

std::string styled(const std::string& style, const std::string& words) {
  return paragraph_of(words, "<w:pStyle w:val='" + style + "'/>");
}

std::string item(int list, int level, const std::string& words) {
  return paragraph_of(words, "<w:numPr><w:ilvl w:val='" + std::to_string(level) + "'/><w:numId w:val='" +
                                 std::to_string(list) + "'/></w:numPr>");
}

Document read_parts(DocxParts parts) {
  if (parts.styles.empty()) parts.styles = kStyles;
  if (parts.numbering.empty()) parts.numbering = kNumbering;
  return read_document(docx_of(parts), {.language = "nl"});
}

std::vector<std::string> blocks_of(const Document& document) {
  std::vector<std::string> lines;
  for (const Block& block : document.blocks) lines.push_back(shown(document, block));
  return lines;
}

std::vector<std::string> body(const std::string& inner) {
  return blocks_of(read_parts({.body = inner}));
}

std::vector<std::string> marks_of(const Document& document, MarkKind kind) {
  std::vector<std::string> made;
  for (const InlineMark& mark : document.marks) {
    if (mark.kind != kind) continue;
    made.push_back(std::string(mark.range.of(document.text)));
    if (!mark.target.empty()) made.back() += " -> " + mark.target;
  }
  return made;
}

std::string cell(const std::string& words, const std::string& properties = {}) {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraph_of(words) + "</w:tc>";
}

constexpr auto* kText =
    "Zink komt voor in vlees, noten en volkoren granen, en wie gevarieerd eet krijgt er genoeg van.";

TEST(Docx, HeadingsByNameByBaseAndByOutline) {
  EXPECT_THAT(body(styled("Titel", "Zink en de huid") + styled("Kop1", "Werking") + paragraph_of(kText) +
                   styled("Tussenkop", "Bij acne") + paragraph_of(kText) + styled("Kader", "Bij eczeem") +
                   paragraph_of(kText) + paragraph_of("Dosering", "<w:outlineLvl w:val='0'/>") + paragraph_of(kText) +
                   paragraph_of("Geen kop", "<w:pStyle w:val='Kop1'/><w:outlineLvl w:val='9'/>")),
              ElementsAre("title +1: Zink en de huid", "heading ^0 +2: Werking", "paragraph ^1: " + std::string(kText),
                          "heading ^1 +3: Bij acne", "paragraph ^3: " + std::string(kText), "heading ^1 +3: Bij eczeem",
                          "paragraph ^5: " + std::string(kText), "heading ^0 +2: Dosering",
                          "paragraph ^7: " + std::string(kText), "paragraph ^7: Geen kop"));
}

TEST(Docx, ListsWithDepthAndNumber) {
  EXPECT_THAT(body(paragraph_of("Zink is goed voor:") + item(1, 0, "de huid") + item(1, 1, "het gezicht") +
                   item(1, 1, "de handen") + item(1, 0, "het haar") + item(1, 1, "de baard") +
                   paragraph_of("Neem het zo in, stap voor stap:") + item(2, 0, "met water") +
                   item(2, 0, "bij het eten") + paragraph_of("En dan nog iets, elke dag weer:") +
                   item(3, 0, "niet met koffie") + item(2, 0, "niet met thee") + styled("Opsomming", "niet met melk")),
              ElementsAre("paragraph: Zink is goed voor:", "list_item <0: de huid", "list_item <0 #1 +1: het gezicht",
                          "list_item <0 #2 +1: de handen", "list_item <0: het haar", "list_item <0 #1 +1: de baard",
                          "paragraph: Neem het zo in, stap voor stap:", "list_item <6 #3: met water",
                          "list_item <6 #4: bij het eten",
                          "paragraph: En dan nog iets, elke dag weer:", "list_item <9 #1: niet met koffie",
                          "list_item <9 #2: niet met thee", "list_item <9: niet met melk"));
}

// A list of a list style has the levels of the abstract list that defines the style, and counts with its other lists.
TEST(Docx, ListsOfAListStyle) {
  constexpr auto* kStyled =
      "<w:abstractNum w:abstractNumId='0'><w:styleLink w:val='Stappen'/><w:lvl w:ilvl='0'><w:start w:val='5'/>"
      "<w:numFmt w:val='decimal'/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId='1'><w:numStyleLink "
      "w:val='Stappen'/></w:abstractNum><w:abstractNum w:abstractNumId='2'><w:numStyleLink w:val='Zoek'/>"
      "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId "
      "w:val='1'/></w:num><w:num w:numId='3'><w:abstractNumId w:val='2'/></w:num>";
  EXPECT_THAT(blocks_of(read_parts({.body = paragraph_of("Neem zink zo in:") + item(2, 0, "met water") +
                                            item(1, 0, "bij het eten") + item(3, 0, "niet met koffie"),
                                    .numbering = kStyled})),
              ElementsAre("paragraph: Neem zink zo in:", "list_item <0 #5: met water", "list_item <0 #6: bij het eten",
                          "list_item <0: niet met koffie"));
}

TEST(Docx, TablesWithHeaderRows) {
  const std::string rows = "<w:tr><w:trPr><w:tblHeader/></w:trPr>" + cell("Bron") + cell("Zink per portie") +
                           "</w:tr><w:tr>" + cell("Oesters") + cell("16 mg") +
                           "</w:tr><w:tr><w:trPr><w:del/></w:trPr>" + cell("Niet meer") + cell("1 mg") +
                           "</w:tr><w:tr>" + cell("Geen van beide", "<w:gridSpan w:val='2'/>") + "</w:tr>";
  EXPECT_THAT(body("<w:tbl>" + rows + "</w:tbl>"),
              ElementsAre("table_header: Bron|Zink per portie", "table_row <0: Oesters|16 mg",
                          "table_row <0: Geen van beide|"));
}

TEST(Docx, HeaderRowsByTheLookOfTheTable) {
  const std::string look = "<w:tblPr><w:tblLook w:val='04A0'/></w:tblPr>";
  const std::string second = "<w:tr>" + cell("Noten") + cell("3 mg") + "</w:tr>";
  EXPECT_THAT(body("<w:tbl>" + look + "<w:tr>" + cell("Bron") + cell("Zink") + "</w:tr>" + second + "</w:tbl>"),
              ElementsAre("table_header: Bron|Zink", "table_row <0: Noten|3 mg"));
  EXPECT_THAT(body("<w:tbl>" + look + "<w:tr>" + cell("Vlees") + cell("4 mg") + "</w:tr>" + second + "</w:tbl>"),
              ElementsAre("table_row: Vlees|4 mg", "table_row: Noten|3 mg"));
  EXPECT_THAT(body("<w:tbl><w:tr>" + cell(kText) + cell("Ernaast staat een kader met tekst.") + "</w:tr></w:tbl>"),
              ElementsAre("paragraph: " + std::string(kText), "paragraph: Ernaast staat een kader met tekst."));
}

TEST(Docx, WhatWasDeletedMovedOrHiddenIsLeftOut) {
  EXPECT_THAT(body("<w:p>" + run_of("Zink ") + "<w:del><w:r><w:delText>geneest </w:delText></w:r></w:del><w:ins>" +
                   run_of("helpt ") + "</w:ins><w:moveFrom>" + run_of("nooit ") + "</w:moveFrom>" +
                   run_of("stiekem ", "<w:vanish/>") + run_of("bij acne.") +
                   "<w:r><w:commentReference w:id='0'/></w:r></w:p><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" +
                   run_of("De ene helft ") + "</w:p>" + paragraph_of("en de andere.")),
              ElementsAre("paragraph: Zink helpt bij acne.", "paragraph: De ene helft en de andere."));
}

TEST(Docx, RaisedRunsAreMarksHoweverTheyAreCut) {
  const std::string raised = "<w:vertAlign w:val='superscript'/>";
  const Document document =
      read_parts({.body = "<w:p>" + run_of("Zink helpt bij acne.") + run_of("1", raised) + run_of(",", raised) +
                          run_of("2", "<w:rStyle w:val='Noot'/>") + run_of(" Dat zijn 10") + run_of("6", raised) +
                          run_of(" bacteriën.") + "</w:p>"});
  EXPECT_THAT(blocks_of(document), ElementsAre("paragraph: Zink helpt bij acne.1,2 Dat zijn 10^6 bacteriën."));
  EXPECT_THAT(marks_of(document, MarkKind::superscript), ElementsAre("1,2", "6"));
}

TEST(Docx, LinksOfBothKinds) {
  const Document document = read_parts(
      {.body = "<w:p>" + run_of("Zie ") + "<w:hyperlink r:id='rId9'>" + run_of("het onderzoek") + "</w:hyperlink>" +
               run_of(" en ") + "<w:hyperlink w:anchor='_bronnen'>" + run_of("de bronnen") + "</w:hyperlink>" +
               run_of(" of ") +
               "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> HYPERLINK \"https://doi.org/10.1/x\" "
               "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>" +
               run_of("dit") + "<w:r><w:fldChar w:fldCharType='end'/></w:r>" + run_of(" artikel.") + "</w:p>",
       .links =
           "<Relationship Id='rId9' Type='x/hyperlink' Target='https://example.org/zink' TargetMode='External'/>"});
  EXPECT_THAT(blocks_of(document), ElementsAre("paragraph: Zie het onderzoek en de bronnen of dit artikel."));
  EXPECT_THAT(marks_of(document, MarkKind::link),
              ElementsAre("het onderzoek -> https://example.org/zink", "de bronnen -> #_bronnen",
                          "dit -> https://doi.org/10.1/x"));
}

TEST(Docx, NotesThatAreReferencesAreCitedAndOthersAreText) {
  const Document document =
      read_parts({.body = "<w:p>" + run_of("Zink helpt bij acne.") + "<w:r><w:footnoteReference w:id='2'/></w:r>" +
                          run_of(" Bij kinderen niet.") + "<w:r><w:footnoteReference w:id='3'/></w:r></w:p>",
                  .footnotes = "<w:footnote w:id='2'><w:p><w:r><w:footnoteRef/></w:r>" +
                               run_of(" Bakker T, Vos L. Zinc and acne. J Skin 2014;12(3):44-9.") +
                               "</w:p></w:footnote><w:footnote w:id='3'>" +
                               paragraph_of("Onder de twaalf jaar is het niet onderzocht.") + "</w:footnote>"});
  EXPECT_THAT(blocks_of(document), ElementsAre("paragraph: Zink helpt bij acne.1 Bij kinderen niet.",
                                               "paragraph: Onder de twaalf jaar is het niet onderzocht.",
                                               "reference/references #1: Bakker T, Vos L. Zinc and acne. J Skin "
                                               "2014;12(3):44-9."));
  EXPECT_THAT(marks_of(document, MarkKind::xref), ElementsAre("1 -> footnote-2"));
  ASSERT_EQ(document.anchors.size(), 1U);
  EXPECT_EQ(document.anchors[0].id, "footnote-2");
  EXPECT_EQ(document.anchors[0].at, document.blocks[2].range.begin);
}

TEST(Docx, ContentsAndTextBoxes) {
  const std::string box =
      "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>" + paragraph_of("In een kader.") +
      "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" + paragraph_of("In een kader.") +
      "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
  EXPECT_THAT(body(styled("Inhopg1", "Werking 3") + "<w:p>" + run_of(kText) + box + "</w:p>" +
                   styled("Bijschrift", "Figuur 1. Een oester")),
              ElementsAre("paragraph/contents: Werking 3", "paragraph: " + std::string(kText),
                          "paragraph: In een kader.", "caption: Figuur 1. Een oester"));
}

TEST(Docx, TitleDateAndLanguageOfTheProperties) {
  const std::string bytes = docx_of({.body = paragraph_of("12 mg"),
                                     .styles = kStyles,
                                     .core = "<dc:title>Zink: hoeveel?</dc:title><dcterms:modified>2024-03-05T10:00:00Z"
                                             "</dcterms:modified>"});
  const Document document = read_document(bytes);
  EXPECT_EQ(document.format, "docx");
  EXPECT_EQ(document.title, "Zink: hoeveel?");
  EXPECT_EQ(document.date, "2024-03-05");
  EXPECT_EQ(document.language, "nl");
}

TEST(Docx, PositionsAreParagraphs) {
  const Document document =
      read_parts({.body = paragraph_of("Een.") + "<w:p/>" + paragraph_of("Drie  telt ook.") + "<w:tbl><w:tr>" +
                          cell("Vier") + cell("Vijf") + "</w:tr><w:tr>" + cell("Zes") + cell("Zeven") +
                          "</w:tr></w:tbl>" + paragraph_of("Acht.")});
  ASSERT_EQ(document.blocks.size(), 5U);
  EXPECT_EQ(document.line_of(document.blocks[0].range.begin), 1U);
  EXPECT_EQ(document.line_of(document.blocks[1].range.begin), 3U);
  EXPECT_EQ(document.line_of(document.blocks[2].cells[1].begin), 5U);
  EXPECT_EQ(document.line_of(document.blocks[3].cells[0].begin), 6U);
  EXPECT_EQ(document.line_of(document.blocks[4].range.begin), 8U);
  EXPECT_EQ(document.source_of(document.blocks[1].range), (ByteRange{6, 21}));
}

std::string rule_of(const std::string& bytes, const ReadOptions& options = {.language = {}, .path = "zink.docx"}) {
  const Document document = read_document(bytes, options);
  EXPECT_THAT(document.blocks, IsEmpty());
  EXPECT_THAT(document.text, IsEmpty());
  if (document.diagnostics.size() != 1) return std::to_string(document.diagnostics.size()) + " diagnostics";
  EXPECT_EQ(document.diagnostics[0].severity, Severity::error);
  return document.diagnostics[0].rule;
}

TEST(DocxFaults, BrokenArchives) {
  const std::string whole = docx_of({.body = paragraph_of(kText)});
  EXPECT_EQ(rule_of(whole.substr(0, whole.size() / 2)), "document.malformed");
  EXPECT_EQ(rule_of("PK\x03\x04"), "document.malformed");
  EXPECT_EQ(rule_of("no archive at all"), "document.malformed");
  std::string spoilt = whole;
  for (std::size_t i = spoilt.find("word/document.xml") + 40; i < spoilt.find("word/document.xml") + 60; ++i)
    spoilt[i] = '\x55';
  EXPECT_EQ(rule_of(spoilt), "document.malformed");
  EXPECT_EQ(rule_of(docx_of({.body = "<w:p><w:r>"})), "document.malformed");
}

std::string document_of(const std::string& body) {
  return "<w:document xmlns:w='w'><w:body>" + body + "</w:body></w:document>";
}

// The archive of one part, with another byte at the place in the part's local header and at that in the directory.
std::string with_other_byte(std::string zip, std::size_t in_header, std::size_t in_directory) {
  for (const std::size_t at : {zip.find("PK\x03\x04") + in_header, zip.find("PK\x01\x02") + in_directory})
    zip[at] = static_cast<char>(zip[at] ^ 1);
  return zip;
}

TEST(DocxFaults, ADirectoryThatLies) {
  const std::string zip = zip_of({{"word/document.xml", document_of(paragraph_of(kText))}});
  EXPECT_EQ(rule_of(with_other_byte(zip, 14, 16)), "document.malformed") << "the checksum";
  EXPECT_EQ(rule_of(with_other_byte(zip, 22, 24)), "document.malformed") << "the size";
  // As large as 16 MiB more: there is no checksum of what never came.
  EXPECT_EQ(rule_of(with_other_byte(zip, 25, 27)), "document.malformed") << "a size far beyond what there is";
}

TEST(DocxFaults, NamesOfPartsInAnyCase) {
  const std::string zip = zip_of({{"Word/DOCUMENT.xml", document_of(paragraph_of(kText))}});
  EXPECT_EQ(read_document(zip, {.language = "nl"}).blocks.size(), 1U);
}

TEST(DocxFaults, ArchivesOfSomethingElse) {
  EXPECT_EQ(rule_of(zip_of({{"foto.txt", "geen artikel"}})), "document.no-article");
  EXPECT_EQ(rule_of(zip_of({{"word/document.xml", "<workbook/>"}})), "document.no-article");
}

TEST(DocxFaults, PasswordsAndOldFiles) {
  const std::string ole("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  EXPECT_EQ(rule_of(ole + std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32)), "document.encrypted");
  EXPECT_EQ(rule_of(ole + "WordDocument"), "document.no-article");
  std::string locked = docx_of({.body = paragraph_of(kText)});
  // Bit 0 of the general purpose flags of each entry, in its local header and in the directory.
  for (std::size_t at = locked.find("PK\x03\x04"); at != std::string::npos; at = locked.find("PK\x03\x04", at + 4))
    locked[at + 6] = static_cast<char>(locked[at + 6] | 1);
  for (std::size_t at = locked.find("PK\x01\x02"); at != std::string::npos; at = locked.find("PK\x01\x02", at + 4))
    locked[at + 8] = static_cast<char>(locked[at + 8] | 1);
  EXPECT_EQ(rule_of(locked), "document.encrypted");
}

TEST(DocxFaults, Bombs) {
  const std::string spaces(std::size_t{8} << 20, ' ');
  EXPECT_EQ(rule_of(docx_of({.body = spaces})), "document.too-large") << "it grows a thousandfold";
  EXPECT_EQ(rule_of(docx_of({.body = paragraph_of(kText)}), {.language = {}, .bounds = {.inflated = 300}}),
            "document.too-large");
  pugi::xml_document tree;
  EXPECT_EQ(reading::parse_part(std::string(4'100'000, '<'), tree), reading::XmlFault::too_complex);
}

TEST(DocxFaults, Depth) {
  std::string open;
  std::string close;
  for (int i = 0; i < 600; ++i) {
    open += "<w:ins>";
    close += "</w:ins>";
  }
  EXPECT_EQ(rule_of(docx_of({.body = open + paragraph_of(kText) + close})), "document.too-deep");
  EXPECT_EQ(rule_of(docx_of({.body = "<w:p>" + open + run_of(kText) + close + "</w:p>"})), "document.too-deep");
}

TEST(DocxFaults, EntitiesAreNotExpanded) {
  const std::string bomb =
      "<!DOCTYPE d [<!ENTITY a 'zink'><!ENTITY b '&a;&a;&a;&a;'>]><w:document xmlns:w='w'><w:body><w:p><w:r><w:t>Veel "
      "&b; dus&#xD800;.</w:t></w:r></w:p></w:body></w:document>";
  const Document document = read_document(zip_of({{"word/document.xml", bomb}}), {.language = "nl"});
  ASSERT_EQ(document.blocks.size(), 1U);
  EXPECT_THAT(document.text, testing::StartsWith("Veel &b; dus"));
}

TEST(NoteShape, ReferencesByTheirForm) {
  for (const auto* words : {"Jansen, P. (2019). Zink en de huid. Voeding, 4(2), 10-12.", "https://example.org/zink",
                            "Vos L. Zinc. Skin 2014;12:4-9", "Bakker T. Zink. Huid, 2011, p. 14", "doi:10.1000/x"})
    EXPECT_TRUE(reading::is_reference_note(words)) << words;
  for (const auto* words :
       {"In 2019 veranderde het advies.", "Boven de 70 jaar: 9 mg.", "Zie noot 3.", "", "De dosis was 1500-2000 mg."})
    EXPECT_FALSE(reading::is_reference_note(words)) << words;
}

}  // namespace
}  // namespace claimbase
