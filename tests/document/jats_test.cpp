#include <gmock/gmock.h>

#include "tests/document/shown.h"

namespace claimbase {
namespace {

using testing::ElementsAre;

std::string article(std::string_view front, std::string_view body, std::string_view back = "") {
  return std::string(R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS v1.2//EN" "JATS.dtd">
<article article-type="research-article" xml:lang="EN" xmlns:xlink="http://www.w3.org/1999/xlink"><front>
<journal-meta><journal-title-group><journal-title>Annals of Salts</journal-title></journal-title-group>
<publisher><publisher-name>Saltworks</publisher-name></publisher></journal-meta><article-meta>)")
      .append(front)
      .append("</article-meta></front><body>")
      .append(body)
      .append("</body><back>")
      .append(back)
      .append("</back></article>");
}

Document read(const std::string& xml) {
  return read_document(xml, {.language = "en", .path = "a.nxml"});
}

std::vector<std::string> lines_of(const std::string& xml) {
  const Document document = read(xml);
  std::vector<std::string> lines;
  for (const Block& block : document.blocks) lines.push_back(shown(document, block));
  return lines;
}

TEST(JatsFront, Metadata) {
  const Document document = read(article(
      R"(<title-group><article-title>Zinc &amp; <italic>skin</italic></article-title><subtitle>a trial</subtitle></title-group>
<contrib-group><contrib><name><surname>Baker</surname><given-names>Tess</given-names></name></contrib>
<contrib><name><surname>Smith</surname><given-names>Al</given-names></name></contrib></contrib-group>
<pub-date pub-type="ppub"><month>4</month><year>2019</year></pub-date>
<pub-date pub-type="collection"><day>1</day><month>1</month><year>2018</year></pub-date>
<pub-date pub-type="epub"><day>7</day><month>3</month><year>2019</year></pub-date>
<abstract><p>Zinc helps.</p></abstract><kwd-group><kwd>zinc</kwd><kwd>skin</kwd></kwd-group>)",
      "<sec><title>Results</title><p>Acne healed.</p></sec>"));
  EXPECT_EQ(document.format, "jats");
  EXPECT_EQ(document.title, "Zinc & skin: a trial");
  EXPECT_EQ(document.date, "2019-03-07");
  EXPECT_EQ(document.publisher, "Saltworks");
  std::vector<std::string> lines;
  for (const Block& block : document.blocks) lines.push_back(shown(document, block));
  EXPECT_THAT(lines, ElementsAre("title +1: Zinc & skin: a trial", "paragraph/metadata ^0: Tess Baker, Al Smith",
                                 "paragraph ^0: Zinc helps.", "paragraph/keywords ^0: zinc; skin",
                                 "heading ^0 +2: Results", "paragraph ^4: Acne healed."));
}

struct BodyCase {
  const char* name;
  const char* body;
  std::vector<std::string> blocks;
};

void PrintTo(const BodyCase& each, std::ostream* out) {
  *out << each.name;
}

class JatsBody : public testing::TestWithParam<BodyCase> {};

TEST_P(JatsBody, BlocksInReadingOrder) {
  EXPECT_EQ(lines_of(article("", GetParam().body)), GetParam().blocks);
}

INSTANTIATE_TEST_SUITE_P(
    Elements, JatsBody,
    testing::Values(
        BodyCase{"NestedSections",
                 "<sec><title>Methods</title><sec><title>Dose</title><p>Nine mg.</p></sec></sec>",
                 {"heading +2: Methods", "heading ^0 +3: Dose", "paragraph ^1: Nine mg."}},
        BodyCase{"SpaceBetweenElements",
                 "<p><italic>E.</italic> <italic>coli</italic>\n  died.</p>",
                 {"paragraph: E. coli died."}},
        BodyCase{"CharacterReferences",
                 "<p>5&#x2013;7 &#181;g &lt; 8 &unknown;</p>",
                 {"paragraph: 5\u20137 \u00B5g < 8 &unknown;"}},
        BodyCase{"CData", "<p><![CDATA[a < b &amp; c]]></p>", {"paragraph: a < b &amp; c"}},
        BodyCase{"Exponent", "<p>10<sup>6</sup> cells per m<sup>2</sup></p>", {"paragraph: 10^6 cells per m2"}},
        BodyCase{
            "ListInParagraph",
            "<p>Zinc helps with:<list><list-item><p>acne</p></list-item><list-item><p>eczema</p></list-item></list>"
            "and more.</p>",
            {"paragraph: Zinc helps with:", "list_item <0: acne", "list_item <0: eczema", "paragraph: and more."}},
        BodyCase{"OrderedList",
                 "<list list-type=\"order\"><list-item><p>One dose.</p><p>Daily.</p></list-item></list>",
                 {"list_item #1: One dose.", "paragraph: Daily."}},
        BodyCase{"Figure",
                 "<fig id=\"f1\"><label>Figure 1</label><caption><title>Skin.</title><p>Zinc healed it.</p></caption>"
                 "<graphic/></fig>",
                 {"caption: Figure 1. Skin. Zinc healed it."}},
        BodyCase{"Table",
                 "<table-wrap><label>Table 1</label><caption><p>Doses</p></caption><table><thead><tr><th>Salt</th>"
                 "<th>Dose</th></tr></thead><tbody><tr><td>Zinc</td><td>9 mg</td></tr></tbody></table>"
                 "<table-wrap-foot><fn><p>Daily.</p></fn></table-wrap-foot></table-wrap>",
                 {"caption: Table 1. Doses", "table_header: Salt|Dose", "table_row <1: Zinc|9 mg", "caption: Daily."}},
        BodyCase{
            "SpannedCells",
            "<table><tr><th>Salt</th><th>Day</th><th>Dose</th></tr>"
            "<tr><td rowspan=\"2\">Zinc</td><td>1</td><td>9</td></tr><tr><td>2</td><td>8</td></tr>"
            "<tr><td colspan=\"2\">Iron</td><td>7</td></tr></table>",
            {"table_header: Salt|Day|Dose", "table_row <0: Zinc|1|9", "table_row <0: |2|8", "table_row <0: Iron||7"}},
        BodyCase{"FormulaLeftOut",
                 "<p>Dose <disp-formula><tex-math>x^2</tex-math></disp-formula>was low.</p>",
                 {"paragraph: Dose was low."}},
        BodyCase{"Definitions",
                 "<def-list><def-item><term>Zn</term><def><p>zinc</p></def></def-item></def-list>",
                 {"list_item: Zn: zinc"}}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(JatsBack, AcknowledgementsAreMetadataAndNotesToo) {
  EXPECT_THAT(lines_of(article(
                  "", "<p>Zinc helps.</p>",
                  "<ack><title>Thanks</title><p>To all.</p></ack><fn-group><fn><p>No interests.</p></fn></fn-group>")),
              ElementsAre("paragraph: Zinc helps.", "paragraph/metadata: Thanks", "paragraph/metadata: To all.",
                          "paragraph/metadata: No interests."));
}

TEST(JatsXref, IsAMarkWithATarget) {
  const Document document = read(article(
      "", R"(<p>Zinc helps<sup><xref ref-type="bibr" rid="r1">1</xref>,<xref ref-type="bibr" rid="r2 r3">2</xref></sup>
 (<xref ref-type="fig" rid="f1">Fig. 1</xref>).</p>)",
      R"(<ref-list><title>References</title><ref id="r1"><label>1</label><mixed-citation>Baker 2019</mixed-citation></ref></ref-list>)"));
  std::vector<std::string> targets;
  for (const InlineMark& mark : document.marks) {
    if (mark.kind == MarkKind::xref) targets.push_back(std::string(mark.range.of(document.text)) + ">" + mark.target);
  }
  EXPECT_THAT(targets, ElementsAre("1>r1", "2>r2", "2>r3"));
  ASSERT_EQ(document.anchors.size(), 1U);
  EXPECT_EQ(document.anchors[0].id, "r1");
  const Block& entry = document.blocks.back();
  EXPECT_EQ(shown(document, entry), "reference/references ^1 #1: Baker 2019");
  EXPECT_EQ(document.anchors[0].at, entry.range.begin);
}

TEST(JatsAnchors, OfEntriesWithoutWordsLieInTheText) {
  const Document document =
      read(article("", "<p>Zinc.</p>", R"(<ref-list><ref id="r1"><label>1</label></ref></ref-list>)"));
  ASSERT_EQ(document.anchors.size(), 1U);
  EXPECT_EQ(document.anchors[0].at, document.text.size());
}

TEST(JatsEntries, TaggedPartsArePrintedLikeAnEntry) {
  const std::string xml =
      article("", "<p>Zinc.</p>", R"(<ref-list><ref id="r1"><element-citation publication-type="journal">
<person-group person-group-type="author"><name><surname>Baker</surname><given-names>T</given-names></name>
<name><surname>Smith</surname><given-names>A</given-names></name><etal/></person-group><year>2019</year>
<article-title>Zinc and skin</article-title><source>Ann Salts</source><volume>3</volume><issue>2</issue><fpage>4</fpage>
<lpage>9</lpage><pub-id pub-id-type="doi">10.1234/zn</pub-id></element-citation></ref></ref-list>)");
  const Document document = read(xml);
  EXPECT_EQ(shown(document, document.blocks.back()),
            "reference/references: Baker T, Smith A, et al. 2019. Zinc and skin. Ann Salts. 3, 2:4-9. doi:10.1234/zn");
  ASSERT_EQ(document.entries.size(), 1U);
  EXPECT_TRUE(document.entries[0].complete);
  EXPECT_EQ(document.entries[0].fields.size(), 14U);
}

TEST(JatsEntries, PrintedOnesKeepTheirPunctuationAndNamesTheirSpace) {
  EXPECT_THAT(
      lines_of(article(
          "", "<p>Zinc.</p>",
          R"(<ref-list><ref id="r1"><mixed-citation><name><surname>Baker</surname><given-names>TL</given-names></name>, <name><surname>Smith</surname><given-names>A</given-names></name> (<year>2019</year>) <article-title>Zinc and skin</article-title>. <source>Ann Salts</source> <volume>3</volume>: <fpage>4</fpage><comment>. doi:10.1234/zn</comment></mixed-citation></ref></ref-list>)")),
      ElementsAre("paragraph: Zinc.",
                  "reference/references: Baker TL, Smith A (2019) Zinc and skin. Ann Salts 3: 4. doi:10.1234/zn"));
}

TEST(JatsPositions, LeadBackToTheXml) {
  const std::string xml = article("", "<p>Zinc &amp; <bold>iron</bold>\n help.</p>");
  const Document document = read(xml);
  EXPECT_EQ(document.text, "Zinc & iron help.");
  EXPECT_EQ(document.source_of({0, 17}).of(xml), "Zinc &amp; <bold>iron</bold>\n help.");
  EXPECT_EQ(document.source_of({7, 11}).of(xml), "iron");
  EXPECT_EQ(document.line_of(12), document.line_of(0) + 1);
}

std::string nested(std::size_t depth) {
  std::string xml;
  for (std::size_t i = 0; i < depth; ++i) xml += "<sec>";
  xml += "<p>Zinc.</p>";
  for (std::size_t i = 0; i < depth; ++i) xml += "</sec>";
  return article("", xml);
}

std::string repeated(std::string_view opening, std::string_view inside, std::string_view closing) {
  constexpr int kTimes = 100'000;
  std::string xml;
  for (int i = 0; i < kTimes; ++i) xml += opening;
  xml += inside;
  for (int i = 0; i < kTimes; ++i) xml += closing;
  return xml;
}

struct BadCase {
  const char* name;
  std::string xml;
  const char* rule;
};

void PrintTo(const BadCase& each, std::ostream* out) {
  *out << each.name;
}

class BadJats : public testing::TestWithParam<BadCase> {};

TEST_P(BadJats, IsDiagnosedAndNotRead) {
  const Document document = read_document(GetParam().xml, {.language = "en", .format = Format::jats});
  EXPECT_TRUE(document.blocks.empty());
  ASSERT_EQ(document.diagnostics.size(), 1U);
  EXPECT_EQ(document.diagnostics[0].rule, GetParam().rule);
  EXPECT_EQ(document.diagnostics[0].severity, Severity::error);
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, BadJats,
    testing::Values(BadCase{"Unclosed", "<article><front></article>", "document.malformed"},
                    BadCase{"CutShort", article("", "<p>Zinc.</p>").substr(0, 400), "document.malformed"},
                    BadCase{"AnotherXml", "<rss><channel/></rss>", "document.no-article"},
                    BadCase{"NoXml", "<article", "document.malformed"},
                    BadCase{"DeepSections", nested(100'000), "document.too-deep"},
                    BadCase{"DeepEmphasis", article("", "<p>" + repeated("<bold>", "Zinc.", "</bold>") + "</p>"),
                            "document.too-deep"},
                    BadCase{"DeepLists",
                            article("", repeated("<list><list-item>", "<p>Zinc.</p>", "</list-item></list>")),
                            "document.too-deep"},
                    BadCase{"DeepReferenceLists",
                            article("", "", repeated("<ref-list>", "<p>Zinc.</p>", "</ref-list>")),
                            "document.too-deep"}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(JatsBounds, NestingAndTimeAreThoseGiven) {
  const std::string xml = article("", "<sec><title>Dose</title><p>Nine <bold>mg</bold>.</p></sec>");
  EXPECT_FALSE(read_document(xml, {.language = "en", .bounds = {.nesting = 4}}).blocks.empty());
  const Document deep = read_document(xml, {.language = "en", .bounds = {.nesting = 3}});
  EXPECT_TRUE(deep.blocks.empty());
  EXPECT_TRUE(deep.text.empty());
  ASSERT_EQ(deep.diagnostics.size(), 1U);
  EXPECT_EQ(deep.diagnostics[0].message, "more than 3 elements in one another");
  const Document slow = read_document(xml, {.language = "en", .bounds = {.time = std::chrono::milliseconds(0)}});
  EXPECT_TRUE(slow.blocks.empty());
  ASSERT_EQ(slow.diagnostics.size(), 1U);
  EXPECT_EQ(slow.diagnostics[0].rule, "document.too-slow");
  EXPECT_EQ(slow.diagnostics[0].severity, Severity::error);
}

// Each name stands for ten of the one before: a billion words, if they were looked up.
TEST(JatsEntities, ABombStaysAsShortAsItIs) {
  std::string xml = "<!DOCTYPE article [<!ENTITY a0 \"zinc\">";
  for (int i = 1; i < 10; ++i) {
    xml += "<!ENTITY a" + std::to_string(i) + " \"";
    for (int k = 0; k < 10; ++k) xml += "&a" + std::to_string(i - 1) + ";";
    xml += "\">";
  }
  xml += "]><article article-type=\"x\"><body><p>Zinc &a9; helps.</p></body></article>";
  EXPECT_EQ(read_document(xml, {.language = "en"}).text, "Zinc &a9; helps.");
}

struct EncodingCase {
  const char* name;
  std::string declaration;
  std::string word;
  const char* encoding;
};

class JatsEncoding : public testing::TestWithParam<EncodingCase> {};

TEST_P(JatsEncoding, IsDeclaredOrFound) {
  const Document document = read_document(
      GetParam().declaration + "<article article-type=\"x\"><body><p>" + GetParam().word + "</p></body></article>",
      {.language = "nl", .format = Format::jats});
  EXPECT_EQ(document.text, "C\u00F6enzym");
  EXPECT_EQ(document.encoding, GetParam().encoding);
  EXPECT_TRUE(document.diagnostics.empty());
}

INSTANTIATE_TEST_SUITE_P(Kinds, JatsEncoding,
                         testing::Values(EncodingCase{"Utf8", "<?xml version=\"1.0\"?>", "C\u00F6enzym", "UTF-8"},
                                         EncodingCase{"Latin2", "<?xml version=\"1.0\" encoding=\"iso-8859-2\"?>",
                                                      "C\xF6"
                                                      "enzym",
                                                      "ISO-8859-2"},
                                         EncodingCase{"Undeclared", "",
                                                      "C\xF6"
                                                      "enzym",
                                                      "windows-1252"},
                                         EncodingCase{"DeclaredWrongly",
                                                      "<?xml version=\"1.0\" encoding=\"iso-8859-2\"?>", "C\u00F6enzym",
                                                      "UTF-8"}),
                         [](const auto& tested) { return std::string(tested.param.name); });

TEST(JatsEncoding, BytesThatAreNoneAreReplacedAndDiagnosed) {
  const Document document = read_document(
      "<article article-type=\"x\"><body><p>\u00E9\u00E9n, \u00EB\u00EB, \u00FC\xFF!</p></body></article>",
      {.language = "nl", .format = Format::jats});
  EXPECT_EQ(document.text, "\u00E9\u00E9n, \u00EB\u00EB, \u00FC\uFFFD!");
  ASSERT_EQ(document.diagnostics.size(), 1U);
  EXPECT_EQ(document.diagnostics[0].rule, "encoding.invalid");
  EXPECT_EQ(document.diagnostics[0].range.of(document.text), "\uFFFD");
}

// What a parser that expands entities would turn into gigabytes, or into a file of the machine.
TEST(JatsEntities, OfTheDocumentTypeAreNotExpanded) {
  const Document document = read_document(
      R"(<!DOCTYPE article [<!ENTITY a "zinczinczinc"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>
<article article-type="x"><body><p>Zinc &b; and &c; help.</p></body></article>)",
      {.language = "en"});
  EXPECT_EQ(document.text, "Zinc &b; and &c; help.");
}

}  // namespace
}  // namespace claimbase
