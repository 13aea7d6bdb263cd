// Keeps what ranking knows of sentences (sentence_chunks.h, common_words.h) true to the sentences, article by article.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/common_words.h"
#include "schema/database.h"
#include "schema/full_text.h"
#include "schema/gathered_places.h"
#include "schema/sentence_chunks.h"

namespace claimbase {

/// The sentences of one article, before and after a change of it, within the change's transaction.
class SentenceUpkeep {
 public:
  /// Before the article at `path` is replaced or removed.
  SentenceUpkeep(Database& db, std::string_view path);
  /// After it.
  void finish();

 private:
  [[nodiscard]] std::vector<std::int64_t> keys() const;
  Database& db_;
  std::string path_;
  std::vector<std::int64_t> before_;
};

/// The sentences of a clean build, told as they are written. None is taken back in one.
class GatheredSentences {
 public:
  /// `db` must outlive it.
  explicit GatheredSentences(Database& db) : chunks_(db) {}
  /// Keys in ascending order, each once.
  void add(std::int64_t key, const IndexedWords& words, bool content, bool heading, bool claims);
  /// After the last: writes what rebuild_sentence_data would.
  void write(Database& db);

 private:
  SentenceChunkWriter chunks_;
  GatheredPlaces places_;
};

/// All of it anew, in the current transaction.
void rebuild_sentence_data(Database& db);
/// All of it anew where the store has none or another version's.
void renew_sentence_data(Database& db);

}  // namespace claimbase
