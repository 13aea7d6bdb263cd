#include "indexer/mapping.h"

#include <gmock/gmock.h>

#include "analysis/claim/extractor.h"
#include "analysis/language/index_words.h"

namespace claimbase {
namespace {

using testing::ElementsAre;

Document document_of(const std::string& text) {
  Document made;
  made.text = text;
  made.language = "nl";
  made.line_starts = {0};
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') made.line_starts.push_back(i + 1);
  }
  return made;
}

Block block(BlockKind kind, ByteRange range, int heading = -1) {
  Block made;
  made.kind = kind;
  made.range = range;
  made.heading = heading;
  return made;
}

TEST(HeadingPath, OutermostFirst) {
  Document document = document_of("Zink\nBij verkoudheid\nHet helpt.");
  document.blocks = {block(BlockKind::title, {0, 4}), block(BlockKind::heading, {5, 20}, 0),
                     block(BlockKind::paragraph, {21, 31}, 1)};
  EXPECT_EQ(heading_path(document, document.blocks[2]), "Zink > Bij verkoudheid");
  EXPECT_EQ(heading_path(document, document.blocks[0]), "");
}

TEST(HeadingPath, LongHeadingIsCutBetweenCharacters) {
  std::string heading(199, 'a');
  heading += "ë en meer";
  Document document = document_of(heading);
  document.blocks = {block(BlockKind::heading, {0, static_cast<std::uint32_t>(heading.size())}),
                     block(BlockKind::paragraph, {0, 1}, 0)};
  EXPECT_EQ(heading_path(document, document.blocks[1]), std::string(199, 'a'));
}

TEST(Mapping, KeepsPlacesLinesAndLanguages) {
  ArticleAnalysis article;
  article.document = document_of("Zink\n\nZink steunt de afweer.\n");
  article.document.title = "Zink";
  article.document.blocks = {block(BlockKind::title, {0, 4}), block(BlockKind::paragraph, {6, 28}, 0)};
  article.document.blocks[1].language = "en";
  article.sentences = {{0, {0, 4}}, {1, {6, 28}}};
  Mention mention;
  mention.sentence = 1;
  mention.substance = "zinc";
  mention.outcome = "immune-function";
  mention.relation = Relation::supports;
  mention.certainty = Certainty::hedged;
  mention.quantities = {{{6, 10}, QuantityKind::dose, 1, 2, "mg"}};
  article.mentions = {mention};
  article.diagnostics = {{Severity::warning, "document.empty", {}, "whole file"},
                         {Severity::note, "reference.no-year", {6, 10}, "here"}};

  const ArticleRecord made = to_record(article, {"in/zink.txt", "ab", 29, 5}, {1, 2, 3, 4});
  EXPECT_EQ(made.path, "in/zink.txt");
  EXPECT_EQ(made.title, "Zink");
  EXPECT_EQ(made.content_hash, "ab");
  EXPECT_EQ(made.size, 29);
  EXPECT_EQ(made.modified, 5);
  EXPECT_EQ(made.versions, (AnalysisVersions{1, 2, 3, 4}));
  ASSERT_EQ(made.blocks.size(), 2U);
  EXPECT_EQ(made.blocks[1].kind, "paragraph");
  EXPECT_EQ(made.blocks[1].line, 3U);
  EXPECT_EQ(made.blocks[1].heading_path, "Zink");
  ASSERT_EQ(made.sentences.size(), 2U);
  EXPECT_EQ(made.sentences[0].language, "nl");
  EXPECT_EQ(made.sentences[1].language, "en");
  EXPECT_EQ(made.sentences[1].text, "Zink steunt de afweer.");
  ASSERT_EQ(made.mentions.size(), 1U);
  EXPECT_EQ(made.mentions[0].relation, "supports");
  EXPECT_EQ(made.mentions[0].certainty, "hedged");
  EXPECT_EQ(made.mentions[0].quantities.at(0).printed, "Zink");
  EXPECT_EQ(made.mentions[0].quantities.at(0).kind, "dose");
  ASSERT_EQ(made.diagnostics.size(), 2U);
  EXPECT_EQ(made.diagnostics[0].line, 0U);
  EXPECT_EQ(made.diagnostics[1].line, 3U);
}

TEST(Mapping, AttributionKeepsItsWordsAndLevel) {
  ArticleAnalysis article;
  article.document = document_of("Volgens EFSA");
  article.document.blocks = {block(BlockKind::paragraph, {0, 12})};
  article.sentences = {{0, {0, 12}}};
  Citation citation;
  citation.kind = CitationKind::attribution;
  citation.range = {8, 12};
  citation.attribution = Attribution{"Nutrients", 2020, StudyDesign::meta_analysis, "Jansen", "EFSA", true};
  article.citations = {citation};
  const CitationRecord made = to_record(article, {}, {}).citations.at(0);
  EXPECT_EQ(made.kind, "attribution");
  EXPECT_EQ(made.entry, -1);
  EXPECT_EQ(made.journal, "Nutrients");
  EXPECT_EQ(made.year, 2020);
  EXPECT_EQ(made.study_design, "meta-analysis");
  EXPECT_EQ(made.level, 1);
  EXPECT_EQ(made.organisation, "EFSA");
  EXPECT_TRUE(made.specific);
}

TEST(Mapping, EveryBuiltInConceptHasAKindThatTheStoreKnows) {
  const Vocabulary vocabulary = Vocabulary::built_in();
  const std::vector<ConceptRecord> records = to_records(vocabulary);
  EXPECT_EQ(records.size(), vocabulary.concepts().size());
  for (const ConceptRecord& each : records) {
    EXPECT_FALSE(each.kind.empty()) << each.id;
    EXPECT_FALSE(each.labels.empty()) << each.id;
  }
}

TEST(Article, OneSentenceForAHeadingARowAndAnEntry) {
  const std::string text = "Zink. En meer\nRij een. Rij twee.\nHet helpt. Heel goed.";
  Document document = document_of(text);
  document.blocks = {block(BlockKind::heading, {0, 13}), block(BlockKind::table_row, {14, 32}),
                     block(BlockKind::paragraph, {33, 54}), block(BlockKind::paragraph, {54, 54})};
  std::vector<std::string> sentences;
  for (const Sentence& each : sentences_of(document)) sentences.emplace_back(each.range.of(text));
  EXPECT_THAT(sentences, ElementsAre("Zink. En meer", "Rij een. Rij twee.", "Het helpt.", "Heel goed."));
}

TEST(Article, AnyBytesGiveAnAnalysis) {
  const Vocabulary vocabulary = Vocabulary::built_in();
  ClaimExtractor extractor(vocabulary);
  EXPECT_TRUE(analyze_article("", {}, extractor).document.blocks.empty());
  const ArticleAnalysis binary = analyze_article(std::string("\0\1\xff\0", 4), {}, extractor);
  EXPECT_TRUE(binary.document.blocks.empty());
  ASSERT_FALSE(binary.diagnostics.empty());
  EXPECT_EQ(binary.diagnostics[0].severity, Severity::error);
}

// What full-text search would find in each sentence by itself.
TEST(Article, KnowsTheWordsOfItsSentences) {
  const Vocabulary vocabulary = Vocabulary::built_in();
  ClaimExtractor extractor(vocabulary);
  const std::string text =
      "# Magnesium en de bloeddruk\n\nMagnesium verlaagt de bloeddruk, ook bij 1,78 gram. Een bloeddrukverlaging helpt "
      "patiënten.\n\n| Stof | Werking |\n|---|---|\n| Zink | steunt de afweer |\n\nWho reads this reads English: zinc "
      "supports the immune system and helps with colds, which most people would like to have less of than they do.\n";
  const ArticleAnalysis article = analyze_article(text, {.language = {}, .path = "a.md"}, extractor);
  const ArticleRecord record = to_record(article, {"a.md", "", 0, 0, 0}, {});
  int known = 0;
  for (const SentenceRecord& each : record.sentences) {
    const bool row = record.blocks[each.block].kind == "table_row";
    EXPECT_FALSE(row && !each.words.empty()) << each.text;
    if (each.words.empty()) continue;
    ++known;
    Analyzer analyzer(each.language);
    std::vector<Word> words;
    analyzer.words(each.text, words);
    std::string expected;
    append_index_words(words, expected);
    EXPECT_EQ(each.words, expected) << each.text;
  }
  EXPECT_EQ(known, 4);  // the title, and three sentences
}

}  // namespace
}  // namespace claimbase
