#include "indexer/linker.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace claimbase {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// An analysed article, put together by hand.
class Article {
 public:
  std::uint32_t block(BlockKind kind, const std::vector<std::string>& sentences, int lead_in = -1) {
    Block made;
    made.kind = kind;
    made.lead_in = lead_in;
    made.range.begin = size();
    const auto index = static_cast<std::uint32_t>(analysis_.document.blocks.size());
    for (const std::string& each : sentences) {
      const std::uint32_t begin = size();
      analysis_.document.text += each + ' ';
      analysis_.sentences.push_back({index, {begin, size() - 1}});
    }
    made.range.end = size();
    analysis_.document.blocks.push_back(made);
    return index;
  }

  Article& references(std::size_t count) {
    analysis_.references.resize(count);
    return *this;
  }

  // The mention of `outcome`, by its first place in the sentence.
  Article& mention(std::uint32_t sentence, const std::string& outcome) {
    Mention made;
    made.sentence = sentence;
    made.outcome_range = find(sentence, outcome);
    analysis_.mentions.push_back(made);
    return *this;
  }

  Article& marker(std::uint32_t sentence, const std::string& number, int entry) {
    Citation made;
    made.sentence = sentence;
    made.range = find(sentence, number);
    made.marker = number;
    if (entry >= 0) made.reference = static_cast<std::uint32_t>(entry);
    analysis_.citations.push_back(made);
    return *this;
  }

  Article& attribution(std::uint32_t sentence, const std::string& words, bool specific, int entry = -1) {
    Citation made;
    made.kind = CitationKind::attribution;
    made.sentence = sentence;
    made.range = find(sentence, words);
    made.attribution.emplace().specific = specific;
    if (entry >= 0) made.reference = static_cast<std::uint32_t>(entry);
    analysis_.citations.push_back(made);
    return *this;
  }

  // "mention link weight citation entry", "-" for none.
  [[nodiscard]] std::vector<std::string> links() const {
    std::vector<std::string> shown;
    const auto index = [](int value) { return value < 0 ? std::string("-") : std::to_string(value); };
    for (const EvidenceRecord& each : link_evidence(analysis_)) {
      shown.push_back(fmt::format("{} {} {} {} {}", each.mention, to_string(each.link), each.weight,
                                  index(each.citation), index(each.entry)));
    }
    return shown;
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(analysis_.document.text.size()); }

  ByteRange find(std::uint32_t sentence, const std::string& words) const {
    const ByteRange range = analysis_.sentences.at(sentence).range;
    const auto at = static_cast<std::uint32_t>(analysis_.document.text.find(words, range.begin));
    EXPECT_LT(at, range.end) << words;
    return {at, at + static_cast<std::uint32_t>(words.size())};
  }

  ArticleAnalysis analysis_;
};

TEST(Linker, MarkerCitesItsOwnSentenceOnly) {
  Article article;
  article.block(BlockKind::paragraph, {"Zink steunt de afweer.1", "Het steunt ook de huid.", "Drink water."});
  article.references(1).mention(0, "afweer").mention(1, "huid").marker(0, "1", 0);
  EXPECT_THAT(article.links(), ElementsAre("0 marker 1 0 -"));
}

TEST(Linker, AllMarkersOfAGroupCite) {
  Article article;
  article.block(BlockKind::paragraph, {"Zink steunt de afweer.1,2"});
  article.references(2).mention(0, "afweer").marker(0, "1", 0).marker(0, "2", 1);
  EXPECT_THAT(article.links(), ElementsAre("0 marker 1 0 -", "0 marker 1 1 -"));
}

TEST(Linker, MarkerAfterACommaCitesWhatStandsBeforeIt) {
  Article article;
  article.block(BlockKind::paragraph, {"Zink steunt de afweer1, herstelt de huid2 en helpt het haar."});
  article.references(2).mention(0, "afweer").mention(0, "huid").mention(0, "haar");
  article.marker(0, "1", 0).marker(0, "2", 1);
  EXPECT_THAT(article.links(), ElementsAre("0 marker 1 0 -", "1 marker 1 1 -", "2 marker 1 1 -"));
}

TEST(Linker, MarkerBeforeAnyClaimCitesTheWholeSentence) {
  Article article;
  article.block(BlockKind::paragraph, {"Onderzoek[1] bij ouderen toont dat zink de afweer en de huid steunt.[2]"});
  article.references(2).mention(0, "afweer").mention(0, "huid").marker(0, "[1]", 0).marker(0, "[2]", 1);
  EXPECT_THAT(article.links(), ElementsAre("0 marker 1 0 -", "0 marker 1 1 -", "1 marker 1 0 -", "1 marker 1 1 -"));
}

TEST(Linker, UnresolvedMarkerIsKept) {
  Article article;
  article.block(BlockKind::paragraph, {"Zink steunt de afweer.9"});
  article.references(1).mention(0, "afweer").marker(0, "9", -1);
  EXPECT_THAT(article.links(), ElementsAre("0 marker 1 0 -"));
}

TEST(Linker, LeadInCitesForEachItem) {
  Article article;
  const auto lead = static_cast<int>(article.block(BlockKind::paragraph, {"Zink is bekend.", "Zink helpt bij:7"}));
  article.block(BlockKind::list_item, {"verkoudheid"}, lead);
  article.block(BlockKind::list_item, {"acne.2"}, lead);
  article.references(2).mention(0, "bekend").mention(2, "verkoudheid").mention(3, "acne");
  article.marker(1, "7", 0).marker(3, "2", 1);
  EXPECT_THAT(article.links(),
              ElementsAre("0 same-paragraph 0.5 0 -", "1 lead-in 0.9 0 -", "2 marker 1 1 -", "2 lead-in 0.9 0 -"));
}

TEST(Linker, OnlyTheLeadInsLastSentenceIntroduces) {
  Article article;
  const auto lead = static_cast<int>(article.block(BlockKind::paragraph, {"Zink is bekend.1", "Zink helpt bij:"}));
  article.block(BlockKind::list_item, {"verkoudheid"}, lead);
  article.references(1).mention(2, "verkoudheid").marker(0, "1", 0);
  EXPECT_THAT(article.links(), IsEmpty());
}

TEST(Linker, TableHeaderCitesForItsRows) {
  Article article;
  const auto lead = static_cast<int>(article.block(BlockKind::paragraph, {"Effecten van zink3"}));
  const auto header = static_cast<int>(article.block(BlockKind::table_header, {"Vorm Effect4"}, lead));
  article.block(BlockKind::table_row, {"Gluconaat korter verkouden"}, header);
  article.references(4).mention(2, "verkouden").marker(0, "3", 2).marker(1, "4", 3);
  EXPECT_THAT(article.links(), ElementsAre("0 lead-in 0.9 0 -", "0 lead-in 0.9 1 -"));
}

TEST(Linker, AttributionInTheLeadInIsWeaker) {
  Article article;
  const auto lead = static_cast<int>(article.block(BlockKind::paragraph, {"Volgens EFSA steunt zink:"}));
  article.block(BlockKind::list_item, {"de afweer"}, lead);
  article.mention(1, "afweer").attribution(0, "EFSA", true);
  EXPECT_THAT(article.links(), ElementsAre("0 lead-in 0.7 0 -"));
}

TEST(Linker, QuestionDoesNotCiteForItsAnswer) {
  Article article;
  const auto question = static_cast<int>(article.block(BlockKind::question, {"Helpt zink?1"}));
  article.block(BlockKind::answer, {"Zink verkort een verkoudheid."}, question);
  article.references(1).mention(1, "verkoudheid").marker(0, "1", 0);
  EXPECT_THAT(article.links(), IsEmpty());
}

TEST(Linker, UntraceableAttributionIsEvidence) {
  Article article;
  article.block(BlockKind::paragraph, {"Een proef uit 2019 in Nutrients vond dat zink de afweer steunt."});
  article.mention(0, "afweer").attribution(0, "Een proef uit 2019 in Nutrients", true);
  EXPECT_THAT(article.links(), ElementsAre("0 attribution 0.8 0 -"));
}

TEST(Linker, ResolvedAttributionBesideItsOwnMarkerIsOneLink) {
  Article article;
  article.block(BlockKind::paragraph, {"Een proef uit 2019 vond dat zink de afweer steunt.1"});
  article.references(1).mention(0, "afweer").attribution(0, "Een proef uit 2019", true, 0).marker(0, "1", 0);
  // The year's own digit is found first; what counts is the sentence.
  EXPECT_THAT(article.links(), ElementsAre("0 marker 1 1 -"));
}

TEST(Linker, CitationTwoSentencesOnIsWeaker) {
  Article article;
  article.block(BlockKind::paragraph, {"Zink steunt de afweer.", "Dat is bekend.", "Zie ook daar.1", "En hier.2"});
  article.references(2).mention(0, "afweer").marker(2, "1", 0).marker(3, "2", 1);
  EXPECT_THAT(article.links(), ElementsAre("0 same-paragraph 0.5 0 -"));
}

TEST(Linker, NextParagraphIsNotLookedAt) {
  Article article;
  article.block(BlockKind::paragraph, {"Zink steunt de afweer."});
  article.block(BlockKind::paragraph, {"Dat is bekend.1"});
  article.references(1).mention(0, "afweer").marker(1, "1", 0);
  EXPECT_THAT(article.links(), IsEmpty());
}

TEST(Linker, GenericAttributionIsWeakAndStopsNothing) {
  Article article;
  article.block(BlockKind::paragraph, {"Studies tonen dat zink de afweer steunt.", "Dat bleek in Zweden.1"});
  article.references(1).mention(0, "afweer").attribution(0, "Studies tonen", false).marker(1, "1", 0);
  EXPECT_THAT(article.links(), ElementsAre("0 same-paragraph 0.5 1 -", "0 attribution 0.3 0 -"));
}

TEST(Linker, ListWithoutMarkersSupportsWhatHasNoOtherEvidence) {
  Article article;
  article.block(BlockKind::paragraph, {"Zink steunt de afweer.", "Volgens EFSA steunt het de huid."});
  article.block(BlockKind::paragraph, {"Het steunt het haar."});
  article.references(2).mention(1, "huid").mention(2, "haar").attribution(1, "EFSA", true);
  EXPECT_THAT(article.links(),
              ElementsAre("0 attribution 0.8 0 -", "1 reference-list 0.2 - 0", "1 reference-list 0.2 - 1"));
}

TEST(Linker, LinksAreBounded) {
  Article article;
  std::string sentence = "Zink steunt de afweer.";
  for (int i = 0; i < 300; ++i) sentence += fmt::format("[{:03}]", i);
  article.block(BlockKind::paragraph, {sentence});
  article.references(300).mention(0, "afweer");
  for (int i = 0; i < 300; ++i) article.marker(0, fmt::format("[{:03}]", i), i);
  EXPECT_EQ(article.links().size(), kMostLinks);
}

TEST(Linker, ListTooLongToSupportAnythingIsLeftOut) {
  Article article;
  article.block(BlockKind::paragraph, {"Zink steunt de afweer."});
  article.references(kMostLinks + 1).mention(0, "afweer");
  EXPECT_THAT(article.links(), IsEmpty());
}

TEST(Linker, EmptyArticle) {
  EXPECT_THAT(link_evidence(ArticleAnalysis()), IsEmpty());
}

}  // namespace
}  // namespace claimbase
