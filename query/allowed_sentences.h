// The sentences that a search may find: those of the articles, the language and the claims that it is narrowed down to.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "query/asked_claims.h"
#include "query/filters.h"
#include "schema/database.h"
#include "schema/sentence_chunks.h"

namespace claimbase {

/// What is asked is kept as keys, few and sorted. Of the sentences that words have found, each is looked up where that
/// is cheaper than to read all allowed ones once and to compare.
class AllowedSentences {
 public:
  /// All three must outlive it.
  AllowedSentences(const Database& db, const Filters& filters, const SentenceChunks& chunks);

  /// Nothing narrows the search down.
  [[nodiscard]] bool all() const { return !by_claims_ && !articles_ && filters_->language.empty(); }
  /// All of them by key, where they are few articles'; null: look for words first.
  [[nodiscard]] const std::vector<std::int64_t>* few();
  /// Leaves of `keys`, sorted, those that may be allowed by what is in memory; of a language without an index, by their
  /// rows.
  void leave_out_others(std::vector<std::int64_t>& keys);
  /// Leaves of `keys`, sorted, those that are allowed. `more`: how many more lists will come, no shorter ones.
  void restrict(std::vector<std::int64_t>& keys, std::size_t more = 0);

 private:
  [[nodiscard]] bool is_of_language(std::int64_t key);
  [[nodiscard]] bool is_allowed(std::int64_t key);
  /// `mention`: a row of mentions().
  [[nodiscard]] bool is_asked(const Statement& mention);
  [[nodiscard]] bool may_claim(std::int64_t key) const;
  /// Of the certainty and polarity asked for: sentence, claim, article. `where`: a condition on ?1, or empty.
  [[nodiscard]] Statement mentions(const std::string& where) const;
  /// Of each mention, besides what indexes tell of it.
  [[nodiscard]] std::int64_t row_cost() const;
  /// What read_all() costs besides the claims, which are read; says how it reads.
  [[nodiscard]] std::int64_t cost_of_all();
  /// About how many there are.
  [[nodiscard]] std::int64_t mentions_of(const std::vector<std::int64_t>& claims) const;
  void read_all();
  void read_mentions(Statement& mentions);

  const Database* db_;
  const Filters* filters_;
  const SentenceChunks* chunks_;
  bool by_claims_;
  AskedClaims claims_;
  std::optional<std::vector<std::int64_t>> articles_;  // keys of articles; nothing: any
  std::optional<std::vector<std::int64_t>> all_;       // sentences, when they have been read
  std::int64_t spent_ = 0;                             // on look-ups
  std::optional<std::int64_t> cost_of_all_;
  bool by_claim_ = false;                          // read_all() asks for the mentions of each claim
  std::optional<Statement> mentions_of_sentence_;  // made when they are needed
  std::optional<Statement> sentence_;
};

}  // namespace claimbase
