// Full-text search over the sentences of all languages.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/allowed_sentences.h"
#include "query/expansion.h"
#include "query/filters.h"
#include "query/sentence_index.h"
#include "schema/database.h"

namespace claimbase {

struct SentenceHit {
  std::int64_t key = 0;
  double score = 0;   // lower is better
  bool own = false;   // found by the typed words themselves
  std::string index;  // the language of the full-text table
  std::string path;
  std::int64_t ordinal = 0;
  std::vector<std::string> missing{};  // parts of the query, as typed, that it does not have
};

struct SearchPage {
  std::vector<SentenceHit> hits;  // at most `limit`
  std::int64_t total = 0;
  std::int64_t own_total = 0;   // by the typed words
  std::int64_t most_total = 0;  // where none has all groups: those with most of them
};

/// A query asked of one store: what is known of its sentences, and which of them the filters allow, is read once for
/// all that is asked.
class SentenceSearch {
 public:
  /// Both must outlive it.
  SentenceSearch(const Database& db, const Filters& filters);

  /// The best `limit` sentences (sentence_score.h) that have all the groups; those with the typed words come first. So
  /// that words of another language are seen, three of ten places are kept for sentences found through the vocabulary
  /// only, taken from each language in turn. Cost: group_search.h.
  [[nodiscard]] SearchPage all(const std::vector<QueryGroup>& groups, std::size_t limit);

  /// Where no sentence has all groups: the best that have most of them. `total` is 0.
  [[nodiscard]] SearchPage most(const std::vector<QueryGroup>& groups, std::size_t limit);

 private:
  const Database* db_;
  SentenceIndexes indexes_;
  AllowedSentences allowed_;
};

/// The order of the page, apart for tests: `own` and `others` sorted by score.
[[nodiscard]] std::vector<SentenceHit> mix_hits(const std::vector<SentenceHit>& own,
                                                const std::vector<SentenceHit>& others, std::size_t limit);

}  // namespace claimbase
