// Pages as they come: what is content, what is chrome, and where the words stood.
#include <gmock/gmock.h>

#include "analysis/document/reader.h"
#include "tests/document/shown.h"

namespace claimbase {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::SizeIs;

constexpr std::string_view kParagraph =
    "<p>Visolie bevat omega-3-vetzuren, en wie twee keer per week vette vis eet, heeft zelden een tekort.</p>";
constexpr std::string_view kText =
    "Visolie bevat omega-3-vetzuren, en wie twee keer per week vette vis eet, heeft zelden een tekort.";

Document read_page(const std::string& html) {
  return read_document(html, {.language = {}, .path = "page.html"});
}

std::vector<std::string> blocks_of(const Document& document) {
  std::vector<std::string> lines;
  for (const Block& block : document.blocks) lines.push_back(shown(document, block));
  return lines;
}

std::vector<std::string> article(const std::string& inner) {
  return blocks_of(read_page("<html><body><article><h1>Visolie</h1>" + std::string(kParagraph) + inner +
                             "</article></body></html>"));
}

// Without the title and the paragraph of article().
std::vector<std::string> inside(const std::string& inner) {
  std::vector<std::string> lines = article(inner);
  EXPECT_GE(lines.size(), 2U);
  lines.erase(lines.begin(), lines.begin() + 2);
  return lines;
}

TEST(Html, HeadingsParagraphsAndLists) {
  EXPECT_THAT(article("<h2>Werking</h2><p>Visolie is <b>goed</b> voor:</p><ul><li>het <i>hart</i><ul><li>de "
                      "bloeddruk</li></ul></li><li><p>de ogen</p></li></ul><ol start='3'><li>drie</li><li>vier</ol>"),
              ElementsAre("title +1: Visolie", "paragraph ^0: " + std::string(kText), "heading ^0 +2: Werking",
                          "paragraph ^2: Visolie is goed voor:", "list_item ^2 <3: het hart",
                          "list_item ^2 <3 +1: de bloeddruk", "list_item ^2 <3: de ogen", "list_item ^2 <3 #3: drie",
                          "list_item ^2 <3 #4: vier"));
}

TEST(Html, TablesOfDataAndOfLayout) {
  EXPECT_THAT(inside("<table><caption>Vis per portie</caption><thead><tr><th>Vis<th>EPA</thead><tr><td>Zalm<td>1 "
                     "g<tr><td>Haring<td></table>"),
              ElementsAre("caption ^0: Vis per portie", "table_header ^0: Vis|EPA", "table_row ^0 <3: Zalm|1 g",
                          "table_row ^0 <3: Haring|"));
  EXPECT_THAT(inside("<table role='presentation'><tr><td><p>Links staat tekst.</p></td><td>Rechts ook.</td></table>"),
              ElementsAre("paragraph ^0: Links staat tekst.", "paragraph ^0: Rechts ook."));
}

TEST(Html, CellsThatSpanLeaveEmptyOnes) {
  EXPECT_THAT(
      inside("<table><tr><td><b>Vis</b><td><strong>Soort</strong><td><b>EPA</b><tr><td rowspan=2>Zalm<td>wild<td>1 "
             "g<tr></tr><tr><td colspan=2>Haring, gerookt<td>2 g<tr><td>Makreel<td rowspan=99>zout<td>3 "
             "g<tr><td>Sprot</table>"),
      ElementsAre("table_header ^0: Vis|Soort|EPA", "table_row ^0 <2: Zalm|wild|1 g",
                  "table_row ^0 <2: Haring, gerookt||2 g", "table_row ^0 <2: Makreel|zout|3 g",
                  "table_row ^0 <2: Sprot|"));
  EXPECT_THAT(inside("<table><tr><th>Vis<th>EPA<tr><td rowspan=2>Zalm<td>1 g<tr><td>2 g</table>"),
              ElementsAre("table_header ^0: Vis|EPA", "table_row ^0 <2: Zalm|1 g", "table_row ^0 <2: |2 g"));
}

TEST(Html, LineBreaksEndWhatIsComplete) {
  EXPECT_THAT(
      inside("<p>Vette vis is gezond.<br>Zalm en<br>haring.<br><br>Makreel</p>"),
      ElementsAre("paragraph ^0: Vette vis is gezond.", "paragraph ^0: Zalm en haring.", "paragraph ^0: Makreel"));
}

TEST(Html, QuestionsAndAnswers) {
  EXPECT_THAT(inside("<details><summary>Hoeveel visolie?</summary><p>Een gram.</p></details>"
                     "<div class='faq-question'>Is visolie veilig?</div><div class='faq-answer'>Ja, meestal.</div>"),
              ElementsAre("question ^0: Hoeveel visolie?", "answer ^0 <2: Een gram.", "question ^0: Is visolie veilig?",
                          "answer ^0 <4: Ja, meestal."));
}

TEST(Html, QuestionsByMicrodataAndInLists) {
  EXPECT_THAT(inside("<div itemscope itemtype='https://schema.org/Question'><div itemprop='name'>Helpt visolie "
                     "tegen stress</div><div itemprop='acceptedAnswer'><p>Dat is niet bekend.</p></div></div>"
                     "<dl><dt>Hoe lang is visolie houdbaar?<dd>Een jaar.<dt>EPA<dd>Een vetzuur.</dl>"),
              ElementsAre("question ^0: Helpt visolie tegen stress", "answer ^0 <2: Dat is niet bekend.",
                          "question ^0: Hoe lang is visolie houdbaar?", "answer ^0 <4: Een jaar.", "list_item ^0: EPA",
                          "list_item ^0 +1: Een vetzuur."));
}

TEST(Html, PicturesSpeakByTheirWords) {
  EXPECT_THAT(
      inside("<p>Vis <img alt='Een bord met gebakken zalm'> eten.</p><img alt='zalm.jpg'><figure><img "
             "src='x'><figcaption>Zalm uit de oven</figcaption></figure>"),
      ElementsAre("paragraph ^0: Vis eten.", "caption ^0: Een bord met gebakken zalm", "caption ^0: Zalm uit de oven"));
}

TEST(Html, ReferencesAreFoundByHeadingAndByName) {
  EXPECT_THAT(inside("<h2>Bronnen</h2><ol><li id='r1'>Visser A. Fish oil and the heart. Nutrients. 2019.</li><li>Smit "
                     "B. Omega-3 and mood. Nutrients. 2020.</li></ol>"),
              ElementsAre("heading/references ^0 +2: Bronnen",
                          "reference/references ^2 #1: Visser A. Fish oil and the heart. Nutrients. 2019.",
                          "reference/references ^2 #2: Smit B. Omega-3 and mood. Nutrients. 2020."));
  EXPECT_THAT(inside("<ul class='references-list'><li>[7] Visser A. Fish oil. Nutrients. 2019.</li></ul>"),
              ElementsAre("reference/references ^0 #7: Visser A. Fish oil. Nutrients. 2019."));
}

TEST(Html, WhatStandsAroundTheArticleIsNoContent) {
  const Document document = read_page(
      "<body class='has-sidebar'><div id='cookie-banner'><p>Deze site gebruikt koekjes die goed zijn voor u.</p></div>"
      "<nav><ul><li><a href='/'>Thuis</a><li><a href='/vis'>Vis</a></ul></nav>"
      "<div class='wrap'><h1>Visolie</h1>" +
      std::string(kParagraph) + std::string(kParagraph) +
      "<div class='newsletter'><p>Schrijf u in voor gezonde brieven.</p></div>"
      "<ul><li><a href='/a'>Zink verlaagt koorts</a><li><a href='/b'>IJzer geeft kracht</a><li><a "
      "href='/c'>Jodium</a></ul></div>"
      "<div class='related-posts'><h3>Lees ook</h3><p>Magnesium verlaagt de bloeddruk.</p></div>"
      "<footer><p>Wij verkopen visolie.</p></footer></body>");
  EXPECT_THAT(
      blocks_of(document),
      ElementsAre("paragraph/navigation: Deze site gebruikt koekjes die goed zijn voor u.",
                  "list_item/navigation: Thuis", "list_item/navigation: Vis", "title +1: Visolie",
                  "paragraph ^3: " + std::string(kText), "paragraph ^3: " + std::string(kText),
                  "paragraph/promotion ^3: Schrijf u in voor gezonde brieven.",
                  "list_item/navigation ^3: Zink verlaagt koorts", "list_item/navigation ^3: IJzer geeft kracht",
                  "list_item/navigation ^3: Jodium", "paragraph/navigation ^3: Lees ook",
                  "paragraph/navigation ^3: Magnesium verlaagt de bloeddruk.",
                  "paragraph/navigation ^3: Wij verkopen visolie."));
}

TEST(Html, BoxesOfTeasersAndFormsAreNoContent) {
  const Document document = read_page(
      "<div class=tldr-box><p>Kort: vette vis is goed voor u.</p></div><main><h1>Visolie</h1>" +
      std::string(kParagraph) + std::string(kParagraph) + std::string(kParagraph) +
      "<div><div><a href='/a'>Zink en koorts</a><div>Lees hoe zink helpt.</div></div><div><a href='/b'>IJzer geeft "
      "kracht</a><div>Meer over ijzer.</div></div><div><a href='/c'>Jodium en groei</a><div>Voor de "
      "groei.</div></div></div><form><p>Visolie helpt u: schrijf u in.</p><input></form></main>");
  EXPECT_THAT(blocks_of(document),
              ElementsAre("paragraph: Kort: vette vis is goed voor u.", "title +1: Visolie",
                          "paragraph ^1: " + std::string(kText), "paragraph ^1: " + std::string(kText),
                          "paragraph ^1: " + std::string(kText), "paragraph/navigation ^1: Zink en koorts",
                          "paragraph/navigation ^1: Lees hoe zink helpt.",
                          "paragraph/navigation ^1: IJzer geeft kracht", "paragraph/navigation ^1: Meer over ijzer.",
                          "paragraph/navigation ^1: Jodium en groei", "paragraph/navigation ^1: Voor de groei.",
                          "paragraph/navigation ^1: Visolie helpt u: schrijf u in."));
}

TEST(Html, WhatATemplateWasToPutInIsLeftOut) {
  EXPECT_THAT(inside("<p>Beste {{ naam|default:\"\" }}, {% if vis %}vis is goed{% endif %}.</p><?php if ($a > 1) { "
                     "echo \"<p>Zink\"; } ?><p>Niet {{ gesloten.</p>"),
              ElementsAre("paragraph ^0: Beste , vis is goed .", "paragraph ^0: Niet {{ gesloten."));
}

// A number of 32 bits or more is not what its last 32 bits say.
TEST(Html, NumbersOfNoCharacterAreReplaced) {
  EXPECT_THAT(inside("<p>a &#4294967361; b &#X100000041; c &#11111111111111111111115; d &#1114112; e.</p>"),
              ElementsAre("paragraph ^0: a \uFFFD b \uFFFD c \uFFFD d \uFFFD e."));
  EXPECT_THAT(inside("<p>a &#000000000000065; &#x00000000000041; &#128512;.</p>"),
              ElementsAre("paragraph ^0: a A A \U0001F600."));
  EXPECT_THAT(inside("<p title=\"&#4294967361;\">a &#; &#x; &#.</p>"), ElementsAre("paragraph ^0: a &#; &#x; &#."));
}

TEST(Html, WhatIsSaidOfTheSourceIsSaidOfTheText) {
  const Document page =
      read_page("\uFEFF<html><body><p title=\"\xFF\">\u00E9\u00E9n, \u00EB\u00EB, \u00FC <b>\xFF</b>!</p>\xFF");
  EXPECT_EQ(page.text, "\u00E9\u00E9n, \u00EB\u00EB, \u00FC \uFFFD!\n\n\uFFFD");
  ASSERT_EQ(page.diagnostics.size(), 3U);
  EXPECT_EQ(page.diagnostics[0].range, ByteRange{});
  EXPECT_EQ(page.diagnostics[1].range, (ByteRange{16, 19}));
  EXPECT_EQ(page.diagnostics[2].range, (ByteRange{22, 25}));
  // In front matter that becomes no text, and where nothing became text.
  const Document empty = read_page("\uFEFF<html><head><title>\u00E9\xFF</title></head></html>");
  ASSERT_FALSE(empty.diagnostics.empty());
  EXPECT_EQ(empty.diagnostics[0].rule, "encoding.invalid");
  EXPECT_EQ(empty.diagnostics[0].range, ByteRange{});
}

TEST(Html, AnEmptyParagraphLendsNothingToTheNext) {
  EXPECT_THAT(inside("<p></p><footer>Wij verkopen visolie.</footer>"),
              ElementsAre("paragraph/navigation ^0: Wij verkopen visolie."));
}

TEST(Html, LinksSideBySideAreTwoWords) {
  EXPECT_THAT(inside("<p>Zie <a href='/a'>Crossref</a><a href='/b'>Medline</a>.</p>, <p>Klaar.</p>"),
              ElementsAre("paragraph ^0: Zie Crossref Medline.", "paragraph ^0: Klaar."));
}

TEST(Html, TheDateMayOpenTheFirstParagraph) {
  EXPECT_EQ(
      read_page("<h1>Visolie</h1><p>Feb. 23, 2015 -- Fish oil is in the news again this week, and for a reason.</p>")
          .date,
      "2015-02-23");
  EXPECT_EQ(read_page("<h1>Visolie</h1><p>Visolie -- het is weer in het nieuws.</p>").date, "");
}

TEST(Html, MetadataComesFromJsonLdBeforeOpenGraphBeforeTitle) {
  const std::string head =
      "<title>Visolie en het hart | Kruidhuis</title><meta property='og:title' content='Visolie'>"
      "<meta property='og:site_name' content='Kruidhuis'><link rel='canonical' "
      "href='https://kruidhuis.example/visolie'>"
      "<meta property='article:published_time' content='2023-05-04T10:00:00Z'>";
  const std::string body = "<body><article>" + std::string(kParagraph) + "</article></body>";
  const Document open_graph = read_page("<html lang='nl-NL'><head>" + head + "</head>" + body);
  EXPECT_EQ(open_graph.title, "Visolie");
  EXPECT_EQ(open_graph.date, "2023-05-04");
  EXPECT_EQ(open_graph.publisher, "Kruidhuis");
  EXPECT_EQ(open_graph.url, "https://kruidhuis.example/visolie");
  EXPECT_EQ(open_graph.language, "nl");
  const Document json_ld = read_page(
      "<head>" + head +
      "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebPage\"},{\"@type\":[\"Article\"],\"headline\":"
      "\"Visolie voor het hart\",\"datePublished\":\"2022-01-02\",\"publisher\":{\"name\":\"Het Kruidhuis\"}}]}"
      "</script></head>" +
      body);
  EXPECT_EQ(json_ld.title, "Visolie voor het hart");
  EXPECT_EQ(json_ld.date, "2022-01-02");
  EXPECT_EQ(json_ld.publisher, "Het Kruidhuis");
  const Document plain = read_page(
      "<title>Visolie en het hart | Kruidhuis</title><time datetime='2021-03-04'>4 "
      "maart</time>" +
      body);
  EXPECT_EQ(plain.title, "Visolie en het hart");
  EXPECT_EQ(plain.publisher, "Kruidhuis");
  EXPECT_EQ(plain.date, "2021-03-04");
}

TEST(Html, BrokenJsonLdIsPassedOver) {
  const Document document = read_page("<script type='application/ld+json'>{\"headline\": [[[</script><h1>Visolie</h1>" +
                                      std::string(kParagraph));
  EXPECT_EQ(document.title, "Visolie");
}

TEST(Html, TheHeadingThatThePageIsNamedAfterIsTheTitle) {
  const Document document = read_page(
      "<title>Visolie en het hart - Kruidhuis</title><h1>Kruidhuis magazine</h1><h2>Visolie "
      "en het hart</h2>" +
      std::string(kParagraph));
  EXPECT_EQ(document.title, "Visolie en het hart");
  EXPECT_EQ(document.publisher, "Kruidhuis");
}

TEST(Html, MarksKeepWhatMayCite) {
  const Document document = read_page(
      "<article><h1>Visolie</h1><p>Vis is gezond.<sup><a href='#r1'>1</a></sup> Zie <a "
      "href='https://doi.org/10.1000/vis'>dit onderzoek</a>.</p><ol><li id='r1'>Visser A. Fish.</li></ol></article>");
  ASSERT_THAT(document.marks, SizeIs(3));
  EXPECT_EQ(document.marks[0].range.of(document.text), "1");
  EXPECT_EQ(document.marks[0].target, "#r1");
  EXPECT_EQ(document.marks[1].kind, MarkKind::superscript);
  EXPECT_EQ(document.marks[2].range.of(document.text), "dit onderzoek");
  EXPECT_EQ(document.marks[2].target, "https://doi.org/10.1000/vis");
  ASSERT_THAT(document.anchors, SizeIs(1));
  EXPECT_EQ(document.anchors[0].id, "r1");
  EXPECT_EQ(document.text.substr(document.anchors[0].at, 8), "Visser A");
}

TEST(Html, RangesPointIntoThePage) {
  const std::string page =
      "<article>\n<h1>Visolie</h1>\n<p>Caf&eacute; &amp; vis &lt; 3&nbsp;g,\r\n  elke <b>dag</b> "
      "&#233;&eacute;n.</p>\n</article>";
  const Document document = read_page(page);
  ASSERT_THAT(document.blocks, SizeIs(2));
  const Block& block = document.blocks[1];
  EXPECT_EQ(block.range.of(document.text), "Café & vis < 3\xC2\xA0g, elke dag één.");
  EXPECT_EQ(document.source_of(block.range).of(page),
            "Caf&eacute; &amp; vis &lt; 3&nbsp;g,\r\n  elke <b>dag</b> &#233;&eacute;n.");
  const auto at = [&](std::string_view words) {
    const auto begin = static_cast<std::uint32_t>(document.text.find(words));
    return std::string(document.source_of({begin, begin + static_cast<std::uint32_t>(words.size())}).of(page));
  };
  EXPECT_EQ(at("Café"), "Caf&eacute;");
  EXPECT_EQ(at("&"), "&amp;");
  EXPECT_EQ(at("vis"), "vis");
  EXPECT_EQ(at("elke"), "elke");
  EXPECT_EQ(at("dag één."), "dag</b> &#233;&eacute;n.");
  EXPECT_EQ(document.line_of(document.blocks[0].range.begin), 2U);
  EXPECT_EQ(document.line_of(block.range.begin), 3U);
  EXPECT_EQ(document.line_of(static_cast<std::uint32_t>(document.text.find("dag"))), 4U);
}

TEST(Html, XhtmlIsReadLikeHtml) {
  const Document document = read_document(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><head>"
      "<title>Visolie</title></head><body><h1>Visolie</h1>" +
      std::string(kParagraph) + "<hr /></body></html>");
  EXPECT_EQ(document.format, "html");
  EXPECT_THAT(blocks_of(document), ElementsAre("title +1: Visolie", "paragraph ^0: " + std::string(kText)));
}

struct EncodingCase {
  const char* name;
  std::string bytes;
  const char* encoding;
  const char* title;
};

class HtmlEncoding : public testing::TestWithParam<EncodingCase> {};

TEST_P(HtmlEncoding, IsDeclaredOrFound) {
  const Document document = read_page(GetParam().bytes);
  EXPECT_EQ(document.encoding, GetParam().encoding);
  EXPECT_EQ(document.title, GetParam().title);
  EXPECT_THAT(document.diagnostics, SizeIs(0));
}

INSTANTIATE_TEST_SUITE_P(
    Cases, HtmlEncoding,
    testing::Values(
        EncodingCase{"utf8", "<meta charset='utf-8'><h1>Caf\xC3\xA9</h1>", "UTF-8", "Café"},
        EncodingCase{"utf8_mark", "\xEF\xBB\xBF<h1>Caf\xC3\xA9</h1>", "UTF-8", "Café"},
        EncodingCase{"latin1_means_windows", "<meta charset=iso-8859-1><h1>Caf\xE9 \x96 vis</h1>", "windows-1252",
                     "Café – vis"},
        EncodingCase{"latin2",
                     "<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-2'><h1>\xB1\xBF</h1>",
                     "ISO-8859-2", "ąż"},
        EncodingCase{"xml_declaration", "<?xml version='1.0' encoding='iso-8859-15'?><html><h1>\xA4 5</h1></html>",
                     "ISO-8859-15", "€ 5"},
        EncodingCase{"declared_wrongly", "<meta charset=iso-8859-2><h1>Caf\xC3\xA9</h1>", "UTF-8", "Café"},
        EncodingCase{"declared_unknown", "<meta charset=klingon><h1>Caf\xE9</h1>", "windows-1252", "Café"}),
    [](const auto& each) { return std::string(each.param.name); });

std::string repeated(std::string_view piece, std::size_t times) {
  std::string made;
  for (std::size_t i = 0; i < times; ++i) made += piece;
  return made;
}

struct BombCase {
  const char* name;
  std::string bytes;
  const char* rule;
};

class HtmlBomb : public testing::TestWithParam<BombCase> {};

TEST_P(HtmlBomb, CostsThatPageWithADiagnostic) {
  const Document document = read_page(GetParam().bytes);
  EXPECT_THAT(document.blocks, SizeIs(0));
  ASSERT_THAT(document.diagnostics, SizeIs(1));
  EXPECT_EQ(document.diagnostics[0].severity, Severity::error);
  EXPECT_EQ(document.diagnostics[0].rule, GetParam().rule);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, HtmlBomb,
    testing::Values(BombCase{"deep_divs", repeated("<div>", 100'000), "document.too-deep"},
                    BombCase{"deep_behind_stray_ends", repeated("<div></x>", 1'000), "document.too-deep"},
                    BombCase{"deep_formatting", repeated("<b><i>", 1'000), "document.too-deep"},
                    BombCase{"many_attributes", "<p" + repeated(" a b c d", 500) + ">Vis", "document.too-complex"}),
    [](const auto& each) { return std::string(each.param.name); });

TEST(Html, FormattingThatMultipliesIsStopped) {
  std::string page = "<p>";
  for (int i = 0; i < 40; ++i) page += "<font size=" + std::to_string(i) + ">";
  const Document document = read_page(page + repeated("</p><p>vis", 20'000));
  ASSERT_THAT(document.diagnostics, SizeIs(1));
  EXPECT_EQ(document.diagnostics[0].rule, "document.too-complex");
}

TEST(Html, NestingAndTimeAreOptions) {
  const std::string page = "<div><div><div><p>Vis</p></div></div></div>";
  EXPECT_EQ(read_document(page, {.language = {}, .bounds = {.nesting = 3, .time = std::chrono::seconds(5)}})
                .diagnostics.at(0)
                .rule,
            "document.too-deep");
  EXPECT_EQ(read_document(page, {.language = {}, .bounds = {.nesting = 512, .time = std::chrono::milliseconds(0)}})
                .diagnostics.at(0)
                .rule,
            "document.too-slow");
  EXPECT_THAT(read_document(page).blocks, SizeIs(1));
}

class HtmlOdd : public testing::TestWithParam<const char*> {};

TEST_P(HtmlOdd, GivesADocumentWhoseRangesLieInThePage) {
  const std::string page = GetParam();
  const Document document = read_page(page);
  for (const Block& block : document.blocks) {
    EXPECT_LE(block.range.end, document.text.size());
    EXPECT_LE(document.source_of(block.range).end, page.size());
  }
}

INSTANTIATE_TEST_SUITE_P(Cases, HtmlOdd,
                         testing::Values("<", "<!", "<!--", "</", "<p", "<p a=\"", "<table><td><table>vis", "&",
                                         "&#x;vis", "&amp", "<li>vis<li>", "<script>vis", "<title>vis",
                                         "<b><p></b>vis</p>", "<a><a><a>vis", "<svg><p>vis</svg>",
                                         "<table>vis<tr>vis<td>vis", "<br><br>", "<h1></h1><h2>vis", "vis<!-- -->olie",
                                         "vis</x>olie &eacute; </y>&notin;"));

TEST(Html, AnEmptyPageIsAWarning) {
  const Document document = read_page("<html><body><script>vis()</script></body></html>");
  EXPECT_THAT(document.blocks, SizeIs(0));
  ASSERT_THAT(document.diagnostics, SizeIs(1));
  EXPECT_EQ(document.diagnostics[0].rule, "document.empty");
}

}  // namespace
}  // namespace claimbase
