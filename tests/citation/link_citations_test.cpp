// From a page to citations: what its links and raised numbers cite.
#include <gmock/gmock.h>

#include "analysis/bibliography/reference_list.h"
#include "analysis/citation/citation.h"
#include "analysis/document/reader.h"
#include "analysis/language/sentences.h"

namespace claimbase {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Read {
  Document document;
  std::vector<Reference> references;
  CitationResult result;
  std::vector<Sentence> sentences;
};

Read read(std::string_view text, Format format = Format::html) {
  Read made;
  made.document = read_document(text, {.language = "nl", .format = format});
  for (std::uint32_t i = 0; i < made.document.blocks.size(); ++i) {
    for (const ByteRange range : split_sentences(made.document.text, made.document.blocks[i].range, "nl"))
      made.sentences.push_back({i, range});
  }
  made.references = read_references(made.document).references;
  made.result = find_citations(made.document, made.sentences, made.references);
  return made;
}

// "kind marker>number of the entry, or the work: first word of the sentence".
std::vector<std::string> citations_of(const Read& read) {
  std::vector<std::string> lines;
  for (const Citation& each : read.result.citations) {
    std::string entry = "?";
    if (each.reference) {
      const Reference& reference = read.references[*each.reference];
      entry = reference.number > 0 ? std::to_string(reference.number) : reference.raw;
    }
    const std::string_view sentence = read.sentences[each.sentence].range.of(read.document.text);
    lines.push_back(std::string(to_string(each.kind)).append(" ").append(each.marker).append(">").append(entry));
    lines.back().append(": ").append(sentence.substr(0, sentence.find(' ')));
  }
  return lines;
}

constexpr std::string_view kList =
    "<h2>Bronnen</h2><ol><li id='r1'>Visser A. Fish oil and the heart. Nutrients. 2019.</li>"
    "<li id='r2'>Smit B. Omega-3 and mood. Nutrients. 2020. <a href='https://doi.org/10.1000/smit'>DOI</a></li>"
    "<li><a id='r3'></a>Bakker C. Salmon and sleep. Nutrients. 2021.</li></ol>";

std::string page(std::string_view body) {
  return std::string("<article><h1>Visolie</h1><p>").append(body).append("</p>").append(kList).append("</article>");
}

TEST(LinkCitations, RaisedNumbers) {
  EXPECT_THAT(
      citations_of(read(page("Vis is gezond.<sup>1</sup> Zalm helpt<sup>2,3</sup> ook. Haring niet. <sup>1-3</sup> "
                             "Makreel helpt B12<sup>[2]</sup>."))),
      ElementsAre("marker 1>1: Vis", "marker 2>2: Zalm", "marker 3>3: Zalm", "marker 1>1: Haring", "marker 2>2: Haring",
                  "marker 3>3: Haring", "marker 2>2: 1-3"));
}

TEST(LinkCitations, ExponentsAreNoMarkers) {
  EXPECT_THAT(citations_of(read(page("Er zijn 10<sup>3</sup> cellen, 5 kg/m<sup>2</sup>, 3 cm<sup>2</sup>, "
                                     "<sup>2</sup>H en 10<sup>9</sup>."))),
              IsEmpty());
}

TEST(LinkCitations, LinksToEntries) {
  EXPECT_THAT(
      citations_of(read(page("Vis is gezond.<sup><a href='#r1'>[1]</a><a href='#r2'>[2]</a></sup> Zalm helpt (<a "
                             "href='#r3'>Bakker</a>), <a href='#top'>zie boven</a> en <a href='#r9'>9</a>."))),
      ElementsAre("xref 1>1: Vis", "xref 2>2: Vis", "xref Bakker>3: Zalm"));
}

TEST(LinkCitations, AnIdMayStandBeforeAPrintedNumber) {
  EXPECT_THAT(
      citations_of(read("<article><h1>Visolie</h1><p>Vis is gezond <a href='#b7'>Visser</a>.</p><h2>Bronnen</h2>"
                        "<p id='b7'>[7] Visser A. Fish oil and the heart. Nutrients. 2019.</p></article>")),
      ElementsAre("xref Visser>7: Vis"));
}

TEST(LinkCitations, LinksToWorks) {
  const Read made =
      read(page("Vis is gezond, volgens <a href='https://doi.org/10.1000/SMIT'>Smit</a>. Zalm ook, <a "
                "href='https://pubmed.ncbi.nlm.nih.gov/1234567'>bleek</a>, en <a "
                "href='https://pubmed.ncbi.nlm.nih.gov/1234567/'>nogmaals</a>. <a "
                "href='https://vis.example/'>Winkel</a>."));
  EXPECT_THAT(citations_of(made), ElementsAre("link 2>2: Vis", "link >https://pubmed.ncbi.nlm.nih.gov/1234567/: Zalm",
                                              "link >https://pubmed.ncbi.nlm.nih.gov/1234567/: Zalm"));
  ASSERT_EQ(made.references.size(), 4U);
  EXPECT_EQ(reference_id(made.references[3]), "pmid:1234567");
  EXPECT_EQ(made.references[3].number, 0);
  EXPECT_EQ(made.references[3].range.of(made.document.text), "bleek");
}

TEST(LinkCitations, OnlyTextCitesByLink) {
  const Read made = read(
      "<link rel=canonical href='https://vis.example/doi/10.1000/self'><article><h1><a "
      "href='https://doi.org/10.1000/a'>Visolie</a></h1><p>Vis is gezond, en wie dat niet gelooft, leest maar verder "
      "tot "
      "het eind. <a href='https://doi.org/10.1000/self'>Dit stuk</a></p></article><footer><a "
      "href='https://doi.org/10.1000/b'>Vis verlaagt de bloeddruk</a></footer>");
  EXPECT_THAT(citations_of(made), IsEmpty());
  EXPECT_THAT(made.references, IsEmpty());
}

TEST(LinkCitations, MarkdownLinksCiteToo) {
  EXPECT_THAT(citations_of(read("# Visolie\n\nVis is gezond, [bleek in 2019](https://doi.org/10.1000/vis).\n",
                                Format::markdown)),
              ElementsAre("link >https://doi.org/10.1000/vis: Vis"));
}

}  // namespace
}  // namespace claimbase
