// From XML to citations: what a publisher's markup says of its references is what comes out.
#include <gmock/gmock.h>

#include "analysis/bibliography/reference_list.h"
#include "analysis/citation/citation.h"
#include "analysis/document/reader.h"

namespace claimbase {
namespace {

using testing::ElementsAre;

struct Read {
  Document document;
  std::vector<Reference> references;
  CitationResult result;
};

Read read(std::string_view text, Format format) {
  Read made;
  made.document = read_document(text, {.language = "en", .format = format});
  std::vector<Sentence> sentences;
  for (std::uint32_t i = 0; i < made.document.blocks.size(); ++i)
    sentences.push_back({i, made.document.blocks[i].range});
  made.references = read_references(made.document).references;
  made.result = find_citations(made.document, sentences, made.references);
  return made;
}

// "kind marker>number of the reference".
std::vector<std::string> citations_of(const Read& read) {
  std::vector<std::string> lines;
  for (const Citation& each : read.result.citations) {
    const std::string entry =
        each.reference ? std::to_string(read.references[*each.reference].number) : std::string("?");
    lines.push_back(std::string(to_string(each.kind)).append(" ").append(each.marker).append(">").append(entry));
  }
  return lines;
}

std::string article(std::string_view body) {
  return std::string(R"(<article article-type="research-article"><body>)")
      .append(body)
      .append(
          R"(</body><back><ref-list>)"
          R"(<ref id="r1"><label>1</label><mixed-citation>Baker T. Zinc and skin. Ann Salts. 2019.</mixed-citation></ref>)"
          R"(<ref id="r2"><label>2</label><mixed-citation>Smith A. Iron and blood. Ann Salts. 2020.</mixed-citation></ref>)"
          R"(<ref id="r3"><label>3</label><mixed-citation>Jones B. Copper and hair. Ann Salts. 2021.</mixed-citation></ref>)"
          R"(</ref-list></back></article>)");
}

TEST(MarkedCitations, NumberedXrefs) {
  EXPECT_THAT(
      citations_of(read(article(R"(<p>Zinc<sup><xref ref-type="bibr" rid="r1">1</xref>,)"
                                R"(<xref ref-type="bibr" rid="r3">3</xref></sup> in 10<sup>6</sup> cells, B12.</p>)"),
                        Format::jats)),
      ElementsAre("xref 1>1", "xref 3>3"));
}

TEST(MarkedCitations, AuthorYearXrefsAreNotFoundTwice) {
  EXPECT_THAT(
      citations_of(read(article(R"(<p>Zinc heals skin (<xref ref-type="bibr" rid="r1">Baker, 2019</xref>).</p>)"),
                        Format::jats)),
      ElementsAre("xref Baker, 2019>1"));
}

TEST(MarkedCitations, NumbersLeftOutOfARange) {
  EXPECT_THAT(citations_of(read(article(R"(<p>Zinc [<xref ref-type="bibr" rid="r1">1</xref>&#8211;)"
                                        R"(<xref ref-type="bibr" rid="r3">3</xref>].</p>)"),
                                Format::jats)),
              ElementsAre("xref 1>1", "marker 2>2", "xref 3>3"));
}

TEST(MarkedCitations, OneXrefToSeveralEntries) {
  EXPECT_THAT(
      citations_of(read(article(R"(<p>Zinc (<xref ref-type="bibr" rid="r2 r3">refs</xref>).</p>)"), Format::jats)),
      ElementsAre("xref refs>2", "xref refs>3"));
}

TEST(MarkedCitations, AnEmptyXrefIsPrintedWithTheOneBeforeIt) {
  EXPECT_THAT(
      citations_of(read(article(R"(<p>Zinc [<xref ref-type="bibr" rid="r1">1</xref>)"
                                R"(<xref ref-type="bibr" rid="r2"/>-<xref ref-type="bibr" rid="r3">3</xref>].</p>)"),
                        Format::jats)),
      ElementsAre("xref 1>1", "xref 2>2", "xref 3>3"));
}

TEST(MarkedCitations, AnIdThatIsNotThere) {
  const Read made = read(article(R"(<p>Zinc [<xref ref-type="bibr" rid="r9">9</xref>].</p>)"), Format::jats);
  EXPECT_THAT(citations_of(made), ElementsAre("xref 9>?"));
  ASSERT_EQ(made.result.diagnostics.size(), 1U);
  EXPECT_EQ(made.result.diagnostics[0].rule, "citation.unresolved");
  EXPECT_EQ(made.result.diagnostics[0].range.of(made.document.text), "9");
}

TEST(MarkedEntries, LinksOfAnEntrySayWhereItIs) {
  const Read made = read(
      "Zinc.[^1] Iron.[^2]\n\n[^1]: Baker T. Zinc and skin. 2019. [Link](https://salts.example/zinc)\n"
      "[^2]: Smith A. [Iron and blood](https://doi.org/10.1234/FE). 2020.\n",
      Format::markdown);
  ASSERT_EQ(made.references.size(), 2U);
  EXPECT_EQ(made.references[0].url, "https://salts.example/zinc");
  EXPECT_EQ(made.references[1].doi, "10.1234/fe");
  EXPECT_EQ(made.references[1].url, "");
}

TEST(MarkedCitations, FootnotesOfMarkdown) {
  EXPECT_THAT(
      citations_of(read("Zinc helps.[^2] Iron too.[^salt] Copper.[^gone]\n\n[^2]: Baker T. Zinc and skin. 2019.\n"
                        "[^salt]: Smith A. Iron and blood. 2020.\n",
                        Format::markdown)),
      ElementsAre("marker 2>2", "xref [^salt]>3", "xref [^gone]>?"));
}

}  // namespace
}  // namespace claimbase
