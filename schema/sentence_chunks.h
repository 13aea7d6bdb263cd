// What ranking must know of every sentence, so small that a query reads it whole: two bytes a sentence (table
// sentence_chunk). Reading the lengths that FTS5 keeps takes a tenth of a second where there are a million sentences.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/database.h"

namespace claimbase {

/// The full-text indexes of sentences, in the order of their numbers: sentence_fts_nl ...
inline constexpr std::array<std::string_view, 3> kSentenceIndexes = {"nl", "en", "und"};

/// Of a sentence: which index it is in, and what it is.
struct SentenceTraits {
  std::size_t index = 0;  // in kSentenceIndexes
  bool content = false;   // its block is no navigation, reference list or the like
  bool heading = false;
  bool claims = false;  // a mention is made of it
  friend bool operator==(const SentenceTraits&, const SentenceTraits&) = default;
};
[[nodiscard]] std::uint8_t to_byte(const SentenceTraits& traits);
[[nodiscard]] SentenceTraits traits_of(std::uint8_t byte);
inline constexpr std::size_t kTraitBytes = 32;  // to_byte is less

inline constexpr std::int64_t kChunkKeys = 4096;

/// All chunks, read; made from the sentences where the store has none yet. Memory: two bytes a key of the chunks that
/// hold a sentence.
class SentenceChunks {
 public:
  struct Totals {
    std::int64_t rows = 0;  // with at least one word
    std::int64_t words = 0;
  };
  explicit SentenceChunks(const Database& db);

  /// Words of the sentence and the headings above it, at most 255; 0: there is no such sentence, or no word in it.
  [[nodiscard]] std::uint8_t length(std::int64_t key) const {
    const Chunk* const chunk = chunk_of(key);
    return chunk == nullptr ? std::uint8_t{0} : chunk->lengths[static_cast<std::size_t>(key % kChunkKeys)];
  }
  /// The same for all keys of the chunk that `key` is in, by key % kChunkKeys; empty: there is no sentence.
  [[nodiscard]] std::span<const std::uint8_t> lengths_beside(std::int64_t key) const {
    const Chunk* const chunk = chunk_of(key);
    return chunk == nullptr ? std::span<const std::uint8_t>() : chunk->lengths;
  }
  /// to_byte(SentenceTraits).
  [[nodiscard]] std::uint8_t traits(std::int64_t key) const {
    const Chunk* const chunk = chunk_of(key);
    return chunk == nullptr ? std::uint8_t{0} : chunk->traits[static_cast<std::size_t>(key % kChunkKeys)];
  }
  [[nodiscard]] const Totals& totals(std::size_t index) const { return totals_[index]; }
  /// The greatest key that there may be.
  [[nodiscard]] std::int64_t last() const { return static_cast<std::int64_t>(chunks_.size()) * kChunkKeys; }

 private:
  struct Chunk {
    std::array<std::uint8_t, kChunkKeys> lengths;
    std::array<std::uint8_t, kChunkKeys> traits;
  };
  [[nodiscard]] const Chunk* chunk_of(std::int64_t key) const {
    const auto number = static_cast<std::uint64_t>(key) / static_cast<std::uint64_t>(kChunkKeys);
    return number < chunks_.size() ? chunks_[number].get() : nullptr;
  }
  [[nodiscard]] Chunk& open(std::int64_t number);
  std::vector<std::unique_ptr<Chunk>> chunks_;  // null: no sentence there
  std::array<Totals, kSentenceIndexes.size()> totals_;
};

/// Writes what is known of sentences into their chunks, one chunk at a time.
class SentenceChunkWriter {
 public:
  /// `db` must outlive it.
  explicit SentenceChunkWriter(Database& db);
  /// `words` as SentenceChunks::length(), 0 where the sentence is gone; `traits` as to_byte(). Keys that are near each
  /// other one after the other.
  void set(std::int64_t key, std::int64_t words, std::uint8_t traits);
  /// Writes the last chunk.
  void close();

 private:
  void open(std::int64_t number);
  Statement read_;
  Statement write_;
  Statement remove_;
  std::int64_t number_ = -1;  // of the chunk in memory; -1: none
  std::string lengths_;
  std::string traits_;
};
inline constexpr std::int64_t kMostSentenceWords = 255;  // as a length

/// Writes the chunks of the sentences with keys from `first` to `last`, as their rows and indexes say. Within the
/// transaction that writes them, after their mentions. Cost: a look at each sentence.
void write_sentence_chunks(Database& db, std::int64_t first, std::int64_t last);
/// The sentences with these keys, in any order, are gone.
void clear_sentence_chunks(Database& db, std::vector<std::int64_t> keys);
/// All of them anew.
void rebuild_sentence_chunks(Database& db);
/// How many sentences differ from what their chunk says.
[[nodiscard]] std::int64_t count_wrong_sentence_chunks(const Database& db);

}  // namespace claimbase
