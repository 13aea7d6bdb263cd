#include "analysis/citation/citation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace claimbase {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

struct Article {
  Document document;
  std::vector<Sentence> sentences;
  std::vector<Reference> references;

  void add(BlockKind kind, std::string_view text) {
    Block block;
    block.kind = kind;
    block.role = kind == BlockKind::reference ? BlockRole::references : BlockRole::content;
    block.range.begin = static_cast<std::uint32_t>(document.text.size());
    document.text += text;
    block.range.end = static_cast<std::uint32_t>(document.text.size());
    document.text += '\n';
    sentences.push_back({static_cast<std::uint32_t>(document.blocks.size()), block.range});
    document.blocks.push_back(block);
  }
  void cite(std::string_view entry) {
    auto reference = parse_reference(entry);
    reference.number = static_cast<int>(references.size()) + 1;
    references.push_back(reference);
  }
  [[nodiscard]] CitationResult citations() const { return find_citations(document, sentences, references); }
};

TEST(Citations, AMarkerPointsAtItsReference) {
  Article article;
  article.add(BlockKind::paragraph, "Thee remt de opname van ijzer.2");
  article.cite("Alder B. Iron and tea. J Nutr. 2001;131:1-4.");
  article.cite("Brouwer C. Tea revisited. J Nutr. 2005;135:9-12.");
  const auto result = article.citations();
  ASSERT_THAT(result.citations, SizeIs(1));
  EXPECT_EQ(result.citations[0].kind, CitationKind::marker);
  EXPECT_EQ(result.citations[0].marker, "2");
  EXPECT_EQ(result.citations[0].reference, 1U);
  EXPECT_EQ(result.citations[0].range.of(article.document.text), "2");
  EXPECT_THAT(result.diagnostics, IsEmpty());
}

TEST(Citations, AMarkerPastTheListIsUnresolvedAndDiagnosed) {
  Article article;
  article.add(BlockKind::paragraph, "Thee remt de opname van ijzer [7].");
  article.cite("Alder B. Iron and tea. J Nutr. 2001;131:1-4.");
  const auto result = article.citations();
  ASSERT_THAT(result.citations, SizeIs(1));
  EXPECT_FALSE(result.citations[0].reference.has_value());
  ASSERT_THAT(result.diagnostics, SizeIs(1));
  EXPECT_EQ(result.diagnostics[0].rule, "citation.unresolved");
}

TEST(Citations, WithoutAListAFootnoteIsUnresolvedAndGluedDigitsAreNothing) {
  Article article;
  article.add(BlockKind::paragraph, "Thee remt de opname van ijzer.1");
  article.add(BlockKind::paragraph, "Koffie doet dat ook[^2].");
  const auto result = article.citations();
  ASSERT_THAT(result.citations, SizeIs(1));
  EXPECT_EQ(result.citations[0].marker, "2");
  EXPECT_EQ(result.citations[0].sentence, 1U);
  EXPECT_THAT(result.diagnostics, SizeIs(1));
}

TEST(Citations, ReferenceEntriesAndGluedTableCellsCiteNothing) {
  Article article;
  article.add(BlockKind::table_row, "Kinderen6-11 maanden80");
  article.add(BlockKind::heading, "Stap2 is rust");
  article.add(BlockKind::reference, "Alder B. Iron and tea.1 J Nutr [1].");
  article.cite("Alder B. Iron and tea. J Nutr. 2001;131:1-4.");
  EXPECT_THAT(article.citations().citations, IsEmpty());
}

TEST(Citations, AnAttributionThatFitsOneReferencePointsAtIt) {
  Article article;
  article.add(BlockKind::paragraph, "A trial by Alder et al. found less iron uptake.");
  article.cite("Alder B, Stone P. Iron and tea. J Nutr. 2001;131:1-4.");
  article.cite("Brouwer C. Tea revisited. J Nutr. 2005;135:9-12.");
  const auto result = article.citations();
  ASSERT_THAT(result.citations, SizeIs(1));
  EXPECT_EQ(result.citations[0].kind, CitationKind::attribution);
  EXPECT_EQ(result.citations[0].reference, 0U);
}

TEST(Citations, AnAttributionThatFitsTwoPointsAtNone) {
  Article article;
  article.add(BlockKind::paragraph, "A trial by Alder et al. found less iron uptake.");
  article.cite("Alder B, Stone P. Iron and tea. J Nutr. 2001;131:1-4.");
  article.cite("Alder B, Stone P. More tea. J Nutr. 2003;133:5-8.");
  EXPECT_FALSE(article.citations().citations.at(0).reference.has_value());
  EXPECT_THAT(article.citations().citations.at(0).candidates, testing::ElementsAre(0U, 1U));
}

TEST(Citations, KindsHaveNames) {
  EXPECT_EQ(to_string(CitationKind::marker), "marker");
  EXPECT_EQ(to_string(CitationKind::author_year), "author-year");
  EXPECT_EQ(to_string(CitationKind::attribution), "attribution");
}

}  // namespace
}  // namespace claimbase
