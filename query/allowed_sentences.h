// The sentences that a search may find: those of the articles, the language and the claims that it is narrowed down to.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "query/filters.h"
#include "schema/database.h"
#include "schema/sentence_chunks.h"

namespace claimbase {

/// What is asked is kept as keys, few and sorted. Of the sentences that words have found, each is looked up where they
/// are few; else all allowed ones are read once and compared.
class AllowedSentences {
 public:
  /// All three must outlive it.
  AllowedSentences(const Database& db, const Filters& filters, const SentenceChunks& chunks);

  /// Nothing narrows the search down.
  [[nodiscard]] bool all() const { return !by_claims_ && !articles_ && filters_->language.empty(); }
  /// All of them by key, where they are few articles'; null: look for words first.
  [[nodiscard]] const std::vector<std::int64_t>* few();
  /// Leaves of `keys`, sorted, those that are allowed.
  void restrict(std::vector<std::int64_t>& keys);

 private:
  [[nodiscard]] bool is_of_language(std::int64_t key);
  [[nodiscard]] bool is_allowed(std::int64_t key);
  [[nodiscard]] bool is_asked(const Statement& mention) const;
  [[nodiscard]] bool may_claim(std::int64_t key) const;
  /// How many rows read_all() reads; counts no further than `enough`.
  [[nodiscard]] std::int64_t count_to_read(std::int64_t enough);
  void read_all();

  const Database* db_;
  const Filters* filters_;
  const SentenceChunks* chunks_;
  bool by_claims_;
  std::optional<std::vector<std::int64_t>> claims_;    // keys of claims; nothing: any
  std::optional<std::vector<std::int64_t>> articles_;  // keys of articles; nothing: any
  std::optional<std::vector<std::int64_t>> all_;       // sentences, when they have been read
  Statement mentions_of_sentence_;
  Statement mentions_of_claim_;
  Statement count_of_claim_;
  Statement sentence_;
  Statement sentences_of_article_;
};

}  // namespace claimbase
