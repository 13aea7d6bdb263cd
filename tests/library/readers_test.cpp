// The readers of library formats: what each makes of records as programs write them, and of broken ones.
#include <gmock/gmock.h>

#include "analysis/library/library.h"

namespace claimbase {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

LibraryRecord only_record(std::string_view bytes) {
  LibraryFile file = read_library(bytes);
  EXPECT_THAT(file.records, SizeIs(1));
  return file.records.empty() ? LibraryRecord{} : file.records.front();
}

std::vector<std::string> titles(const LibraryFile& file) {
  std::vector<std::string> all;
  for (const LibraryRecord& each : file.records) all.push_back(each.work.title);
  return all;
}

std::vector<std::string> said(const LibraryFile& file) {
  std::vector<std::string> all;
  for (const LibraryDiagnostic& each : file.diagnostics) all.push_back(std::to_string(each.line) + " " + each.rule);
  return all;
}

TEST(Ris, ReadsAllFields) {
  const LibraryRecord record = only_record(
      "TY  - JOUR\r\nID  - 7\r\nAU  - Vermeer, Anna B.\r\nA1  - Öz K.\r\nAU  - Sleep Board,, Ltd\r\nED  - Bos, C.\r\n"
      "TI  - Magnesium and the quiet night: a randomised trial.\r\nJO  - J Miner\r\nJF  - Journal of Minerals\r\n"
      "PY  - 2019\r\nDA  - 2019/11/15/\r\nVL  - 12\r\nIS  - 3\r\nSP  - 101\r\nEP  - 109\r\nPB  - Press\r\n"
      "SN  - 1234-5678\r\nLA  - eng\r\nDO  - https://doi.org/10.1000/JM.12\r\nAN  - 31415926\r\nDP  - NLM\r\n"
      "C2  - PMC1234567\r\nUR  - https://example.org/12\r\nY2  - 2020/01/02\r\nKW  - Magnesium\r\nSleep\r\n"
      "M3  - Journal Article\r\nAB  - One line\r\nand another.\r\nER  - \r\n");
  const Reference& work = record.work;
  EXPECT_EQ(record.line, 1U);
  EXPECT_EQ(record.key, "7");
  EXPECT_EQ(work.type, "article-journal");
  EXPECT_THAT(work.authors, ElementsAre(Author{"Vermeer", "Anna B.", ""}, Author{"Öz", "K.", ""},
                                        Author{"", "", "Sleep Board, Ltd"}));
  EXPECT_THAT(record.editors, ElementsAre(Author{"Bos", "C.", ""}));
  EXPECT_EQ(work.title, "Magnesium and the quiet night: a randomised trial");
  EXPECT_EQ(work.container_title, "Journal of Minerals");
  EXPECT_EQ(work.year, 2019);
  EXPECT_EQ(record.date, "2019-11-15");
  EXPECT_EQ(work.volume + "|" + work.issue + "|" + work.page + "|" + work.publisher, "12|3|101-109|Press");
  EXPECT_EQ(record.issn + "|" + record.language, "1234-5678|eng");
  EXPECT_EQ(work.doi + "|" + work.pmid + "|" + work.pmcid, "10.1000/jm.12|31415926|PMC1234567");
  EXPECT_EQ(work.url + "|" + work.accessed, "https://example.org/12|2020-01-02");
  EXPECT_THAT(record.keywords, ElementsAre("Magnesium", "Sleep"));
  EXPECT_THAT(record.publication_types, ElementsAre("Journal Article"));
  EXPECT_EQ(record.abstract, "One line and another.");
  EXPECT_EQ(work.design, StudyDesign::randomised_trial);
}

TEST(Ris, KeepsTheRecordsAroundABrokenOne) {
  const LibraryFile file = read_library(
      "\xef\xbb\xbf\n1.\nTY  - JOUR\nTI  - First\nNL  - x\nER  - \nNL  - stray\nUR  - stray\n\nTY  - JOUR\nVL  - 3\nER "
      " "
      "- \nTY  - JOUR\nTI  - Open\nTY  - BOOK\nBT  - Last\nER  -");
  EXPECT_THAT(titles(file), ElementsAre("First", "Open", "Last"));
  EXPECT_THAT(said(file),
              ElementsAre("7 library.stray-line", "10 library.empty-record", "15 library.unterminated-record"));
}

TEST(Ris, WhatOvidPrintsForNoPagesIsNone) {
  EXPECT_EQ(only_record("TY  - JOUR\nTI  - A\nSP  - No\nEP  - Specified\nER  - \n").work.page, "");
  EXPECT_EQ(only_record("TY  - JOUR\nTI  - A\nSP  - 349-69\nER  - \n").work.page, "349-69");
}

TEST(Medline, ReadsAllFields) {
  const LibraryRecord record = only_record(
      "PMID- 31415926\nIS  - 1234-5678 (Print)\nVI  - 12\nIP  - 3\nDP  - 2019 Nov 15\n"
      "TI  - Magnesium and the quiet\n      night.\nPG  - 101-9\nLID - S1(19)2 [pii]\nLID - 10.1000/jm.12 [doi]\n"
      "AB  - AIM: One.\n      METHODS: Two.\nFAU - Vermeer, Anna B\nAU  - Vermeer AB\nFAU - Meer, Jan van der\n"
      "AU  - van der Meer J\nCN  - Sleep Board\nLA  - eng\nPT  - Journal Article\nPT  - Randomized Controlled Trial\n"
      "TA  - J Miner\nJT  - Journal of minerals\nMH  - *Sleep/drug effects\nMH  - Humans\nOT  - *magnesium\n"
      "PMC - PMC1234567\n");
  const Reference& work = record.work;
  EXPECT_EQ(work.title, "Magnesium and the quiet night");
  EXPECT_THAT(work.authors, ElementsAre(Author{"Vermeer", "Anna B", ""}, Author{"Meer", "Jan van der", ""},
                                        Author{"", "", "Sleep Board"}));
  EXPECT_EQ(work.container_title, "Journal of minerals");
  EXPECT_EQ(record.date, "2019-11-15");
  EXPECT_EQ(work.volume + "|" + work.issue + "|" + work.page, "12|3|101-9");
  EXPECT_EQ(work.doi + "|" + work.pmid + "|" + work.pmcid, "10.1000/jm.12|31415926|PMC1234567");
  EXPECT_EQ(record.abstract, "AIM: One. METHODS: Two.");
  EXPECT_THAT(record.mesh, ElementsAre("*Sleep/drug effects", "Humans"));
  EXPECT_THAT(record.publication_types, ElementsAre("Journal Article", "Randomized Controlled Trial"));
  EXPECT_THAT(record.keywords, ElementsAre("magnesium"));
  EXPECT_EQ(work.design, StudyDesign::randomised_trial);
}

TEST(Medline, PartsRecordsAndTakesThoseWithoutPmid) {
  const LibraryFile file = read_library("PMID- 1\nTI  - A.\nPMID- 2\nTI  - B.\n\nTI  - C.\n\nVI  - 3\n\nPMID-4\n");
  EXPECT_THAT(titles(file), ElementsAre("A", "B", "C", ""));
  EXPECT_EQ(file.records.back().work.pmid, "4");
  EXPECT_THAT(said(file), ElementsAre("8 library.empty-record"));
}

TEST(PubmedXml, ReadsArticlesAndBooks) {
  const LibraryFile file = read_library(
      "<?xml "
      "version=\"1.0\"?><PubmedArticleSet>\n<PubmedArticle><MedlineCitation><PMID>31415926</PMID><Article><Journal>"
      "<ISSN>1234-5678</ISSN><JournalIssue><Volume>12</Volume><PubDate><MedlineDate>2019 "
      "Nov-Dec</MedlineDate></PubDate>"
      "</JournalIssue><Title>Journal of Minerals</Title></Journal><ArticleTitle>[Magnesium and <i>sleep</i> &amp; CO"
      "<sub>2</sub>].</ArticleTitle><Pagination><MedlinePgn>101-9</MedlinePgn></Pagination><Abstract><AbstractText "
      "Label=\"AIM\">One.</AbstractText><AbstractText>Two.</AbstractText></Abstract><AuthorList "
      "CompleteYN=\"N\"><Author>"
      "<LastName>Vermeer</LastName><ForeName>Anna</ForeName><Suffix>Jr</Suffix></Author><Author><CollectiveName>Sleep "
      "Board</CollectiveName></Author></AuthorList><PublicationTypeList><PublicationType>Meta-Analysis</"
      "PublicationType>"
      "</PublicationTypeList></Article><MeshHeadingList><MeshHeading><DescriptorName MajorTopicYN=\"N\">Sleep"
      "</DescriptorName><QualifierName MajorTopicYN=\"Y\">physiology</QualifierName></MeshHeading></MeshHeadingList>"
      "</MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType=\"doi\">10.1000/JM.12</ArticleId></ArticleIdList>"
      "</PubmedData></PubmedArticle>\n<PubmedArticle><MedlineCitation><PMID>2</Oops></PubmedArticle>\n"
      "<PubmedBookArticle><BookDocument><PMID>3</PMID><Book><Publisher><PublisherName>Press</PublisherName></Publisher>"
      "<BookTitle>Handbook of Zinc</BookTitle><PubDate><Year>2009</Year></PubDate></Book></BookDocument>"
      "</PubmedBookArticle></PubmedArticleSet>");
  ASSERT_THAT(titles(file), ElementsAre("Magnesium and sleep & CO2", "Handbook of Zinc"));
  const LibraryRecord& article = file.records[0];
  EXPECT_EQ(article.line, 2U);
  EXPECT_THAT(article.work.authors, ElementsAre(Author{"Vermeer", "Anna Jr", ""}, Author{"", "", "Sleep Board"}));
  EXPECT_TRUE(article.work.et_al);
  EXPECT_EQ(article.date, "2019-11");
  EXPECT_EQ(article.work.doi, "10.1000/jm.12");
  EXPECT_EQ(article.abstract, "AIM: One. Two.");
  EXPECT_THAT(article.mesh, ElementsAre("Sleep/*physiology"));
  EXPECT_EQ(article.work.design, StudyDesign::meta_analysis);
  EXPECT_EQ(file.records[1].work.type + "|" + file.records[1].work.publisher, "book|Press");
  EXPECT_THAT(said(file), ElementsAre("3 library.broken-record"));
}

TEST(Bibtex, ReadsMacrosCrossReferencesAndAccents) {
  const LibraryFile file = read_library(
      "% comment\n@string{jm = \"Journal of \" # {Minerals}}\n@article{vermeer,\n  author = \"Anna van der Meer and "
      "{Sleep Board}\",\n  title = {{Magnesium} \\& K{\\\"o}ln},\n  journal = jm, year = 2019, month = nov, volume = "
      "{12}, number = 3,\n  pages = {101--109}, doi = {10.1000/jm\\_12}, keywords = {sleep, minerals},\n}\n"
      "@incollection{b, title = {Zinc}, crossref = {c}}\n@book(c, title = {Handbook}, publisher = {Press}, year = "
      "\"2001\")\n");
  ASSERT_THAT(titles(file), ElementsAre("Magnesium & Köln", "Zinc", "Handbook"));
  const LibraryRecord& first = file.records[0];
  EXPECT_EQ(first.line, 3U);
  EXPECT_EQ(first.key, "vermeer");
  EXPECT_THAT(first.work.authors, ElementsAre(Author{"van der Meer", "Anna", ""}, Author{"", "", "Sleep Board"}));
  EXPECT_EQ(first.work.container_title, "Journal of Minerals");
  EXPECT_EQ(first.date + "|" + first.work.page + "|" + first.work.doi, "2019-11|101-109|10.1000/jm_12");
  EXPECT_THAT(first.keywords, ElementsAre("sleep", "minerals"));
  EXPECT_EQ(file.records[1].work.container_title + "|" + file.records[1].work.publisher, "Handbook|Press");
  EXPECT_EQ(file.records[1].work.year, 2001);
  EXPECT_THAT(file.diagnostics, IsEmpty());
}

TEST(Bibtex, AnEntryThatIsNotClosedCostsItself) {
  const LibraryFile file = read_library(
      "@misc{a, title = {A}}\n@misc{b, title = {never closed\n@misc{c, title = {C}}\n@misc{d, title {no equals}}\n"
      "@comment{left out}\n@misc{e, title = {E}}");
  EXPECT_THAT(titles(file), ElementsAre("A", "C", "E"));
  EXPECT_THAT(said(file), ElementsAre("2 library.broken-record", "4 library.broken-record"));
}

TEST(CslJson, ReadsZoteroAndCrossref) {
  const LibraryFile file = read_library(
      "[{\"id\":\"a\",\"type\":\"article-journal\",\"title\":\"Magnesium &amp; <i>sleep</i>\",\"author\":[{\"family\":"
      "\"Meer\",\"non-dropping-particle\":\"van der\",\"given\":\"Anna\",\"suffix\":\"Jr\"},{\"literal\":\"Sleep "
      "Board\"}],"
      "\"issued\":{\"date-parts\":[[\"2019\",11,15]]},\"page\":\"101–109\",\"note\":\"PMID: 31415926\\nPMCID: "
      "PMC1234567\","
      "\"keyword\":\"a, b\"},\n{\"title\":[\"Zinc\"],\"container-title\":[\"Journal of Minerals\"],\"type\":"
      "\"journal-article\",\"issued\":{\"date-parts\":[[2001]]},\"subject\":[\"Health\"]}]");
  ASSERT_THAT(titles(file), ElementsAre("Magnesium & sleep", "Zinc"));
  const LibraryRecord& first = file.records[0];
  EXPECT_THAT(first.work.authors, ElementsAre(Author{"van der Meer", "Anna Jr", ""}, Author{"", "", "Sleep Board"}));
  EXPECT_EQ(first.date + "|" + first.work.page, "2019-11-15|101-109");
  EXPECT_EQ(first.work.pmid + "|" + first.work.pmcid, "31415926|PMC1234567");
  EXPECT_THAT(first.keywords, ElementsAre("a", "b"));
  EXPECT_EQ(file.records[1].line, 2U);
  EXPECT_EQ(file.records[1].work.type + "|" + file.records[1].work.container_title,
            "article-journal|Journal of Minerals");
  EXPECT_THAT(file.records[1].keywords, ElementsAre("Health"));
}

TEST(CslJson, ABrokenObjectCostsItself) {
  const LibraryFile file = read_library("[{\"title\":\"A\"},\n{\"title\":},\n{\"title\":\"C\"}\n,{\"title\":\"open");
  EXPECT_THAT(titles(file), ElementsAre("A", "C"));
  EXPECT_THAT(said(file), ElementsAre("2 library.broken-record", "4 library.broken-record"));
}

TEST(Beir, ReadsACorpus) {
  const LibraryFile file = read_library(
      "{\"_id\": \"4\", \"title\": \"Magnesium and sleep.\", \"text\": \"They slept\\nlonger (p < 0.05).\", "
      "\"metadata\": "
      "{\"url\": \"https://example.org/4\", \"pubmed_id\": \"31415926\"}}\n"
      "{\"_id\": 5, \"title\": \"\", \"text\": \"Zinc lozenges.\", \"metadata\": {}}\n");
  EXPECT_EQ(file.format, LibraryFormat::beir);
  ASSERT_THAT(titles(file), ElementsAre("Magnesium and sleep", "Zinc lozenges"));
  EXPECT_EQ(file.records[0].key + "|" + file.records[1].key, "4|5");
  EXPECT_EQ(file.records[0].abstract, "They slept longer (p < 0.05).");
  EXPECT_EQ(file.records[0].work.url + "|" + file.records[0].work.pmid, "https://example.org/4|31415926");
  EXPECT_EQ(file.records[1].line, 2U);
}

TEST(Beir, ABrokenLineCostsItself) {
  const LibraryFile file = read_library(
      "{\"_id\": \"1\", \"text\": \"A\"}\n{\"_id\": \"2\", \"text\": }\n{\"_id\": \"3\", \"text\": \"C\"}\n{\"_id\": "
      "\"4\"}");
  EXPECT_THAT(titles(file), ElementsAre("A", "C"));
  EXPECT_THAT(said(file), ElementsAre("2 library.broken-record", "4 library.empty-record"));
}

TEST(Beir, ALongTextWithoutTitleIsCutBetweenWordsOrCharacters) {
  std::string words;
  for (int i = 0; i < 60; ++i) words += "zinc ";
  EXPECT_EQ(only_record(R"({"_id": "1", "title": "", "text": ")" + words + "\"}").work.title, words.substr(0, 199));
  std::string letters;
  for (int i = 0; i < 150; ++i) letters += "\u00eb";
  EXPECT_EQ(only_record(R"({"_id": "1", "text": "a)" + letters + "\"}").work.title, "a" + letters.substr(0, 198));
}

TEST(Jats, ReadsElementsAndPrintedCitations) {
  const LibraryFile file = read_library(
      "<article><back><ref-list>\n<ref id=\"r1\"><element-citation publication-type=\"journal\"><person-group><name>"
      "<surname>Vermeer</surname><given-names>AB</given-names></name><etal/></person-group><article-title>Magnesium "
      "and "
      "<italic>sleep</italic></article-title><source>J Miner</source><year>2019</year><volume>12</volume><fpage>101"
      "</fpage><lpage>109</lpage><pub-id pub-id-type=\"pmid\">31415926</pub-id></element-citation></ref>\n"
      "<ref id=\"r2\"><mixed-citation>Bos C. Zinc at the table. Journal of Minerals. 2001;3(2):5-9.</mixed-citation>"
      "</ref>\n<ref id=\"r3\"><citation><source>Broken</ref>\n</ref-list></back></article>");
  ASSERT_THAT(titles(file), ElementsAre("Magnesium and sleep", "Zinc at the table"));
  EXPECT_EQ(file.records[0].key + "|" + file.records[0].work.page + "|" + file.records[0].work.pmid,
            "r1|101-109|31415926");
  EXPECT_TRUE(file.records[0].work.et_al);
  EXPECT_EQ(file.records[1].work.year, 2001);
  EXPECT_THAT(said(file), ElementsAre("4 library.broken-record"));
}

TEST(Library, OtherFilesAreRefusedWithAReason) {
  for (const std::string_view bytes :
       {"", "just prose about magnesium", "<html><body>PMID</body></html>", "\xff\xfe"}) {
    const LibraryFile file = read_library(bytes);
    EXPECT_FALSE(file.format.has_value()) << bytes;
    EXPECT_THAT(file.records, IsEmpty());
    EXPECT_THAT(file.diagnostics,
                testing::Contains(testing::Field(&LibraryDiagnostic::rule, "library.unknown-format")));
  }
}

TEST(Library, Windows1252IsDecoded) {
  EXPECT_EQ(only_record("TY  - JOUR\nTI  - Caf\xe9 en slaap\nER  - \n").work.title, "Café en slaap");
}

}  // namespace
}  // namespace claimbase
