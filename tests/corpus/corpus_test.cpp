// Each row of tests/corpus_expectations.tsv against the analysis of its article, with the vocabulary that is built in.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "analysis/article.h"
#include "analysis/claim/extractor.h"
#include "tests/corpus/expectation.h"

namespace claimbase {
namespace {

const Vocabulary& vocabulary() {
  static const Vocabulary built_in = Vocabulary::built_in();
  return built_in;
}

// Each article is read once a program.
const ArticleAnalysis& analysis_of(const std::string& file) {
  static ClaimExtractor extractor(vocabulary());
  static std::map<std::string, ArticleAnalysis> read;
  const auto known = read.find(file);
  if (known != read.end()) return known->second;
  return read.emplace(file, analyze_article(read_article(file), {}, extractor)).first->second;
}

std::string or_dash(const std::string& text) {
  return text.empty() ? "-" : text;
}

std::size_t count(const ArticleAnalysis& analysis, CitationKind kind) {
  return static_cast<std::size_t>(std::ranges::count(analysis.citations, kind, &Citation::kind));
}

// The sentences that a row names.
std::set<std::uint32_t> sentences_named(const ArticleAnalysis& analysis, std::string_view words) {
  std::set<std::uint32_t> named;
  for (std::uint32_t i = 0; i < analysis.sentences.size(); ++i) {
    if (begins_with(analysis.sentences[i].range.of(analysis.document.text), words)) named.insert(i);
  }
  return named;
}

// As sentences_named(), and all sentences of the blocks that it names.
std::set<std::uint32_t> passages_named(const ArticleAnalysis& analysis, std::string_view words) {
  std::set<std::uint32_t> named = sentences_named(analysis, words);
  for (std::uint32_t i = 0; i < analysis.sentences.size(); ++i) {
    const Block& block = analysis.document.blocks[analysis.sentences[i].block];
    if (begins_with(block.range.of(analysis.document.text), words)) named.insert(i);
  }
  return named;
}

std::string article_facts(const ArticleAnalysis& analysis) {
  const Document& document = analysis.document;
  return or_dash(document.title) + " | " + or_dash(document.alternative_title) + " | " + or_dash(document.date) +
         " | " + or_dash(document.publisher) + " | " + document.language + " | " +
         std::to_string(analysis.references.size()) + " | " + std::to_string(count(analysis, CitationKind::marker)) +
         " | " + std::to_string(count(analysis, CitationKind::author_year));
}

// Every number that the markers of the sentences print, resolved or not.
std::string markers(const ArticleAnalysis& analysis, const std::set<std::uint32_t>& sentences) {
  std::string all;
  for (const Citation& citation : analysis.citations) {
    if (citation.kind != CitationKind::marker || !sentences.contains(citation.sentence)) continue;
    all += (all.empty() ? "" : ",") + citation.marker;
  }
  return all;
}

// "Stabler 2013" of the reference that is cited; "unresolved" where there is none.
std::string authors_and_years(const ArticleAnalysis& analysis, const std::set<std::uint32_t>& sentences) {
  std::string all;
  for (const Citation& citation : analysis.citations) {
    if (citation.kind != CitationKind::author_year || !sentences.contains(citation.sentence)) continue;
    if (!all.empty()) all += "; ";
    if (!citation.reference) {
      all += "unresolved";
      continue;
    }
    const Reference& reference = analysis.references[*citation.reference];
    if (!reference.authors.empty()) all += reference.authors.front().family + ' ';
    all += std::to_string(reference.year.value_or(0));
  }
  return all;
}

bool fits(const Attribution& attribution, const Expectation& expected) {
  const auto is = [](std::string_view value, std::string_view field) { return field == "-" || value == field; };
  return attribution.specific && is(attribution.journal, expected.field(0)) &&
         is(attribution.year ? std::to_string(*attribution.year) : "", expected.field(1)) &&
         is(attribution.organisation, expected.field(2));
}

std::string shown(const Attribution& attribution) {
  return or_dash(attribution.journal) + " | " + (attribution.year ? std::to_string(*attribution.year) : "-") + " | " +
         or_dash(attribution.organisation) + (attribution.specific ? "" : " (not specific)");
}

bool is_or_is_below(ConceptScheme scheme, const std::string& id, std::string_view expected) {
  if (is_one_of(id, expected)) return true;
  return std::ranges::any_of(vocabulary().broader_chain(scheme, id),
                             [&](const std::string& broader) { return is_one_of(broader, expected); });
}

bool fits(const Mention& mention, const Expectation& expected) {
  return is_or_is_below(ConceptScheme::substance, mention.substance, expected.field(0)) &&
         is_one_of(to_string(mention.relation), expected.field(1)) &&
         is_or_is_below(ConceptScheme::outcome, mention.outcome, expected.field(2)) &&
         is_one_of(to_string(mention.polarity), expected.field(3)) &&
         is_one_of(to_string(mention.certainty), expected.field(4)) &&
         (expected.field(5) == "-" || is_one_of(to_string(mention.exposure), expected.field(5)));
}

std::string shown(const Mention& mention) {
  std::string line = mention.substance + " | " + std::string(to_string(mention.relation)) + " | " + mention.outcome;
  line += " | " + std::string(to_string(mention.polarity)) + " | " + std::string(to_string(mention.certainty));
  return line + " | " + std::string(to_string(mention.exposure));
}

template <class Fits>
std::string missing_among(const std::vector<std::string>& shown_ones, bool found, const Fits& expected) {
  if (found) return "";
  std::string wrong = "no " + testing::PrintToString(expected) + "\n  among";
  for (const std::string& one : shown_ones) wrong += "\n    " + one;
  return wrong + (shown_ones.empty() ? " none" : "");
}

std::string wrong_attributions(const ArticleAnalysis& analysis, const std::set<std::uint32_t>& sentences,
                               const Expectation& expected) {
  std::vector<std::string> all;
  bool found = false;
  for (const Citation& citation : analysis.citations) {
    if (!citation.attribution || !sentences.contains(citation.sentence)) continue;
    all.push_back(shown(*citation.attribution));
    found = found || fits(*citation.attribution, expected);
  }
  return missing_among(all, found, expected);
}

std::string wrong_claims(const ArticleAnalysis& analysis, const std::set<std::uint32_t>& sentences,
                         const Expectation& expected) {
  std::vector<std::string> all;
  bool found = false;
  for (const Mention& mention : analysis.mentions) {
    if (!sentences.contains(mention.sentence)) continue;
    all.push_back(shown(mention));
    found = found || fits(mention, expected);
  }
  if (expected.kind == "silent") {
    return all.empty() ? "" : "claims " + all.front();
  }
  return missing_among(all, found, expected);
}

std::string differs(const std::string& found, const std::string& expected) {
  return found == expected ? "" : "expected " + expected + "\n  found    " + found;
}

std::string text_of(const ArticleAnalysis& analysis, const std::set<std::uint32_t>& sentences) {
  std::string all;
  for (const std::uint32_t i : sentences)
    all += "\n  in       " + folded_space(analysis.sentences[i].range.of(analysis.document.text));
  return all;
}

std::string difference_within(const ArticleAnalysis& analysis, const std::set<std::uint32_t>& sentences,
                              const Expectation& expected) {
  if (sentences.empty()) return "no sentence begins so";
  if (expected.kind == "citation") return differs(markers(analysis, sentences), std::string(expected.field(0)));
  if (expected.kind == "author-year")
    return differs(authors_and_years(analysis, sentences), std::string(expected.field(0)));
  if (expected.kind == "attribution") return wrong_attributions(analysis, sentences, expected);
  return wrong_claims(analysis, sentences, expected);
}

// What is wrong; empty where all is as expected.
std::string difference(const Expectation& expected) {
  const ArticleAnalysis& analysis = analysis_of(expected.article);
  if (expected.kind == "article") {
    std::string facts = expected.words;
    for (const std::string& field : expected.fields) facts += " | " + field;
    return differs(article_facts(analysis), facts);
  }
  const std::set<std::uint32_t> sentences =
      expected.kind == "silent" ? passages_named(analysis, expected.words) : sentences_named(analysis, expected.words);
  const std::string wrong = difference_within(analysis, sentences, expected);
  return wrong.empty() ? wrong : wrong + text_of(analysis, sentences);
}

class CorpusTest : public testing::TestWithParam<Expectation> {};

TEST_P(CorpusTest, IsReadAsACarefulReaderDoes) {
  const Expectation& expected = GetParam();
  ASSERT_FALSE(read_article(expected.article).empty()) << "no such article";
  const std::string wrong = difference(expected);
  if (expected.known) {
    EXPECT_FALSE(wrong.empty()) << "is right now, so take the word \"known\" out of its row";
  } else {
    EXPECT_TRUE(wrong.empty()) << wrong;
  }
}

INSTANTIATE_TEST_SUITE_P(Rows, CorpusTest, testing::ValuesIn(read_expectations()),
                         [](const auto& tested) { return tested.param.name; });

TEST(CorpusRows, HaveTheColumnsOfTheirKind) {
  const std::map<std::string, std::size_t> columns = {{"article", 7},     {"citation", 1}, {"author-year", 1},
                                                      {"attribution", 3}, {"claim", 6},    {"silent", 0}};
  for (const Expectation& row : read_expectations()) {
    const auto kind = columns.find(row.kind);
    ASSERT_TRUE(kind != columns.end()) << row.name;
    EXPECT_EQ(row.fields.size(), kind->second) << row.name;
  }
}

// The rows of markers are all there are, so that a marker too many shows in the article's count.
TEST(CorpusRows, CountTheCitationsThatTheyList) {
  std::map<std::string, std::pair<std::size_t, std::size_t>> listed;
  for (const Expectation& row : read_expectations()) {
    if (row.kind == "citation")
      listed[row.article].first += 1 + static_cast<std::size_t>(std::ranges::count(row.field(0), ','));
    if (row.kind == "author-year") ++listed[row.article].second;
  }
  for (const Expectation& row : read_expectations()) {
    if (row.kind != "article") continue;
    EXPECT_EQ(std::to_string(listed[row.article].first), row.field(5)) << row.name;
    EXPECT_EQ(std::to_string(listed[row.article].second), row.field(6)) << row.name;
  }
}

TEST(CorpusRows, NameConceptsThatExist) {
  const auto exists = [](ConceptScheme scheme, std::string_view alternatives) {
    return std::ranges::any_of(vocabulary().concepts(), [&](const Concept& one) {
      return one.scheme == scheme && is_one_of(one.id, alternatives);
    });
  };
  for (const Expectation& row : read_expectations()) {
    if (row.kind != "claim") continue;
    EXPECT_TRUE(exists(ConceptScheme::substance, row.field(0))) << row.name;
    EXPECT_TRUE(exists(ConceptScheme::outcome, row.field(2))) << row.name;
  }
}

}  // namespace
}  // namespace claimbase
