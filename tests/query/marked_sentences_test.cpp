// What is marked in the sentences that a search found: the same as highlight() of FTS5 marks.
#include "query/marked_sentences.h"

#include <gmock/gmock.h>

#include <map>
#include <random>
#include <string>
#include <vector>

#include "query/match_expression.h"
#include "query/paint.h"
#include "schema/fts5_api.h"
#include "tests/schema/sample.h"

namespace claimbase {

void PrintTo(const MarkedSentence& marked, std::ostream* out) {
  *out << Paint(false).hits(marked.text) << " | " << Paint(false).hits(marked.heading);
}
static bool operator==(const MarkedSentence& a, const MarkedSentence& b) {
  return a.text == b.text && a.heading == b.heading;
}

namespace {

using testing::ElementsAreArray;

class MarkedSentences : public StoreTest {
 protected:
  int below(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }

  // Inflections, compounds and their parts, other writings of one word, and what no index has a place for.
  std::string word() {
    static const std::vector<std::string> kWords{"bloeddruk",  "bloeddrukverlaging",
                                                 "verlaging",  "Verlaagt",
                                                 "verlagen",   "hoge",
                                                 "druk",       "bloed",
                                                 "magnesium",  "magnesiumtekort",
                                                 "tekorten",   "tekort",
                                                 "omega-3",    "omega",
                                                 "3",          "vitamine",
                                                 "C",          "naïeve",
                                                 "naieve",     "slaap",
                                                 "slaapt",     "sleeping",
                                                 "sleeps",     "(de)",
                                                 "de",         "--",
                                                 "…",          "bloeddrukverlagende",
                                                 "supplement", "supplementen"};
    return kWords[random_() % kWords.size()];
  }
  std::string words(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += (i == 0 ? "" : below(6) == 0 ? ", " : " ") + word();
    return text;
  }
  std::vector<std::string> texts(int most) {
    std::vector<std::string> made;
    for (int left = 1 + below(most); left > 0; --left) made.push_back(words(1 + below(3) / 2 + below(8) / 7));
    return made;
  }
  std::vector<QueryGroup> groups() {
    std::vector<QueryGroup> made;
    for (int left = 1 + below(3); left > 0; --left) {
      QueryGroup group{texts(2), {}, {}};
      if (below(2) == 0) group.also = texts(4);
      if (below(3) == 0) group.pieces = {texts(2), texts(2)};
      made.push_back(std::move(group));
    }
    return made;
  }

  Store filled() {
    Store store = new_store();
    for (int i = 0; i < 10; ++i) {
      ArticleBuilder article(std::to_string(i) + ".txt", i % 2 == 0 ? "nl" : "en");
      for (int left = 12; left > 0; --left)
        article.sentence(words(1 + below(12)), below(3) == 0 ? words(1 + below(4)) : "");
      store.replace_article(article);
    }
    return store;
  }

  static std::vector<SentenceHit> all_sentences(const Database& db) {
    std::vector<SentenceHit> hits;
    Statement rows(db, "SELECT key, language FROM sentence ORDER BY key");
    while (rows.step()) hits.push_back({rows.integer(0), 0, true, std::string(rows.text(1)), "", 0});
    return hits;
  }

  std::mt19937_64 random_{20261123};
};

/// Each sentence is indexed for itself alone: of several rows FTS5 (3.40) loses marks, where a phrase beside a word
/// under an OR under an AND misses in one row and the word stands in a later one.
class Fts5Marker {
 public:
  explicit Fts5Marker(const std::string& language) {
    EXPECT_EQ(register_full_text(db_.handle()), 0);
    db_.execute("CREATE VIRTUAL TABLE t USING fts5 (text, heading, tokenize = 'claimbase " + language + "')");
    db_.execute("BEGIN");
  }

  MarkedSentence mark(std::string_view text, std::string_view heading, const std::string& expression) {
    MarkedSentence marked;
    Statement(db_, "INSERT INTO t(rowid, text, heading) VALUES (1, ?1, ?2)").bind(1, text).bind(2, heading).run();
    Statement found(db_, "SELECT highlight(t, 0, ?2, ?3), highlight(t, 1, ?2, ?3) FROM t WHERE t MATCH ?1");
    found.bind_copy(1, expression).bind_copy(2, std::string(1, kHitBegin)).bind_copy(3, std::string(1, kHitEnd));
    while (found.step()) marked = {std::string(found.text(0)), std::string(found.text(1))};
    db_.execute("DELETE FROM t");
    return marked;
  }

 private:
  Database db_{":memory:", OpenMode::create};
};

TEST_F(MarkedSentences, AreWhatFts5Highlights) {
  Store store = filled();
  const std::vector<SentenceHit> hits = all_sentences(store.database());
  Statement sentence(
      store.database(),
      "SELECT s.text, b.heading_path FROM sentence AS s JOIN block AS b ON b.key = s.block WHERE s.key = ?1");
  Fts5Marker dutch("nl");
  Fts5Marker english("en");
  std::map<Marking, int> with_marks;
  for (int i = 0; i < 40; ++i) {
    const std::vector<QueryGroup> asked = groups();
    const std::map<Marking, std::string> expressions{{Marking::own, own_expression(asked, "text")},
                                                     {Marking::expanded, expanded_expression(asked, "text")},
                                                     {Marking::any, any_expression(asked)}};
    for (const auto& [marking, expression] : expressions) {
      const std::vector<MarkedSentence> marked = mark_hits(store.database(), hits, asked, marking);
      for (std::size_t s = 0; s < hits.size(); ++s) {
        with_marks[marking] += marked[s].text.find(kHitBegin) != std::string::npos ? 1 : 0;
        Fts5Marker& marker = hits[s].index == "nl" ? dutch : english;
        for (sentence.bind(1, hits[s].key); sentence.step();)
          ASSERT_EQ(marked[s], marker.mark(sentence.text(0), sentence.text(1), expression)) << expression;
      }
    }
  }
  for (const auto& [marking, count] : with_marks) EXPECT_GT(count, 100);
}

TEST_F(MarkedSentences, AHeadingIsMarkedOnlyWhereSeveralGroupsAreAsked) {
  Store store = new_store();
  store.replace_article(ArticleBuilder("a.txt", "nl").sentence("Magnesium helpt bij slapen.", "Slaap"));
  const std::vector<SentenceHit> hits = all_sentences(store.database());
  const QueryGroup sleep{{"slaap"}, {}, {}};
  const std::string slapen{kHitBegin, 's', 'l', 'a', 'p', 'e', 'n', kHitEnd};
  const std::string slaap{kHitBegin, 'S', 'l', 'a', 'a', 'p', kHitEnd};
  EXPECT_THAT(mark_hits(store.database(), hits, std::vector{sleep}, Marking::own),
              ElementsAreArray({MarkedSentence{"Magnesium helpt bij " + slapen + ".", "Slaap"}}));
  EXPECT_THAT(mark_hits(store.database(), hits, std::vector{sleep, QueryGroup{{"helpt"}, {}, {}}}, Marking::own),
              ElementsAreArray({MarkedSentence{
                  "Magnesium " + std::string{kHitBegin} + "helpt" + kHitEnd + " bij " + slapen + ".", slaap}}));
}

}  // namespace
}  // namespace claimbase
