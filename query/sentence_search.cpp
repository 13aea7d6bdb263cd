#include "query/sentence_search.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <tuple>

#include "query/best_scores.h"
#include "query/match_expression.h"
#include "query/top_sentences.h"
#include "schema/row_visitor.h"
#include "schema/sentence_chunks.h"
#include "schema/sentence_score.h"
#include "schema/word_places.h"

namespace claimbase {
namespace {

/// What a word that stands for the typed ones counts, and a part of a compound.
constexpr double kLabelWeight = 0.8;
constexpr double kPieceWeight = 0.6;

std::string table_of(std::string_view index) {
  return "sentence_fts_" + std::string(index);
}

bool is_empty(const Filters& filters) {
  return filters.substances.empty() && filters.outcomes.empty() && filters.relation.empty() &&
         filters.article.empty() && filters.language.empty() && filters.certainty.empty() && filters.polarity.empty();
}

std::string visit_sql(const std::string& table) {
  return "SELECT 1 FROM " + table + " WHERE " + table + " MATCH ?1 AND claim_visit(" + table + ", ?2)";
}

// From what is asked to the sentences: of a filter by claims from the claims, which are few, else from the articles.
// Parameters are those of kMentionFilter.
bool is_by_claims(const Filters& filters) {
  return !filters.substances.empty() || !filters.outcomes.empty() || !filters.relation.empty() ||
         !filters.certainty.empty() || !filters.polarity.empty();
}

std::string allowed_sql(const Filters& filters) {
  if (!is_by_claims(filters)) {
    return "SELECT s.key FROM article AS a CROSS JOIN sentence AS s ON s.article = a.key WHERE (?13 IS NULL OR a.path "
           "GLOB ?13 OR a.path GLOB '*/' || ?13) AND (?14 IS NULL OR s.language = ?14)";
  }
  std::string sql =
      "SELECT s.key FROM claim AS c CROSS JOIN mention AS m ON m.claim = c.key CROSS JOIN sentence AS s ON s.key = "
      "m.sentence CROSS JOIN article AS a ON a.key = m.article WHERE";
  // Said without "or none asked", so that an index of claims serves.
  if (!filters.substances.empty()) {
    sql += " c.substance IN (SELECT value FROM json_each(?10)) AND";
  } else if (!filters.outcomes.empty()) {
    sql += " c.outcome IN (SELECT value FROM json_each(?11)) AND";
  }
  return sql + kMentionFilter;
}

/// The sentences that a query may find.
class Allowed {
 public:
  Allowed(const Database& db, const Filters& filters) : all_(is_empty(filters)) {
    if (all_) return;
    Statement rows(db, allowed_sql(filters));
    if (is_by_claims(filters)) {
      bind_filters(rows, filters);
    } else {
      bind_text(rows, 13, filters.article);
      bind_text(rows, 14, filters.language);
    }
    while (rows.step()) keys_.push_back(rows.integer(0));
    std::ranges::sort(keys_);
  }
  [[nodiscard]] bool contains(std::int64_t key) const { return all_ || std::ranges::binary_search(keys_, key); }
  [[nodiscard]] bool all() const { return all_; }

 private:
  bool all_;
  std::vector<std::int64_t> keys_;
};

/// The phrases of a query in the order of its text, and what each is worth in which group.
struct Phrases {
  struct Phrase {
    std::size_t group = 0;
    double weight = 1;
  };
  std::vector<Phrase> all;
  std::vector<double> values;  // of each group: the idf of its typed words, where there are several groups
};

Phrases phrases_of(const std::vector<QueryGroup>& groups, bool expanded) {
  Phrases phrases;
  for (std::size_t group = 0; group < groups.size(); ++group) {
    const QueryGroup& each = groups[group];
    phrases.all.insert(phrases.all.end(), each.own.size(), {group, 1.0});
    if (!expanded) continue;
    phrases.all.insert(phrases.all.end(), each.also.size(), {group, kLabelWeight});
    for (const Alternatives& piece : each.pieces) {
      phrases.all.insert(phrases.all.end(), piece.size(), {group, kPieceWeight});
    }
  }
  return phrases;
}

std::vector<double> values_of(const Database& db, std::string_view index, const std::vector<QueryGroup>& groups,
                              std::int64_t rows) {
  std::vector<double> values(groups.size(), 1.0);
  if (groups.size() < 2) return values;  // a factor for all
  const std::string table = table_of(index);
  Statement count(db, "SELECT count(*) FROM " + table + " WHERE " + table + " MATCH ?1");
  for (std::size_t group = 0; group < groups.size(); ++group) {
    values[group] = 0;
    for (const std::string& part : groups[group].own) {
      const std::string phrase = fts_phrase(part);
      for (count.bind(1, std::string_view(phrase)); count.step();) {
        values[group] += SentenceScore::idf(rows, count.integer(0));
      }
    }
  }
  return values;
}

bool is_one_term(const std::vector<QueryGroup>& groups) {
  return groups.size() == 1 && groups.front().own.size() == 1;
}

/// What one row scores by its groups: of each the typed words, else what stands for them.
class GroupScore {
 public:
  GroupScore(const Phrases& phrases, const SentenceScore& score) : phrases_(phrases), score_(score) {}

  double of(const VisitedRow& row, int length) {
    own_.assign(phrases_.values.size(), 0);
    other_.assign(phrases_.values.size(), 0.0);
    int number = 0;
    for (const Phrases::Phrase& phrase : phrases_.all) {
      const VisitedRow::Frequency frequency = row.frequency(number++);
      const int tenths = tenths_of(WordCounts{frequency.first, frequency.others}.to_byte());
      if (tenths == 0) continue;
      if (phrase.weight == 1.0) own_[phrase.group] += tenths;
      const double part = phrase.weight * score_.part(tenths, length);
      other_[phrase.group] = std::max(other_[phrase.group], part);
    }
    double sum = 0;
    for (std::size_t group = 0; group < own_.size(); ++group) {
      const double part = own_[group] > 0 ? score_.part(own_[group], length) : other_[group];
      sum += phrases_.values[group] * part;
    }
    return sum;
  }

 private:
  const Phrases& phrases_;
  const SentenceScore& score_;
  std::vector<int> own_;       // tenths, by group
  std::vector<double> other_;  // by group
};

FoundSentences find_all(const Database& db, const SentenceChunks& chunks, const std::vector<QueryGroup>& groups,
                        bool expanded, const std::string& expression, const Allowed& allowed, std::size_t limit) {
  FoundSentences found;
  BestScores best(limit);
  Phrases phrases = phrases_of(groups, expanded);
  for (std::size_t number = 0; number < kSentenceIndexes.size(); ++number) {
    const SentenceChunks::Totals& totals = chunks.totals(number);
    if (totals.rows == 0) continue;
    const SentenceScore score(totals, {});
    phrases.values = values_of(db, kSentenceIndexes[number], groups, totals.rows);
    GroupScore row_score(phrases, score);
    Statement visit(db, visit_sql(table_of(kSentenceIndexes[number])));
    visit_rows(visit, expression, [&](const VisitedRow& row) {
      const std::int64_t key = row.key();
      if (!allowed.contains(key)) return;
      ++found.total;
      best.add({key, number, row_score.of(row, chunks.length(key)) * score.prior(chunks.traits(key))});
    });
  }
  found.best = best.take();
  return found;
}

// The typed words. One word alone is what lists are kept for.
FoundSentences find_own(const Database& db, SentenceRanker& ranker, const std::vector<QueryGroup>& groups,
                        const std::string& expression, const Allowed& allowed, std::size_t limit) {
  if (is_one_term(groups) && allowed.all()) {
    const std::vector<RankTerm> word{{groups.front().own.front()}};
    return ranker.find(word, limit);
  }
  return find_all(db, ranker.chunks(), groups, false, expression, allowed, limit);
}

// What stands for the typed words, where they do not stand themselves.
FoundSentences find_others(const Database& db, SentenceRanker& ranker, const std::vector<QueryGroup>& groups,
                           const std::string& own, const Allowed& allowed, std::size_t limit) {
  if (is_one_term(groups) && groups.front().pieces.empty() && allowed.all()) {
    std::vector<RankTerm> labels;
    labels.reserve(groups.front().also.size());
    for (const std::string& label : groups.front().also) labels.push_back({label, kLabelWeight});
    return ranker.find(labels, limit, groups.front().own.front());
  }
  std::vector<QueryGroup> other = groups;  // of several groups one may be there as typed
  if (other.size() == 1) other.front().own.clear();
  const std::string expression = "(" + expanded_expression(other, "text") + ") NOT (" + own + ")";
  return find_all(db, ranker.chunks(), other, true, expression, allowed, limit);
}

std::vector<SentenceHit> hits_of(const Database& db, const std::vector<TopSentence>& best, bool own) {
  std::vector<SentenceHit> hits;
  hits.reserve(best.size());
  Statement place(db,
                  "SELECT a.path, s.ordinal FROM sentence AS s JOIN article AS a ON a.key = s.article WHERE s.key = "
                  "?1");
  for (const TopSentence& each : best) {
    for (place.bind(1, each.key); place.step();) {
      hits.push_back({each.key, -each.score, own, std::string(kSentenceIndexes[each.index]), std::string(place.text(0)),
                      place.integer(1)});
    }
  }
  std::ranges::sort(hits, [](const SentenceHit& a, const SentenceHit& b) {
    return std::tie(a.score, a.path, a.ordinal) < std::tie(b.score, b.path, b.ordinal);
  });
  return hits;
}

// One hit of each language after the other.
std::vector<SentenceHit> in_turn(const std::vector<SentenceHit>& hits) {
  std::map<std::string, std::size_t> seen;
  std::vector<std::pair<std::size_t, SentenceHit>> turns;
  turns.reserve(hits.size());
  for (const SentenceHit& hit : hits) turns.emplace_back(seen[hit.index]++, hit);
  std::ranges::stable_sort(turns, {}, [](const auto& turn) { return turn.first; });
  std::vector<SentenceHit> ordered;
  ordered.reserve(hits.size());
  for (auto& [turn, hit] : turns) ordered.push_back(std::move(hit));
  return ordered;
}

}  // namespace

std::vector<SentenceHit> mix_hits(const std::vector<SentenceHit>& own, const std::vector<SentenceHit>& others,
                                  std::size_t limit) {
  const std::size_t reserved = std::min(limit * 3 / 10, others.size());
  const std::size_t first = std::min(own.size(), limit - reserved);
  const std::size_t second = std::min(others.size(), limit - first);
  std::vector<SentenceHit> hits(own.begin(), own.begin() + static_cast<std::ptrdiff_t>(first));
  const std::vector<SentenceHit> turns = in_turn(others);
  hits.insert(hits.end(), turns.begin(), turns.begin() + static_cast<std::ptrdiff_t>(second));
  return hits;
}

SearchPage search_sentences(const Database& db, const std::vector<QueryGroup>& groups, bool expand,
                            const Filters& filters, std::size_t limit) {
  SearchPage page;
  if (groups.empty()) return page;
  SentenceRanker ranker(db);
  const Allowed allowed(db, filters);
  const std::string own = own_expression(groups, "text");
  const std::string expanded = expand ? expanded_expression(groups, "text") : own;
  const FoundSentences by_own = find_own(db, ranker, groups, own, allowed, limit);
  page.own_total = by_own.total;
  page.total = by_own.total;
  std::vector<SentenceHit> others;
  const bool widened =
      std::ranges::any_of(groups, [](const QueryGroup& group) { return !group.also.empty() || !group.pieces.empty(); });
  if (expand && widened) {
    const FoundSentences found = find_others(db, ranker, groups, own, allowed, limit);
    page.total += found.total;
    others = hits_of(db, found.best, false);
  }
  page.hits = mix_hits(hits_of(db, by_own.best, true), others, limit);
  page.expression = expanded;
  return page;
}

}  // namespace claimbase
