// One article in six formats says the same in each: scripts/write-formats makes them of one text.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "analysis/article.h"
#include "analysis/claim/extractor.h"
#include "analysis/claim/vocabulary.h"
#include "analysis/convert/pdf_text.h"

namespace claimbase {
namespace {

constexpr auto* kFolder = CLAIMBASE_SOURCE_DIR "/corpus/formats/";
constexpr auto* kName = "nl_ijzer-vermoeidheid.";

const ArticleAnalysis& article_in(const std::string& extension) {
  static std::map<std::string, ArticleAnalysis> read;
  const auto known = read.find(extension);
  if (known != read.end()) return known->second;
  static const Vocabulary vocabulary = Vocabulary::built_in();
  static ClaimExtractor extractor(vocabulary);
  std::ifstream in(std::string(kFolder) + kName + extension, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  EXPECT_FALSE(bytes.empty()) << extension;
  return read
      .emplace(
          extension,
          analyze_article(bytes, {.language = {}, .path = kName + extension, .convert_pdf = convert_pdf}, extractor))
      .first->second;
}

std::string kind_of(const Block& block) {
  return block.kind == BlockKind::title ? "heading" : std::string(to_string(block.kind));
}

// Of what is content or a reference; a page has menus besides.
std::vector<std::string> sentences_of(const ArticleAnalysis& article) {
  std::vector<std::string> lines;
  for (const Sentence& each : article.sentences) {
    const Block& block = article.document.blocks[each.block];
    if (block.role != BlockRole::content && block.role != BlockRole::references) continue;
    lines.push_back(fmt::format("{} {} {}: {}", to_string(block.role), kind_of(block), block.number,
                                each.range.of(article.document.text)));
  }
  return lines;
}

std::string_view sentence_text(const ArticleAnalysis& article, std::uint32_t sentence) {
  return article.sentences[sentence].range.of(article.document.text);
}

std::vector<std::string> mentions_of(const ArticleAnalysis& article) {
  std::vector<std::string> lines;
  for (const Mention& each : article.mentions) {
    lines.push_back(fmt::format("{} {} {} {} {} {} {}: {}", each.substance, to_string(each.relation), each.outcome,
                                to_string(each.exposure), to_string(each.polarity), to_string(each.certainty),
                                each.quantities.size(), sentence_text(article, each.sentence)));
  }
  return lines;
}

std::vector<std::string> citations_of(const ArticleAnalysis& article) {
  std::vector<std::string> lines;
  for (const Citation& each : article.citations) {
    const std::string cited = each.reference ? article.references[*each.reference].doi : "nothing";
    lines.push_back(fmt::format("{} -> {}: {}", each.marker, cited, sentence_text(article, each.sentence)));
  }
  return lines;
}

std::vector<std::string> references_of(const ArticleAnalysis& article) {
  std::vector<std::string> lines;
  for (const Reference& each : article.references) {
    lines.push_back(fmt::format("{}. {} {} {}: {} | {} {}", each.number, each.authors.size(),
                                each.authors.empty() ? "" : each.authors.front().family, each.year.value_or(0),
                                each.title, each.container_title, each.doi));
  }
  return lines;
}

class Formats : public testing::TestWithParam<const char*> {};

TEST_P(Formats, SayWhatThePlainTextSays) {
  const ArticleAnalysis& article = article_in(GetParam());
  const ArticleAnalysis& text = article_in("txt");
  EXPECT_EQ(article.document.title, text.document.title);
  EXPECT_EQ(article.document.language, "nl");
  EXPECT_THAT(sentences_of(article), testing::ElementsAreArray(sentences_of(text)));
  EXPECT_THAT(mentions_of(article), testing::ElementsAreArray(mentions_of(text)));
  EXPECT_THAT(citations_of(article), testing::ElementsAreArray(citations_of(text)));
  EXPECT_THAT(references_of(article), testing::ElementsAreArray(references_of(text)));
}

INSTANTIATE_TEST_SUITE_P(OneArticle, Formats, testing::Values("md", "html", "nxml", "docx", "pdf"),
                         [](const auto& tested) { return std::string(tested.param); });

// What the others are compared with is not empty.
TEST(FormatsOfOneArticle, PlainText) {
  const ArticleAnalysis& text = article_in("txt");
  EXPECT_EQ(text.document.title, "IJzer en vermoeidheid: wanneer helpt het?");
  EXPECT_EQ(text.references.size(), 4U);
  EXPECT_EQ(text.citations.size(), 6U);
  EXPECT_THAT(citations_of(text),
              testing::Contains("3 -> 10.1016/s2352-3026(17)30182-5: om de dag neemt het lichaam naar verhouding meer "
                                "ijzer op dan elke dag;3"));
  EXPECT_GE(text.mentions.size(), 5U);
}

TEST(FormatsOfOneArticle, PositionsAreOfEachFormat) {
  const auto position = [](const std::string& extension, std::string_view words) {
    const ArticleAnalysis& article = article_in(extension);
    return article.document.line_of(static_cast<std::uint32_t>(article.document.text.find(words)));
  };
  EXPECT_EQ(position("txt", "Hoe u het neemt"), 11U) << "a line";
  EXPECT_EQ(position("docx", "Hoe u het neemt"), 6U) << "a paragraph";
  EXPECT_EQ(position("pdf", "Hoe u het neemt"), 1U) << "a page";
  EXPECT_EQ(position("pdf", "Low MS, Speedy J"), 2U);
}

}  // namespace
}  // namespace claimbase
