// Sentences with all groups of a query, compared with what FTS5 finds for the query's expression and with scoring each
// of them.
#include "query/group_search.h"

#include <gmock/gmock.h>

#include <functional>
#include <map>
#include <set>

#include "query/best_scores.h"
#include "query/match_expression.h"
#include "query/partial_search.h"
#include "schema/word_places.h"
#include "tests/query/made_sentences.h"

namespace claimbase {

void PrintTo(const TopSentence& sentence, std::ostream* out) {
  *out << sentence.key << " (" << sentence.score << ')';
}

namespace {

using testing::IsEmpty;

#ifdef __SANITIZE_ADDRESS__
constexpr int kQueries = 40;
#else
constexpr int kQueries = 120;
#endif

std::set<std::int64_t> found_by_fts5(Database& db, std::string_view index, const std::string& expression) {
  const std::string table = "sentence_fts_" + std::string(index);
  std::set<std::int64_t> keys;
  Statement rows(db, "SELECT rowid FROM " + table + " WHERE " + table + " MATCH ?1");
  for (rows.bind(1, std::string_view(expression)); rows.step();) keys.insert(rows.integer(0));
  return keys;
}

class GroupSearch : public MadeSentences {
 protected:
  using Counts = std::map<std::int64_t, std::uint8_t>;

  std::string text(int ranks) {
    std::string made = made_word(zipf(ranks));
    if (below(4) == 0) made += ' ' + made_word(zipf(20));
    return made;
  }
  Alternatives texts(int most, int ranks) {
    Alternatives made;
    for (int i = below(most + 1); i > 0; --i) made.push_back(text(ranks));
    return made;
  }

  std::vector<QueryGroup> query() {
    std::vector<QueryGroup> groups;
    for (int i = 1 + below(3); i > 0; --i) {
      QueryGroup group{{text(200)}, {}, {}};
      if (below(4) == 0) group.own.push_back(text(50));
      if (below(2) == 0) group.also = texts(5, kWords);
      if (below(4) == 0) group.pieces = {{text(50)}, {text(50), text(kWords)}};
      groups.push_back(group);
    }
    return groups;
  }

  Filters filter() {
    Filters filters;
    if (below(4) == 0) filters.substances = "[" + std::to_string(1 + below(3)) + "]";
    if (below(6) == 0) filters.outcomes = "[" + std::to_string(1 + below(6)) + "]";
    if (below(6) == 0) filters.article = below(2) == 0 ? "*1*.txt" : std::to_string(below(120)) + ".txt";
    if (below(6) == 0) filters.language = below(2) == 0 ? "nl" : "en";
    if (below(8) == 0) filters.polarity = "affirmed";
    return filters;
  }

  static std::set<std::int64_t> allowed_by_sql(Database& db, const Filters& filters, bool by_claims) {
    std::set<std::int64_t> keys;
    Statement rows(db, by_claims ? std::string("SELECT s.key FROM mention AS m JOIN claim AS c ON c.key = m.claim JOIN "
                                               "sentence AS s ON s.key = m.sentence JOIN article AS a ON a.key = "
                                               "m.article WHERE") +
                                       kMentionFilter
                                 : "SELECT s.key FROM sentence AS s JOIN article AS a ON a.key = s.article WHERE (?13 "
                                   "IS NULL OR a.path GLOB ?13 OR a.path GLOB '*/' || ?13) AND (?14 IS NULL OR "
                                   "s.language = ?14)");
    if (by_claims) {
      bind_filters(rows, filters);
    } else {
      bind_text(rows, 13, filters.article);
      bind_text(rows, 14, filters.language);
    }
    while (rows.step()) keys.insert(rows.integer(0));
    return keys;
  }

  // Of one text, in all sentences, by FTS5.
  static const Counts& counts(SentenceIndex& index, const std::string& phrase, std::map<std::string, Counts>& known) {
    const auto [place, is_new] = known.try_emplace(phrase);
    if (is_new) {
      for (const WordPlace& each : index.visited_places(index.stems_of(phrase))) place->second[each.key] = each.counts;
    }
    return place->second;
  }

  // What docs/ranking.md says that a group adds; 0: the sentence does not have it.
  static double part(SentenceIndex& index, const QueryGroup& group, std::int64_t key,
                     std::map<std::string, Counts>& known) {
    const int length = index.chunks().length(key);
    const auto of = [&](const std::string& phrase) {
      const Counts& all = counts(index, phrase, known);
      const auto found = all.find(key);
      return found == all.end() ? 0.0 : index.score().part(tenths_of(found->second), length);
    };
    const auto rows = [&](const std::string& phrase) { return index.most_rows(index.stems_of(phrase)); };
    double own = 0;
    bool has_own = true;
    std::int64_t own_rows = WordCursor::kEnd;
    std::set<Stems> seen;
    for (const std::string& each : group.own) {
      if (!seen.insert(index.stems_of(each)).second) continue;
      has_own = has_own && of(each) > 0;
      own += index.idf(index.stems_of(each)) * of(each);
      own_rows = std::min(own_rows, rows(each));
    }
    if (has_own) return own;
    std::int64_t all_rows = own_rows;
    double best = 0;
    seen.clear();
    for (const std::string& each : group.also) {
      if (seen.insert(index.stems_of(each)).second) all_rows += rows(each);
      best = std::max(best, 0.8 * of(each));
    }
    std::int64_t piece_rows = group.pieces.empty() ? 0 : WordCursor::kEnd;
    double pieces = 0;
    bool has_all = true;
    for (const Alternatives& piece : group.pieces) {
      std::int64_t of_piece = 0;
      double best_of_piece = 0;
      seen.clear();
      for (const std::string& each : piece) {
        if (seen.insert(index.stems_of(each)).second) of_piece += rows(each);
        best_of_piece = std::max(best_of_piece, 0.6 * of(each));
      }
      has_all = has_all && best_of_piece > 0;
      pieces = std::max(pieces, best_of_piece);
      piece_rows = std::min(piece_rows, of_piece);
    }
    if (has_all) best = std::max(best, pieces);
    const std::int64_t total = index.chunks().totals(index.number()).rows;
    return best * SentenceScore::idf(total, std::min(total, all_rows + piece_rows));
  }

  static FoundSentences by_scoring_all(Store& store, SentenceIndexes& indexes, const std::vector<QueryGroup>& groups,
                                       const std::set<std::int64_t>* allowed, std::size_t limit) {
    FoundSentences found;
    BestScores own(limit);
    BestScores others(limit);
    for (SentenceIndex& index : indexes.all) {
      const std::string_view name = kSentenceIndexes[index.number()];
      const auto typed = found_by_fts5(store.database(), name, own_expression(groups, "text"));
      std::map<std::string, Counts> known;
      for (const std::int64_t key : found_by_fts5(store.database(), name, expanded_expression(groups, "text"))) {
        if (allowed != nullptr && !allowed->contains(key)) continue;
        double sum = 0;
        for (const QueryGroup& group : groups) sum += part(index, group, key, known);
        const TopSentence scored{key, index.number(), sum * index.score().prior(index.chunks().traits(key))};
        ++found.total;
        found.own_total += typed.contains(key) ? 1 : 0;
        (typed.contains(key) ? own : others).add(scored);
      }
    }
    found.own = own.take();
    found.others = others.take();
    return found;
  }

  static void expect_same(const std::vector<TopSentence>& a, const std::vector<TopSentence>& b, int number) {
    ASSERT_EQ(a.size(), b.size()) << "query " << number;
    for (std::size_t i = 0; i < a.size(); ++i) {
      ASSERT_EQ(a[i].key, b[i].key) << "query " << number << ", place " << i;
      ASSERT_NEAR(a[i].score, b[i].score, 1e-9);
    }
  }

  void compare(Store& store, int queries, bool filtered) {
    SentenceIndexes indexes(store.database());
    int found_something = 0;
    for (int i = 0; i < queries; ++i) {
      const std::vector<QueryGroup> groups = query();
      const Filters filters = filtered ? filter() : Filters{};
      const bool by_claims = !filters.substances.empty() || !filters.outcomes.empty() || !filters.polarity.empty();
      const std::set<std::int64_t> allowed = allowed_by_sql(store.database(), filters, by_claims);
      AllowedSentences restricted(store.database(), filters, indexes.chunks);
      const FoundSentences found = find_groups(indexes, groups, restricted, 10);
      const FoundSentences all = by_scoring_all(store, indexes, groups, filtered ? &allowed : nullptr, 10);
      ASSERT_EQ(found.total, all.total) << "query " << i;
      ASSERT_EQ(found.own_total, all.own_total) << "query " << i;
      expect_same(found.own, all.own, i);
      expect_same(found.others, all.others, i);
      found_something += found.total > 0 ? 1 : 0;
    }
    EXPECT_GT(found_something, queries / 4);
  }
};

TEST_F(GroupSearch, FindsWhatFts5Finds) {
  Store store = filled(StoreMode::bulk, 120);
  compare(store, kQueries, false);
  for (int i = 0; i < 10; ++i) store.replace_article(article(below(130)));
  store.remove_article("7.txt");
  ASSERT_THAT(store.check(), IsEmpty());
  compare(store, kQueries / 4, false);
}

TEST_F(GroupSearch, FindsTheSentencesWithMostGroups) {
  Store store = filled(StoreMode::bulk, 40);
  SentenceIndexes indexes(store.database());
  for (int i = 0; i < kQueries / 2; ++i) {
    std::vector<QueryGroup> groups = query();
    for (int more = below(3); more > 0; --more) groups.push_back({{made_word(200 + below(300))}, {}, {}});
    const Filters filters = i % 3 == 0 ? filter() : Filters{};
    const bool by_claims = !filters.substances.empty() || !filters.outcomes.empty() || !filters.polarity.empty();
    const std::set<std::int64_t> permitted = allowed_by_sql(store.database(), filters, by_claims);
    std::size_t most = 1;
    std::map<std::int64_t, std::pair<std::size_t, double>> found;  // how many, and the score
    for (SentenceIndex& index : indexes.all) {
      const std::string_view name = kSentenceIndexes[index.number()];
      std::map<std::string, Counts> known;
      std::set<std::int64_t> keys;
      for (const QueryGroup& group : groups)
        keys.merge(found_by_fts5(store.database(), name, expanded_expression({group}, "text")));
      for (const std::int64_t key : keys) {
        if (i % 3 == 0 && !permitted.contains(key)) continue;
        std::pair<std::size_t, double>& each = found[key];
        for (const QueryGroup& group : groups) {
          const double add = part(index, group, key, known);
          each.first += add > 0 ? 1 : 0;
          each.second += add * index.score().prior(index.chunks().traits(key));
        }
        most = std::max(most, each.first);
      }
    }
    std::vector<double> scores;
    for (const auto& [key, each] : found) {
      if (each.first == most) scores.push_back(each.second);
    }
    std::ranges::sort(scores, std::greater<>());
    AllowedSentences allowed(store.database(), filters, indexes.chunks);
    const PartialSentences partial = find_most_groups(indexes, groups, allowed, 10);
    ASSERT_EQ(partial.total, static_cast<std::int64_t>(scores.size())) << "query " << i;
    ASSERT_EQ(partial.best.size(), std::min<std::size_t>(scores.size(), 10));
    for (std::size_t at = 0; at < partial.best.size(); ++at) {
      ASSERT_EQ(partial.best[at].count, most);
      ASSERT_NEAR(partial.best[at].sentence.score, scores[at], 1e-9) << "query " << i;
      ASSERT_NEAR(found[partial.best[at].sentence.key].second, scores[at], 1e-9);
    }
  }
}

TEST_F(GroupSearch, FindsOfThemWhatTheFilterAllows) {
  Store store = filled(StoreMode::bulk, 120);
  compare(store, kQueries, true);
}

// Look-ups, the mentions of few claims, all mentions: whichever is the cheapest.
TEST_F(GroupSearch, AllowsTheSameSentencesOneByOneAndAtOnce) {
  Store store = filled(StoreMode::bulk, 60);
  for (const char* name : {"rare1.txt", "rare2.txt"}) {
    ArticleBuilder rare(name, "nl");
    for (int i = 0; i < kSentences; ++i) {
      rare.sentence(words(5));
      if (i % 4 == 0) rare.mention("vitamin-d", i % 8 == 0 ? "treats" : "raises", "blood-pressure");
    }
    store.replace_article(rare);
  }
  const SentenceChunks chunks(store.database());
  std::vector<std::int64_t> keys;
  for (std::int64_t key = 1; key < chunks.last(); ++key) {
    if (chunks.length(key) > 0) keys.push_back(key);
  }
  const auto concept_keys = [&](const std::string& id) {
    return "[" + std::to_string(store.database().integer("SELECT key FROM concept WHERE id = '" + id + "'").value()) +
           "]";
  };
  int allowed_something = 0;
  for (int i = 0; i < kQueries; ++i) {
    Filters filters;
    const int substance = below(4);
    if (substance > 1) filters.substances = concept_keys(substance == 2 ? "magnesium" : "vitamin-d");
    if (below(3) == 0) filters.outcomes = concept_keys("blood-pressure");
    if (below(3) == 0) filters.relation = below(2) == 0 ? "raises" : "treats";
    if (below(6) == 0) filters.certainty = below(2) == 0 ? "hedged" : "asserted";
    if (below(6) == 0) filters.polarity = below(2) == 0 ? "affirmed" : "negated";
    if (below(6) == 0) filters.article = below(2) == 0 ? "*r*.txt" : "*1*.txt";
    if (below(6) == 0) filters.language = "nl";
    const bool by_claims = !filters.substances.empty() || !filters.outcomes.empty() || !filters.relation.empty() ||
                           !filters.certainty.empty() || !filters.polarity.empty();
    const std::set<std::int64_t> expected = allowed_by_sql(store.database(), filters, by_claims);
    allowed_something += expected.empty() ? 0 : 1;
    std::vector<std::int64_t> at_once = keys;
    AllowedSentences(store.database(), filters, chunks).restrict(at_once);
    ASSERT_EQ(std::set(at_once.begin(), at_once.end()), expected) << "filter " << i;
    AllowedSentences one_by_one(store.database(), filters, chunks);  // until that has cost as much
    for (int n = 0; n < 200; ++n) {
      std::vector<std::int64_t> one{keys[static_cast<std::size_t>(below(static_cast<int>(keys.size())))]};
      const bool is_allowed = expected.contains(one.front());
      one_by_one.restrict(one);
      ASSERT_EQ(!one.empty(), is_allowed) << "filter " << i;
    }
  }
  EXPECT_GT(allowed_something, kQueries / 3);
}

}  // namespace
}  // namespace claimbase
