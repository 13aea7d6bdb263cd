#include <gmock/gmock.h>

#include "analysis/document/markdown_mask.h"
#include "tests/document/shown.h"

namespace claimbase {
namespace {

using testing::ElementsAre;

Document read(std::string_view text) {
  return read_document(text, {.language = "nl", .path = "artikel.md"});
}

std::vector<std::string> lines_of(std::string_view text) {
  const Document document = read(text);
  std::vector<std::string> lines;
  for (const Block& block : document.blocks) lines.push_back(shown(document, block));
  return lines;
}

struct BlockCase {
  const char* name;
  const char* markdown;
  std::vector<std::string> blocks;
};

void PrintTo(const BlockCase& each, std::ostream* out) {
  *out << each.name;
}

class MarkdownBlocks : public testing::TestWithParam<BlockCase> {};

TEST_P(MarkdownBlocks, AreWhatAReaderSees) {
  EXPECT_EQ(lines_of(GetParam().markdown), GetParam().blocks);
}

INSTANTIATE_TEST_SUITE_P(
    Forms, MarkdownBlocks,
    testing::Values(
        BlockCase{
            "Emphasis", "Zink is **goed** voor *huid* en `nagels`.", {"paragraph: Zink is goed voor huid en nagels."}},
        BlockCase{"SoftBreak", "Zink is goed\nvoor de huid.", {"paragraph: Zink is goed voor de huid."}},
        BlockCase{"HardBreak", "Zink is goed.  \nKoper ook.", {"paragraph: Zink is goed.", "paragraph: Koper ook."}},
        BlockCase{"HardBreakInASentence", "Zink is goed  \nvoor de huid.", {"paragraph: Zink is goed voor de huid."}},
        BlockCase{"StrongLineAboveText",
                  "## Veelgestelde vragen\n\n**Werkt zink bij acne?**\nJa, zink helpt bij acne.",
                  {"heading +2: Veelgestelde vragen", "question ^0: Werkt zink bij acne?",
                   "answer ^0 <1: Ja, zink helpt bij acne."}},
        BlockCase{
            "Entities", "Co&euml;nzym &#81;10 &amp; zink &onbekend;.", {"paragraph: Coënzym Q10 & zink &onbekend;."}},
        BlockCase{"Deleted", "Zink geneest ~~alles~~ wonden.", {"paragraph: Zink geneest wonden."}},
        BlockCase{"LooseList",
                  "Zink helpt bij:\n\n- acne\n\n- eczeem\n",
                  {"paragraph: Zink helpt bij:", "list_item <0: acne", "list_item <0: eczeem"}},
        BlockCase{"NestedList",
                  "Zink helpt bij:\n- huid:\n  - acne\n- haar\n",
                  {"paragraph: Zink helpt bij:", "list_item <0: huid:", "list_item <1 +1: acne", "list_item <0: haar"}},
        BlockCase{"OrderedListFromThree", "3. zink\n4. koper\n", {"list_item #3: zink", "list_item #4: koper"}},
        BlockCase{"Image",
                  "![Een schaal noten](noten.jpg)\n\nNoten zijn goed.",
                  {"caption: Een schaal noten", "paragraph: Noten zijn goed."}},
        BlockCase{"ImageInText", "Zink ![potje](p.png) helpt.", {"paragraph: Zink helpt.", "caption: potje"}},
        BlockCase{"Code",
                  "```js\nconst zink = 1;\n```\n\nZink helpt.",
                  {"paragraph/metadata: const zink = 1;", "paragraph: Zink helpt."}},
        BlockCase{"Quote",
                  "> Zink draagt bij tot een\n> normale huid.",
                  {"paragraph: Zink draagt bij tot een normale huid."}},
        BlockCase{"Table",
                  "| Stof | Goed voor |\n|---|---|\n| Zink | huid<br>haar |\n| IJzer |\n",
                  {"table_header: Stof|Goed voor", "table_row <0: Zink|huid haar", "table_row <0: IJzer|"}},
        BlockCase{"TableWithShortDashes",
                  "Stof|Goed voor\n-|:-:\nZink|huid\n\nKoper helpt.",
                  {"table_header: Stof|Goed voor", "table_row <0: Zink|huid", "paragraph: Koper helpt."}},
        BlockCase{"HtmlBlocks",
                  "<div class=\"doos\">\n<h3>Huid</h3>\n<p>Zink helpt.</p><ul><li>acne</li></ul>\n</div>",
                  {"heading +3: Huid", "paragraph ^0: Zink helpt.", "list_item ^0: acne"}}),
    [](const auto& tested) { return std::string(tested.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Residue, MarkdownBlocks,
    testing::Values(
        BlockCase{"Component",
                  "Zink helpt.\n\n<AffiliateCTA label=\"Koop zink nu\" product=\"zink\" />\n\nKoper ook.",
                  {"paragraph: Zink helpt.", "paragraph: Koper ook."}},
        BlockCase{"ComponentOverLines",
                  "<AffiliateCTA\n  label=\"Koop zink\"\n  show={a > b}\n/>\nZink helpt.",
                  {"paragraph: Zink helpt."}},
        BlockCase{"ComponentWithText",
                  "<ProductButton id=\"7\">Bestel zink</ProductButton>\n\nZink helpt.",
                  {"paragraph: Zink helpt."}},
        BlockCase{
            "ComponentAroundText", "<Callout type=\"tip\">\n\nZink helpt.\n\n</Callout>", {"paragraph: Zink helpt."}},
        BlockCase{"Import",
                  "import Doos from '@/doos'\nimport {\n  Knop,\n} from \"./knop\";\n\nZink helpt.",
                  {"paragraph: Zink helpt."}},
        BlockCase{"Export", "export const meta = {\n  stof: 'zink',\n}\n\nZink helpt.", {"paragraph: Zink helpt."}},
        BlockCase{"SentenceWithImport",
                  "import van zink uit China is geen claim.",
                  {"paragraph: import van zink uit China is geen claim."}},
        BlockCase{"Liquid",
                  "{% include kop.html titel=\"Zink\" %}\nZink kost {{ prijs | euro }} per pot.",
                  {"paragraph: Zink kost per pot."}},
        BlockCase{"HugoShortcode",
                  "{{< figure src=\"zink.jpg\" title=\"Zink\" >}}\n\nZink helpt.",
                  {"paragraph: Zink helpt."}},
        BlockCase{"HtmlComment", "Zink <!-- controleren! --> helpt.", {"paragraph: Zink helpt."}},
        BlockCase{"TableOfContents", "[TOC]\n\nZink helpt.", {"paragraph: Zink helpt."}},
        BlockCase{
            "HeadingId", "## Werking {#werking}\n\nZink helpt.", {"heading +2: Werking", "paragraph ^0: Zink helpt."}},
        BlockCase{"Script", "Zink<script>var a = '<p>';\nb();</script> helpt.", {"paragraph: Zink helpt."}},
        BlockCase{
            "ComparisonStays", "Bij pH < 7 en Mg > 1 werkt zink.", {"paragraph: Bij pH < 7 en Mg > 1 werkt zink."}},
        BlockCase{"UnclosedTagsStay", "Zink {{ helpt <Doos label=\"x", {"paragraph: Zink {{ helpt <Doos label=\"x"}},
        BlockCase{"CodeIsNoResidue",
                  "```\nimport x from 'y'\n[^1]: geen noot\n```\n",
                  {"paragraph/metadata: import x from 'y' [^1]: geen noot"}}),
    [](const auto& tested) { return std::string(tested.param.name); });

INSTANTIATE_TEST_SUITE_P(
    References, MarkdownBlocks,
    testing::Values(BlockCase{"Footnotes",
                              "# Zink\n\nZink helpt.[^1] Koper ook.[^a]\n\n[^1]: Bakker T. *Zink en huid.*\n  "
                              "2019.\n[^a]: Een opmerking.\n",
                              {"title +1: Zink", "paragraph ^0: Zink helpt.[^1] Koper ook.[^a]",
                               "reference/references ^0 #1: Bakker T. Zink en huid. 2019.",
                               "reference/references ^0: Een opmerking."}},
                    BlockCase{"FootnoteOfTwoParagraphs",
                              "Zink.[^1]\n\n[^1]: Eerste deel.\n\n    Tweede deel.\n\nKoper helpt.",
                              {"paragraph: Zink.[^1]", "paragraph: Koper helpt.",
                               "reference/references #1: Eerste deel. Tweede deel."}},
                    BlockCase{
                        "EntriesLineByLine",
                        "## Referenties\n\nBakker T. Zink en huid. 2019.\nSmit A. Koper en haar. 2020.\n",
                        {"heading/references +2: Referenties", "reference/references ^0: Bakker T. Zink en huid. 2019.",
                         "reference/references ^0: Smit A. Koper en haar. 2020."}}),
    [](const auto& tested) { return std::string(tested.param.name); });

constexpr std::string_view kHead =
    "---\ntitel: 'Zink: waarom'\npublicatiedatum: 2024-03-05\nuitgever: Kruidhuis\nbronnen:\n  - titel: 'Kruidhuis, "
    "Zink'\n"
    "    url: 'https://kruidhuis.example/zink'\n    type: A\n  - \"Bakker T. Zink en huid. 2019.\"\ntags:\n  - "
    "zink\n---\n\n"
    "Zink helpt.\n";

TEST(MarkdownHead, FieldsAndSources) {
  const Document document = read(kHead);
  EXPECT_EQ(document.title, "Zink: waarom");
  EXPECT_EQ(document.date, "2024-03-05");
  EXPECT_EQ(document.publisher, "Kruidhuis");
  EXPECT_THAT(lines_of(kHead),
              ElementsAre("paragraph/metadata: titel: 'Zink: waarom' publicatiedatum: 2024-03-05 uitgever: Kruidhuis",
                          "reference/references #1: Kruidhuis, Zink. https://kruidhuis.example/zink",
                          "reference/references #2: Bakker T. Zink en huid. 2019.", "paragraph/metadata: tags: - zink",
                          "paragraph: Zink helpt."));
}

TEST(MarkdownHead, AddressAndTheDayInIt) {
  const Document document =
      read("---\ncanonical_url: https://kruidhuis.example/huid/2024/02/01/zink.html\n---\n\nZink helpt.\n");
  EXPECT_EQ(document.url, "https://kruidhuis.example/huid/2024/02/01/zink.html");
  EXPECT_EQ(document.date, "2024-02-01");
  EXPECT_EQ(read("---\ncanonical_url: https://kruidhuis.example/2024/02/99/zink\n---\n\nZink.\n").date, "");
  EXPECT_EQ(read("---\ndate: 2023-05-06\ncanonical_url: https://a.example/2024/02/01/\n---\n\nZink.\n").date,
            "2023-05-06");
}

TEST(MarkdownHead, FlowListOfSources) {
  EXPECT_THAT(lines_of("---\ntitle: Zink\nsources: [\"Bakker, T. (2019). Zink.\", 'Smit 2020']\n---\n\nZink helpt."),
              ElementsAre("paragraph/metadata: title: Zink", "reference/references #1: Bakker, T. (2019). Zink.",
                          "reference/references #2: Smit 2020", "paragraph: Zink helpt."));
}

TEST(MarkdownHead, NeverClosed) {
  const Document document =
      read("---\ntitle: \"Zink\"\ndate: \"2024-03-05\"\n\n## Werking\n\nZink helpt.\n\n---\n\nKoper ook.");
  EXPECT_EQ(document.title, "Zink");
  std::vector<std::string> lines;
  for (const Block& block : document.blocks) lines.push_back(shown(document, block));
  EXPECT_THAT(lines, ElementsAre("paragraph/metadata: title: \"Zink\" date: \"2024-03-05\"", "heading +2: Werking",
                                 "paragraph ^1: Zink helpt.", "paragraph ^1: Koper ook."));
}

TEST(MarkdownHead, ARuleIsNoHead) {
  EXPECT_THAT(lines_of("---\n\nZink helpt."), ElementsAre("paragraph: Zink helpt."));
}

TEST(MarkdownPositions, EveryWordPointsIntoTheSource) {
  constexpr std::string_view kText =
      "---\ntitle: x\n---\n\n{{ kop }}\n\n- Zink is **goed** voor\n  de h&uuml;id.[^1]\n\n[^1]: Bron *een*.\n";
  const Document document = read(kText);
  const auto source_of = [&](std::string_view words) {
    const auto at = static_cast<std::uint32_t>(document.text.find(words));
    return document.source_of({at, at + static_cast<std::uint32_t>(words.size())}).of(kText);
  };
  EXPECT_EQ(source_of("Zink is goed voor"), "Zink is **goed** voor");
  EXPECT_EQ(source_of("hüid"), "h&uuml;id");
  EXPECT_EQ(source_of("voor de"), "voor\n  de");
  EXPECT_EQ(source_of("een"), "een");
  EXPECT_EQ(document.line_of(static_cast<std::uint32_t>(document.text.find("de hüid"))), 8U);
  EXPECT_EQ(document.line_of(static_cast<std::uint32_t>(document.text.find("Bron"))), 10U);
}

TEST(MarkdownPositions, BehindATableWithShortDashes) {
  constexpr std::string_view kText =
      "a|b\n-|--\nc|d\n\nZink helpt.\n\n|e|\n|-|\n|f|\n\nKoper ook.[^1]\n\n[^1]: Bron.\n";
  const Document document = read(kText);
  for (const std::string_view words : {"Zink helpt.", "Koper ook.", "Bron.", "d", "f"}) {
    const auto at = static_cast<std::uint32_t>(document.text.find(words));
    EXPECT_EQ(document.source_of({at, at + static_cast<std::uint32_t>(words.size())}).of(kText), words);
  }
}

TEST(MarkdownMarks, LinksSuperscriptsAndNamedNotes) {
  const Document document = read(
      "Zink [helpt](https://a.example/?x=1&amp;y=2) echt.<sup>2</sup> En koper[^koper].\n\n[^koper]: Smit 2020.\n");
  ASSERT_EQ(document.marks.size(), 3U);
  EXPECT_EQ(document.marks[0].kind, MarkKind::link);
  EXPECT_EQ(document.marks[0].range.of(document.text), "helpt");
  EXPECT_EQ(document.marks[0].target, "https://a.example/?x=1&y=2");
  EXPECT_EQ(document.marks[1].kind, MarkKind::superscript);
  EXPECT_EQ(document.marks[1].range.of(document.text), "2");
  EXPECT_EQ(document.marks[2].kind, MarkKind::xref);
  EXPECT_EQ(document.marks[2].range.of(document.text), "[^koper]");
  ASSERT_EQ(document.anchors.size(), 1U);
  EXPECT_EQ(document.anchors[0].id, document.marks[2].target);
  EXPECT_EQ(document.anchors[0].at, document.blocks[1].range.begin);
}

TEST(MarkdownBounds, RowsOfOneByteUnderManyColumns) {
  std::string text = "|";
  for (int i = 0; i < 100; ++i) text += "a|";
  text += "\n|";
  for (int i = 0; i < 100; ++i) text += "---|";
  for (int i = 0; i < 20'000; ++i) text += "\n|b";
  const Document document = read(text);
  ASSERT_FALSE(document.diagnostics.empty());
  EXPECT_EQ(document.diagnostics.front().rule, "markdown.cut-short");
  EXPECT_LT(document.text.size(), 64 * text.size());
}

TEST(MarkdownBounds, NestingAndTimeAreThoseGiven) {
  const auto rule_of = [](const std::string& text, const ReadBounds& bounds) {
    const Document document = read_document(text, {.language = "nl", .format = Format::markdown, .bounds = bounds});
    EXPECT_EQ(document.blocks.empty() && document.text.empty(), !document.diagnostics.empty());
    return document.diagnostics.empty() ? std::string() : document.diagnostics.front().rule;
  };
  EXPECT_EQ(rule_of("> > > Zink.", {}), "");
  EXPECT_EQ(rule_of("> > > Zink.", {.nesting = 4}), "document.too-deep");
  std::string quotes;
  for (int i = 0; i < 2'000; ++i) quotes += "> ";
  EXPECT_EQ(rule_of(quotes + "Zink.", {}), "document.too-deep");
  EXPECT_EQ(rule_of("Zink.", {.time = std::chrono::milliseconds(0)}), "document.too-slow");
}

TEST(MarkdownEncoding, IsFoundAndRecorded) {
  const Document document = read(
      "Co\xEB"
      "nzym steunt de huid.");
  EXPECT_EQ(document.text, "Co\u00EBnzym steunt de huid.");
  EXPECT_EQ(document.encoding, "windows-1252");
  const Document broken = read("\u00E9\u00E9n, \u00EB\u00EB, \u00FC\xFF!");
  EXPECT_EQ(broken.text, "\u00E9\u00E9n, \u00EB\u00EB, \u00FC\uFFFD!");
  ASSERT_EQ(broken.diagnostics.size(), 1U);
  EXPECT_EQ(broken.diagnostics[0].rule, "encoding.invalid");
  EXPECT_EQ(broken.diagnostics[0].range.of(broken.text), "\uFFFD");
}

TEST(MarkdownMask, KeepsLengthAndLines) {
  constexpr std::string_view kText = "a {{ b\nc }} d\r\n[^1]: e\n  f\n";
  const auto masked = reading::mask_markdown(kText, 0);
  EXPECT_EQ(masked.text, "a     \n     d\r\n       \n   \n");
  EXPECT_EQ(masked.notes, "a     \n     d\r\n      e\n  f\n");
  ASSERT_EQ(masked.footnotes.size(), 1U);
  EXPECT_EQ(masked.footnotes[0].label.of(kText), "1");
  EXPECT_EQ(masked.footnotes[0].body.of(kText), " e\n  f");
}

class HostileMarkdown : public testing::TestWithParam<const char*> {};

TEST_P(HostileMarkdown, Repeated) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += GetParam();
  const Document document = read(text);
  std::uint32_t end = 0;
  for (const Block& block : document.blocks) {
    ASSERT_LE(end, block.range.begin);
    ASSERT_LE(block.range.end, document.text.size());
    const ByteRange source = document.source_of(block.range);
    ASSERT_LE(source.begin, source.end);
    ASSERT_LE(source.end, 3 * text.size());  // bytes that are not UTF-8 may become longer
    end = block.range.end;
  }
}

INSTANTIATE_TEST_SUITE_P(Pieces, HostileMarkdown,
                         testing::Values("{{", "{%", "<!--", "<A b=\"", "<A {", "<a href='", "[^", "[^1]: ", "![",
                                         "[a](", "**a ", "`", "> ", "- ", " - ", "|", "|-|\n", "&", "&#x10FFFF;",
                                         "<sup>", "</a>", "[a]: b\n", "import {", "---\na: b\n", "- a\n\n  ", "~~a",
                                         "<td>", "\xFF", "\r", "<script>", "<AdvertBox>"));

}  // namespace
}  // namespace claimbase
