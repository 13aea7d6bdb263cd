// The exact best sentences, found without scoring all: compared with scoring all, for thousands of queries, on a store
// whose common words have lists, as it was built and after articles have come, changed and gone.
#include "query/top_sentences.h"

#include <gmock/gmock.h>

#include <cmath>
#include <random>

#include "schema/common_words.h"
#include "tests/schema/sample.h"

namespace claimbase {

void PrintTo(const TopSentence& sentence, std::ostream* out) {
  *out << sentence.key << " (" << sentence.score << ')';
}

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr int kWords = 400;
constexpr int kSentences = 40;
#ifdef __SANITIZE_ADDRESS__
constexpr int kQueries = 300;
constexpr int kRounds = 5;
#else
constexpr int kQueries = 3000;
constexpr int kRounds = 20;
#endif

// A word by its rank: "wa", "we" ... in a form that no stemmer changes, rank 0 in about every second sentence.
std::string word(int rank) {
  constexpr std::string_view kConsonants = "bdfgkmprtz";
  std::string made = "k";
  for (int rest = rank + 1; rest > 0; rest /= 10)
    made += std::string{'o', kConsonants[static_cast<std::size_t>(rest % 10)]};
  return made + "um";
}

class TopSentences : public StoreTest {
 protected:
  int zipf(int count) {
    const double uniform = static_cast<double>(random_() >> 11U) * 0x1p-53;
    return std::min(static_cast<int>(std::pow(count, uniform)) - 1, count - 1);
  }
  int below(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }

  std::string words(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += word(zipf(kWords)) + ' ';
    return text;
  }

  ArticleBuilder article(int number) {
    ArticleBuilder made(std::to_string(number) + ".txt", number % 3 == 0 ? "en" : "nl");
    const std::string heading = words(2);
    for (int i = 0; i < kSentences; ++i) {
      made.sentence(words(1 + below(20)), i % 4 == 0 ? heading : "");
      if (below(5) == 0) made.mention("magnesium", "lowers", "blood-pressure");
    }
    return made;
  }

  std::vector<RankTerm> query() {
    std::vector<RankTerm> terms;
    const int count = 1 + below(6);
    for (int i = 0; i < count; ++i) {
      std::string text = word(zipf(kWords));
      if (below(12) == 0) text += ' ' + word(zipf(20));  // a phrase
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
      const std::vector<TopSentence> top = ranker.top(terms, limit);
      ASSERT_EQ(top, ranker.top_of_all(terms, limit)) << "query " << i << ": " << terms.front().text;
      found += top.empty() ? 0 : 1;
    }
    EXPECT_GT(found, queries / 2);
  }

  Store filled(StoreMode mode, int articles) {
    Store store = new_store("kb.db", mode);
    for (int i = 0; i < articles; ++i) store.replace_article(article(i));
    if (mode == StoreMode::bulk) store.finish_bulk();
    return store;
  }

  std::mt19937_64 random_{20261122};
};

TEST_F(TopSentences, AreThoseOfScoringAll) {
  Store store = filled(StoreMode::bulk, 120);
  EXPECT_GT(store.database().integer("SELECT count(*) FROM common_word").value_or(0), 3);
  compare(store, kQueries);
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

TEST_F(TopSentences, AreCountedWithoutThoseOfAWord) {
  Store store = filled(StoreMode::bulk, 60);
  for (int i = 0; i < 8; ++i) store.replace_article(article(below(70)));
  SentenceRanker ranker(store.database());
  for (int i = 0; i < 200; ++i) {
    const std::vector<RankTerm> terms = query();
    const std::string without = i % 3 == 0 ? "" : word(zipf(kWords));
    std::vector<TopSentence> all = ranker.top_of_all(terms, 100'000);
    const std::vector<RankTerm> excluded{{without}};
    const std::vector<TopSentence> none = ranker.top_of_all(excluded, 100'000);
    std::erase_if(all, [&](const TopSentence& each) {
      return std::ranges::find(none, each.key, &TopSentence::key) != none.end();
    });
    const FoundSentences found = ranker.find(terms, 10, without);
    EXPECT_EQ(found.total, static_cast<std::int64_t>(all.size()));
    all.resize(std::min<std::size_t>(all.size(), 10));
    ASSERT_EQ(found.best, all) << "query " << i << ": " << terms.front().text << " without " << without;
  }
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

TEST_F(TopSentences, OfNothingAskedThereAreNone) {
  Store store = filled(StoreMode::read_write, 1);
  SentenceRanker ranker(store.database());
  EXPECT_THAT(ranker.top({}, 10), IsEmpty());
  const std::vector<RankTerm> signs{{"--"}, {"\xff"}, {"\""}, {""}};
  EXPECT_THAT(ranker.top(signs, 10), IsEmpty());
  const std::vector<RankTerm> known{{word(0)}};
  EXPECT_THAT(ranker.top(known, 0), IsEmpty());
  EXPECT_THAT(ranker.top(known, 3), SizeIs(3));
}

}  // namespace
}  // namespace claimbase
