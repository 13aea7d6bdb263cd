// What the score of a sentence is made of, against the formula and the store's own numbers.
#include "query/sentence_explain.h"

#include <gmock/gmock.h>

#include <cmath>
#include <numeric>

#include "query/search.h"
#include "schema/store.h"
#include "tests/query/sample_store.h"

namespace claimbase {
namespace {

using testing::DoubleNear;
using testing::IsEmpty;

class Explained : public testing::Test {
 protected:
  SearchResult ask(const std::string& typed, bool expand = true) { return search(db_, {typed, {}, 10, expand, true}); }
  /// Of all in the index.
  double rows(const std::string& index) {
    return static_cast<double>(*db_.integer("SELECT count(*) FROM sentence_fts_" + index + "_docsize"));
  }
  double with(const std::string& index, const std::string& query) {
    const std::string table = "sentence_fts_" + index;
    Statement count(db_, "SELECT count(*) FROM " + table + " WHERE " + table + " MATCH ?1");
    count.bind(1, std::string_view(query));
    return count.step() ? static_cast<double>(count.integer(0)) : 0;
  }

 private:
  SampleStore store_;
  Database db_ = open_reader(store_.file());
  Transaction reading_{db_, Transaction::Kind::read};
};

double idf(double rows, double with) {
  return std::log1p((rows - with + 0.5) / (with + 0.5));
}

// BM25 with k1 = 1.2 and b = 0.75.
double part(double idf, double frequency, double length, double mean) {
  return idf * frequency * 2.2 / (frequency + 1.2 * (0.25 + 0.75 * length / mean));
}

class PartsAddUp : public Explained, public testing::WithParamInterface<const char*> {};
TEST_P(PartsAddUp, ToTheScoreOfTheHit) {
  for (const bool expand : {true, false}) {
    for (const SearchResult::Hit& hit : ask(GetParam(), expand).hits) {
      ASSERT_TRUE(hit.explanation);
      double sum = std::accumulate(hit.explanation->parts.begin(), hit.explanation->parts.end(), 0.0,
                                   [](double all, const SentencePart& each) { return all + each.score; });
      for (const SentencePrior& prior : hit.explanation->priors) sum *= prior.factor;
      EXPECT_THAT(sum, DoubleNear(hit.score, 1e-9)) << hit.place.text;
      EXPECT_THAT(hit.explanation->score, DoubleNear(hit.score, 1e-9)) << hit.place.text;
      EXPECT_GT(hit.score, 0) << hit.place.text;
    }
  }
}
INSTANTIATE_TEST_SUITE_P(Typed, PartsAddUp,
                         testing::Values("bloeddruk", "magnesium", "magnesium bloeddruk", "bloeddrukverlaging",
                                         "vaten daling", "\"blood pressure\"", "magnesium 300 mg", "bestel", "migraine",
                                         "magnesium magnesium", "garlic 0,3 g"));

TEST_F(Explained, ATypedWord) {
  const SearchResult found = ask("migraine");
  ASSERT_EQ(found.hits.size(), 1U);
  const SentenceExplanation& why = *found.hits.front().explanation;
  ASSERT_EQ(why.parts.size(), 1U);
  const SentencePart& word = why.parts.front();
  EXPECT_EQ(word.term, "migraine");
  EXPECT_EQ(word.origin, PartOrigin::typed);
  EXPECT_EQ(word.in_sentence, 1);
  EXPECT_EQ(word.in_headings, 0);
  EXPECT_THAT(word.idf, DoubleNear(idf(rows("nl"), with("nl", "migraine")), 1e-12));
  EXPECT_THAT(word.score, DoubleNear(part(word.idf, 1, why.length, why.mean_length), 1e-12));
  ASSERT_EQ(why.priors.size(), 1U);
  EXPECT_EQ(why.priors.front().name, "claims");
  EXPECT_THAT(why.score, DoubleNear(word.score * 1.3, 1e-12));
}

TEST_F(Explained, AWordAboveTheSentenceCountsLess) {
  const SearchResult found = ask("vaten daling");
  ASSERT_EQ(found.hits.size(), 1U);
  const SentenceExplanation& why = *found.hits.front().explanation;
  ASSERT_EQ(why.parts.size(), 2U);
  EXPECT_EQ(why.parts[0].in_headings, 1);
  EXPECT_EQ(why.parts[0].in_sentence, 0);
  EXPECT_THAT(why.parts[0].frequency, DoubleNear(0.3, 1e-12));
  EXPECT_THAT(why.parts[0].score, DoubleNear(part(why.parts[0].idf, 0.3, why.length, why.mean_length), 1e-12));
  EXPECT_THAT(why.parts[1].frequency, DoubleNear(1, 1e-12));
}

TEST_F(Explained, WhatStandsForAWordCountsEightTenths) {
  for (const SearchResult::Hit& hit : ask("bloeddruk").hits) {
    ASSERT_EQ(hit.explanation->parts.size(), 1U);
    const SentencePart& only = hit.explanation->parts.front();
    EXPECT_EQ(only.origin, hit.own ? PartOrigin::typed : PartOrigin::label) << hit.place.text;
    EXPECT_EQ(only.weight, hit.own ? 1 : 0.8) << hit.place.text;
    const SentenceExplanation& why = *hit.explanation;
    EXPECT_THAT(only.score,
                DoubleNear(only.weight * part(only.idf, only.frequency, why.length, why.mean_length), 1e-12));
  }
}

TEST_F(Explained, AMenuCountsHalf) {
  const SearchResult found = ask("bestel");
  ASSERT_EQ(found.hits.size(), 1U);
  const SentenceExplanation& why = *found.hits.front().explanation;
  ASSERT_EQ(why.priors.size(), 1U);
  EXPECT_EQ(why.priors.front().name, "no content");
  EXPECT_EQ(why.priors.front().factor, 0.5);
}

TEST_F(Explained, NothingFoundIsNotExplained) {
  EXPECT_THAT(ask("fiets").hits, IsEmpty());
}

}  // namespace
}  // namespace claimbase
