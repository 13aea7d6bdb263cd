// One of the full-text indexes of sentences, as a search asks it: where words and phrases stand, and what they are
// worth.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/language/analyzer.h"
#include "query/word_cursor.h"
#include "schema/common_words.h"
#include "schema/database.h"
#include "schema/sentence_chunks.h"
#include "schema/sentence_score.h"

namespace claimbase {

class VisitedRow;

/// The stems of a word or of words that stand together.
using Stems = std::vector<std::string>;

class SentenceIndex {
 public:
  /// `number`: in kSentenceIndexes. `has_new`: there are sentences that the lists of common words do not know. What is
  /// given by reference must outlive it.
  SentenceIndex(const Database& db, std::size_t number, const SentenceChunks& chunks, CommonWords& common, bool has_new,
                const SentencePriors& priors);

  [[nodiscard]] std::size_t number() const { return number_; }
  [[nodiscard]] const SentenceScore& score() const { return score_; }
  [[nodiscard]] const SentenceChunks& chunks() const { return *chunks_; }

  /// As the index's own tokenizer has it for a query; words without a stem are left out, as there.
  [[nodiscard]] Stems stems_of(std::string_view text);
  /// Looked up once until forget_words(), and valid until then.
  [[nodiscard]] const WordSentences& word(const std::string& stem);
  void forget_words() { words_.clear(); }

  /// The sum over its words, as Lucene has it for a phrase.
  [[nodiscard]] double idf(const Stems& stems);
  /// How many sentences there may be with all of its words at most.
  [[nodiscard]] std::int64_t most_rows(const Stems& stems);
  [[nodiscard]] WordCursor cursor(const std::string& stem, double value = 1) {
    return {word(stem), value, *chunks_, score_};
  }

  /// Where a phrase stands in one sentence, which is read and cut into words for it; so are the headings above it.
  /// Where `most` has 0 it cannot stand, and is not looked for.
  [[nodiscard]] std::uint8_t counts_in(std::int64_t key, const Stems& phrase, WordCounts most);
  /// In all sentences, by FTS5.
  [[nodiscard]] std::vector<WordPlace> visited_places(const Stems& phrase, std::int64_t after = 0);
  /// All sentences that FTS5 finds for `query`.
  void visit(const std::string& query, const std::function<void(const VisitedRow&)>& use);

 private:
  [[nodiscard]] int count(std::string_view text, const Stems& phrase);

  std::size_t number_;
  std::string table_;
  const SentenceChunks* chunks_;
  CommonWords* common_;
  bool has_new_;
  Analyzer analyzer_;
  SentenceScore score_;
  Statement visit_;  // the sentences with keys greater than ?3
  Statement text_;
  Statement heading_;
  std::map<std::string, WordSentences> words_;
  std::vector<Word> read_;  // kept for its memory
};

/// The phrase of FTS5 that asks for these stems as they are.
[[nodiscard]] std::string stem_query(const Stems& stems);

/// All of them.
struct SentenceIndexes {
  explicit SentenceIndexes(const Database& db, const SentencePriors& priors = {});
  SentenceIndexes(const SentenceIndexes&) = delete;
  SentenceIndexes& operator=(const SentenceIndexes&) = delete;
  void forget_words();

  SentenceChunks chunks;
  CommonWords common;
  std::vector<SentenceIndex> all;  // those that hold a sentence
};

}  // namespace claimbase
