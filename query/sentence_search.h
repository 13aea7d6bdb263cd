// Full-text search over the sentences of all languages.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/filters.h"
#include "schema/database.h"

namespace claimbase {

struct SentenceHit {
  std::int64_t key = 0;
  double score = 0;   // lower is better
  bool own = false;   // found by the typed words themselves
  std::string index;  // the language of the full-text table
  std::string path;
  std::int64_t ordinal = 0;
};

struct SearchPage {
  std::vector<SentenceHit> hits;  // at most `limit`
  std::int64_t total = 0;
  std::int64_t own_total = 0;  // by the typed words
};

/// The best `limit` sentences for `expanded`; those that match `own` come first. So that words of another language are
/// seen, three of ten places are kept for sentences found through the vocabulary only, taken from each language in
/// turn. Cost: matching and ranking in SQLite; text is read by nobody. The expressions are FTS5's, not empty.
[[nodiscard]] SearchPage search_sentences(const Database& db, const std::string& own, const std::string& expanded,
                                          const Filters& filters, std::size_t limit);

/// The order of the page, apart for tests: `own` and `others` sorted by score.
[[nodiscard]] std::vector<SentenceHit> mix_hits(const std::vector<SentenceHit>& own,
                                                const std::vector<SentenceHit>& others, std::size_t limit);

}  // namespace claimbase
