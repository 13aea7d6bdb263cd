// Where the words stand that many sentences have (table common_word, in the form of word_places.h): FTS5 takes some ten
// times as long to go through such a word's sentences. Made as a whole now and then; in between, sentences with keys
// above `until` are asked of FTS5 besides, and those that are gone have no length any more (sentence_chunks.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "schema/database.h"
#include "schema/word_places.h"

namespace claimbase {

class GatheredPlaces;  // gathered_places.h

struct CommonWord {
  std::int64_t rows = 0;  // sentences with the word when it was written
  WordPlaces places;
};

class CommonWords {
 public:
  /// `db` must outlive it.
  explicit CommonWords(const Database& db);
  /// Of an index of kSentenceIndexes. Nothing: the word is rare there, or came later.
  [[nodiscard]] std::optional<CommonWord> find(std::size_t index, std::string_view stem);
  /// Sentences with greater keys are in no list.
  [[nodiscard]] std::int64_t until() const { return until_; }

 private:
  Statement find_;
  std::int64_t until_ = 0;
};

/// The query that finds a stem as it is, without stemming it again.
[[nodiscard]] std::string exact_stem_query(std::string_view stem);

/// Makes all lists anew; the chunks (sentence_chunks.h) must be right. Cost: a look at each place of a common word, a
/// million in a fifth of a second. Memory: the longest list.
void rebuild_common_words(Database& db);
/// The same of the places of all sentences, gathered while they were written: without a look at FTS5. Cost: a
/// twentieth.
void write_common_words(Database& db, GatheredPlaces& gathered);
/// Sentences with keys from `first` on have been written.
void note_new_sentences(Database& db, std::int64_t first);
/// Whether so many sentences have come since that the lists should be made anew.
[[nodiscard]] bool are_common_words_stale(const Database& db);

}  // namespace claimbase
