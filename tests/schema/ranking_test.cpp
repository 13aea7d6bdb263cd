#include <gmock/gmock.h>

#include <cmath>

#include "schema/fts5_api.h"
#include "tests/schema/sample.h"

namespace claimbase {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::UnorderedElementsAreArray;

using Scores = std::vector<std::pair<std::int64_t, double>>;

class Ranking : public testing::Test {
 protected:
  Ranking() : db(":memory:", OpenMode::create) {
    EXPECT_EQ(register_full_text(db.handle()), 0);
    db.execute("CREATE VIRTUAL TABLE t USING fts5 (title, body, tokenize = 'claimbase und')");
  }
  void add(std::string_view title, std::string_view body) {
    Statement(db, "INSERT INTO t VALUES (?1, ?2)").bind(1, title).bind(2, body).run();
  }
  Scores scores(const std::string& call, std::string_view match) {
    Statement rows(db, "SELECT rowid, " + call + " AS score FROM t WHERE t MATCH ?1 ORDER BY score, rowid");
    rows.bind(1, match);
    Scores found;
    while (rows.step()) found.emplace_back(rows.integer(0), rows.real(1));
    return found;
  }
  std::vector<std::int64_t> order(const std::string& call, std::string_view match, std::size_t limit = 100) {
    std::vector<std::int64_t> rows;
    for (const auto& [row, score] : scores(call, match)) {
      if (rows.size() < limit) rows.push_back(row);
    }
    return rows;
  }
  Database db;
};

double bm25(double rows, double rows_with, double frequency, double length, double mean) {
  const double idf = std::log(1 + (rows - rows_with + 0.5) / (rows_with + 0.5));
  return -idf * frequency * 2.2 / (frequency + 1.2 * (0.25 + 0.75 * length / mean));
}

TEST_F(Ranking, EqualsBm25ByHand) {
  add("aap", "noot mies");             // 3 words
  add("noot", "aap aap wim zus jet");  // 6
  add("teun", "vuur");                 // 2
  add("gijs", "");                     // 1; mean 3
  const Scores found = scores("claim_rank(t, 't')", "aap");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].first, 2);
  EXPECT_THAT(found[0].second, DoubleNear(bm25(4, 2, 2, 6, 3), 1e-12));
  EXPECT_EQ(found[1].first, 1);
  EXPECT_THAT(found[1].second, DoubleNear(bm25(4, 2, 1, 3, 3), 1e-12));
  const Scores two = scores("claim_rank(t, 't')", "aap OR noot");
  ASSERT_EQ(two.size(), 2U);
  EXPECT_EQ(two[0].first, 1);
  EXPECT_THAT(two[0].second, DoubleNear(2 * bm25(4, 2, 1, 3, 3), 1e-12));
  EXPECT_EQ(scores("claim_rank(t)", "aap OR noot"), two);  // lengths looked up one by one: the same scores
}

TEST_F(Ranking, WeightsOfColumns) {
  add("aap", "noot");
  add("noot", "aap");
  EXPECT_THAT(order("claim_rank(t, 't', 5.0, 1.0)", "aap"), ElementsAre(1, 2));
  EXPECT_THAT(order("claim_rank(t, 't', 1.0, 5.0)", "aap"), ElementsAre(2, 1));
  EXPECT_THAT(order("claim_rank(t, 0.0, 1.0)", "aap"), ElementsAre(2, 1));
  EXPECT_EQ(scores("claim_rank(t, 't', 0.0, 0.0)", "aap")[0].second, 0.0);
}

TEST_F(Ranking, AWordInMostRowsStillCounts) {
  for (int i = 0; i < 5; ++i) add("aap", "noot");
  add("mies", "");
  for (const auto& [row, score] : scores("claim_rank(t, 't')", "aap")) EXPECT_LT(score, -0.1);
}

TEST_F(Ranking, FindsTheSameBestRowsAsFts5) {
  // Words that few rows hold, so that FTS5's lower bound of idf does not come in.
  for (int i = 0; i < 400; ++i) {
    std::string body;
    for (int word = 0; word < 5 + i * 7 % 40; ++word) body += 'w' + std::to_string(i * (word + 3) % 97) + ' ';
    add('w' + std::to_string(i % 89), body);
  }
  for (const char* match : {"w3 OR w17", "w5 w40", "w7", "\"w9 w12\" OR w88"}) {
    EXPECT_THAT(order("claim_rank(t, 't')", match, 5), UnorderedElementsAreArray(order("bm25(t)", match, 5))) << match;
  }
}

TEST_F(Ranking, SeesRowsThatCameAfterTheLengthsWereRead) {
  add("aap", "noot");
  EXPECT_EQ(order("claim_rank(t, 't')", "aap").size(), 1U);
  add("aap", "noot mies wim zus jet teun");
  db.execute("DELETE FROM t WHERE rowid = 1");
  add("aap", "");
  EXPECT_EQ(scores("claim_rank(t, 't')", "aap"), scores("claim_rank(t)", "aap"));
}

TEST_F(Ranking, RowNumbersFarApartAreLookedUp) {
  db.execute(
      "INSERT INTO t(rowid, title, body) VALUES (-9223372036854775807, 'aap', 'x'), (9223372036854775807, 'aap', '')");
  EXPECT_EQ(scores("claim_rank(t, 't')", "aap"), scores("claim_rank(t)", "aap"));
}

TEST_F(Ranking, ANameThatIsNoTableIsNoHarm) {
  add("aap", "noot");
  EXPECT_EQ(scores("claim_rank(t, 'x\"; DROP TABLE t')", "aap"), scores("claim_rank(t)", "aap"));
}

TEST_F(StoreTest, RankingFollowsChangesOfAnotherConnection) {
  Store store = new_store();
  store.replace_article(ArticleBuilder("a.txt").sentence("Magnesium en slaap."));
  Database reader = open_reader(file());
  const auto total = [&](const std::string& rank) {
    double sum = 0;
    Statement rows(reader, "SELECT " + rank + " FROM sentence_fts_nl('magnesium')");
    while (rows.step()) sum += rows.real(0);
    return sum;
  };
  const auto same = [&] {
    const double fast = total("claim_rank(sentence_fts_nl, 'sentence_fts_nl')");
    return fast < 0 && fast == total("claim_rank(sentence_fts_nl)");
  };
  EXPECT_TRUE(same());
  store.replace_article(ArticleBuilder("b.txt").sentence("Over magnesium, veel woorden en nog meer woorden."));
  store.replace_article(ArticleBuilder("a.txt").sentence("Magnesium."));
  EXPECT_TRUE(same());
}

}  // namespace
}  // namespace claimbase
