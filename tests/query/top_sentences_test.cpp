// The exact best sentences, found without scoring all: compared with scoring all, for thousands of queries, on a store
// whose common words have lists, as it was built and after articles have come, changed and gone.
#include "query/top_sentences.h"

#include <gmock/gmock.h>

#include "schema/common_words.h"
#include "tests/query/made_sentences.h"

namespace claimbase {

void PrintTo(const TopSentence& sentence, std::ostream* out) {
  *out << sentence.key << " (" << sentence.score << ')';
}

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

#ifdef __SANITIZE_ADDRESS__
constexpr int kQueries = 300;
constexpr int kRounds = 5;
#else
constexpr int kQueries = 3000;
constexpr int kRounds = 20;
#endif

class TopSentences : public MadeSentences {
 protected:
  std::vector<RankTerm> query() {
    std::vector<RankTerm> terms;
    const int count = 1 + below(6);
    for (int i = 0; i < count; ++i) {
      std::string text = made_word(zipf(kWords));
      for (int more = below(12); more < 2; ++more) text += ' ' + made_word(zipf(20));  // a phrase
      terms.push_back({text, below(3) == 0 ? 0.4 : 1.0});
    }
    return terms;
  }

  void compare(Store& store, int queries) {
    SentenceRanker ranker(store.database());
    int found = 0;
    for (int i = 0; i < queries; ++i) {
      const std::vector<RankTerm> terms = query();
      const std::size_t limit = i % 10 == 0 ? 60 : 10;
      const Match match = i % 2 == 0 ? Match::any : Match::all;
      const std::vector<TopSentence> top = ranker.top(terms, limit, match);
      ASSERT_EQ(top, ranker.top_of_all(terms, limit, match)) << "query " << i << ": " << terms.front().text;
      found += top.empty() ? 0 : 1;
    }
    EXPECT_GT(found, queries * 2 / 5);
  }
};

TEST_F(TopSentences, AreThoseOfScoringAll) {
  Store store = filled(StoreMode::bulk, 120);
  EXPECT_GT(store.database().integer("SELECT count(*) FROM common_word").value_or(0), 3);
  compare(store, kQueries);
}

using Rows = std::vector<std::string>;

// What ranking knows of sentences, as a clean build has gathered it.
Rows sentence_data(Store& store) {
  Rows rows;
  for (const char* sql :
       {"SELECT chunk || ' ' || hex(lengths) || ' ' || hex(traits) || ' ' || hex(totals) FROM sentence_chunk",
        "SELECT rowid || ' ' || language || ' ' || stem || ' ' || rows || ' ' || hex(places) FROM "
        "common_word",
        "SELECT name || ' ' || value FROM meta WHERE name IN ('sentence_data', 'common_words_until')"}) {
    Statement read(store.database(), sql);
    while (read.step()) rows.emplace_back(read.text(0));
  }
  return rows;
}

TEST_F(TopSentences, ACleanBuildGathersWhatTheFullTextWouldGive) {
  Store store = filled(StoreMode::bulk, 120);
  const Rows gathered = sentence_data(store);
  EXPECT_THAT(gathered, SizeIs(testing::Gt(10U)));
  store.optimize();
  EXPECT_EQ(sentence_data(store), gathered);
}

TEST_F(TopSentences, StayExactWhileArticlesComeChangeAndGo) {
  Store store = filled(StoreMode::bulk, 120);
  for (int round = 0; round < kRounds; ++round) {
    for (int i = 0; i < 4; ++i) {
      const int number = below(130);
      if (below(3) == 0) {
        store.remove_article(std::to_string(number) + ".txt");
      } else {
        store.replace_article(article(number));
      }
    }
    ASSERT_THAT(store.check(), IsEmpty());
    compare(store, 60);
  }
  EXPECT_LT(CommonWords(store.database()).until(), store.database().integer("SELECT max(key) FROM sentence"));
  store.optimize();
  EXPECT_EQ(CommonWords(store.database()).until(), store.database().integer("SELECT max(key) FROM sentence"));
  ASSERT_THAT(store.check(), IsEmpty());
  compare(store, 500);
}

TEST_F(TopSentences, AreFoundWhereNoListsWereMade) {
  Store store = filled(StoreMode::read_write, 10);
  EXPECT_EQ(store.database().integer("SELECT count(*) FROM common_word"), 0);
  compare(store, 300);
  store.database().execute("DELETE FROM sentence_chunk");  // as a store that another program has written
  compare(store, 100);
}

TEST_F(TopSentences, RankTheSentenceWithMoreOfTheWordsFirst) {
  Store store = new_store();
  store.replace_article(ArticleBuilder("a.txt")
                            .sentence("Magnesium verlaagt de bloeddruk.")
                            .sentence("De bloeddruk daalt.")
                            .sentence("Spinazie bevat ijzer.", "Magnesium"));
  SentenceRanker ranker(store.database());
  const std::vector<RankTerm> both{{"magnesium"}, {"bloeddruk"}};
  const std::vector<TopSentence> top = ranker.top(both, 10);
  ASSERT_THAT(top, SizeIs(2));  // that of the heading alone is no answer
  EXPECT_EQ(top[0].key, 1);
  EXPECT_EQ(top[1].key, 2);
  EXPECT_GT(top[0].score, top[1].score);
}

TEST_F(TopSentences, WeighWhatTheSentenceIs) {
  Store store = new_store();
  store.replace_article(ArticleBuilder("a.txt")
                            .sentence("Magnesium helpt.")
                            .sentence("Magnesium helpt.")
                            .mention("magnesium", "lowers", "blood-pressure"));
  const std::vector<RankTerm> asked{{"magnesium"}};
  const auto order = [&](const SentencePriors& priors) {
    std::vector<std::int64_t> keys;
    for (const TopSentence& each : SentenceRanker(store.database(), priors).top(asked, 10)) keys.push_back(each.key);
    return keys;
  };
  EXPECT_THAT(order({}), ElementsAre(2, 1));
  EXPECT_THAT(order({.claims = 1.0}), ElementsAre(1, 2));
}

// One list of places ends long before the others.
TEST_F(TopSentences, EndWhereTheFirstWordEnds) {
  Store store = filled(StoreMode::bulk, 60);
  store.replace_article(ArticleBuilder("early.txt").sentence("zeldzame " + made_word(0) + " " + made_word(1)));
  for (int i = 100; i < 140; ++i) store.replace_article(article(i));
  SentenceRanker ranker(store.database());
  const std::vector<RankTerm> terms{{"zeldzame"}, {made_word(0)}, {made_word(1)}};
  EXPECT_THAT(ranker.top(terms, 10, Match::all), SizeIs(1));
  const std::vector<RankTerm> common{{made_word(0)}, {made_word(1)}, {made_word(3)}};
  for (const std::size_t limit : {1U, 2U, 3U, 10U}) {
    EXPECT_EQ(ranker.top(common, limit, Match::all), ranker.top_of_all(common, limit, Match::all));
  }
}

// Of the sentences that came after the lists were written, those with one word end before those of the word that leads,
// and none of them can be among the best any more.
TEST_F(TopSentences, PassOverAWordWhoseNewSentencesHaveEnded) {
  const std::string leader = made_word(0);
  const std::string other = made_word(1);
  std::string filler;
  for (int i = 2; i < 60; ++i) filler += ' ' + made_word(i);
  ArticleBuilder old("old.txt");
  for (int i = 0; i < 300; ++i) old.sentence(leader + ' ' + other);
  for (int i = 0; i < 20; ++i) old.sentence(other);
  Store store = new_store("kb.db", StoreMode::bulk);
  store.replace_article(old);
  store.finish_bulk();
  ArticleBuilder late("late.txt");
  for (int i = 0; i < 3; ++i) late.sentence(other + filler);
  for (int i = 0; i < 3; ++i) late.sentence(leader + filler);
  store.replace_article(late);
  SentenceRanker ranker(store.database());
  const std::vector<RankTerm> terms{{leader}, {other}};
  EXPECT_THAT(ranker.top(terms, 10, Match::all), SizeIs(10));
  EXPECT_EQ(ranker.top(terms, 10, Match::all), ranker.top_of_all(terms, 10, Match::all));
}

TEST_F(TopSentences, OfNothingAskedThereAreNone) {
  Store store = filled(StoreMode::read_write, 1);
  SentenceRanker ranker(store.database());
  EXPECT_THAT(ranker.top({}, 10), IsEmpty());
  const std::vector<RankTerm> signs{{"--"}, {"\xff"}, {"\""}, {""}};
  EXPECT_THAT(ranker.top(signs, 10), IsEmpty());
  const std::vector<RankTerm> known{{made_word(0)}};
  EXPECT_THAT(ranker.top(known, 0), IsEmpty());
  EXPECT_THAT(ranker.top(known, 3), SizeIs(3));
}

}  // namespace
}  // namespace claimbase
