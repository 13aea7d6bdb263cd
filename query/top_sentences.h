// The best sentences for some words: exactly those that scoring every sentence would give, without scoring every
// sentence.
//
// Any of the words: a sentence is among the best k only if the words in it can add up to the k-th best score known so
// far. What a common word can add is known (schema/common_words.h), and gives a first k-th best score as well. So the
// sentences with all words come first, then those with combinations of words that can still reach the k-th best: where
// the rare words are needed, the common ones are looked up beside them and drive nothing (MaxScore: Turtle, Flood,
// "Query Evaluation: Strategies and Optimizations", 1995). All of the words: all_words.cpp.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "schema/database.h"
#include "schema/sentence_score.h"

namespace claimbase {

struct SentenceIndexes;

/// A word, or words that must stand together.
struct RankTerm {
  std::string text;
  double weight = 1;
};

struct TopSentence {
  std::int64_t key = 0;
  std::size_t index = 0;  // in kSentenceIndexes
  double score = 0;
  friend bool operator==(const TopSentence&, const TopSentence&) = default;
};

/// What a sentence must have of the terms.
enum class Match : std::uint8_t { any, all };

/// Terms beyond so many say nothing more; the rest is left out.
inline constexpr std::size_t kMostRankTerms = 320;

/// Reads what ranking knows of the sentences when it is made (two bytes a sentence), and keeps it: for one transaction.
class SentenceRanker {
 public:
  explicit SentenceRanker(const Database& db, const SentencePriors& priors = {});
  ~SentenceRanker();
  SentenceRanker(SentenceRanker&&) noexcept;
  SentenceRanker& operator=(SentenceRanker&&) noexcept;

  /// The best `limit`, best first, of equals the least key. A sentence is an answer only if a term stands in itself,
  /// not in the headings above it alone; with Match::all the others may stand there.
  [[nodiscard]] std::vector<TopSentence> top(std::span<const RankTerm> terms, std::size_t limit,
                                             Match match = Match::any);
  /// The same by having FTS5 find the sentences and scoring every one: what top() is measured and tested against.
  [[nodiscard]] std::vector<TopSentence> top_of_all(std::span<const RankTerm> terms, std::size_t limit,
                                                    Match match = Match::any);

 private:
  std::unique_ptr<SentenceIndexes> indexes_;
};

}  // namespace claimbase
