// Where a word stands: sentences by key, in blocks that say what the best of them scores, so that a search passes over
// those it does not need (block-max indexes: Ding, Suel, "Faster Top-k Document Retrieval Using Block-Max Indexes",
// 2011).
//
// Bytes: the number of blocks (4, little end first as all numbers), the mean length of sentences with which the scores
// were made (a float, 4), a head a block (kHeadBytes: last key 8, offset of its places behind the heads 4, best score
// 4, a float), then the places: the distance from the last key (of the block before: its last) in seven bits a byte,
// low ones first, and a byte for how often.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace claimbase {

/// How often a word stands in a sentence and in the headings above it, at most 15 times each, in a byte.
struct WordCounts {
  int sentence = 0;
  int headings = 0;
  [[nodiscard]] std::uint8_t to_byte() const;
  [[nodiscard]] static WordCounts of(std::uint8_t byte) { return {byte >> 4, byte & 15}; }
};

struct WordPlace {
  std::int64_t key = 0;
  std::uint8_t counts = 0;  // WordCounts
  friend bool operator==(const WordPlace&, const WordPlace&) = default;
};

/// Appends a place in the form that each_place() reads: `distance` from the key of the place before.
void append_place(std::string& bytes, std::uint64_t distance, std::uint8_t counts);

/// The places of `bytes`, whose keys are counted from 0.
template <typename Use>
void each_place(std::string_view bytes, const Use& use) {
  std::uint64_t key = 0;
  for (std::size_t at = 0; at + 1 < bytes.size();) {
    std::uint64_t distance = 0;
    for (unsigned shift = 0; at + 1 < bytes.size() && shift < 64; shift += 7) {
      const auto byte = static_cast<unsigned char>(bytes[at++]);
      distance |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
      if (byte < 0x80) break;
    }
    key += distance;
    use(WordPlace{static_cast<std::int64_t>(key), static_cast<std::uint8_t>(bytes[at++])});
  }
}

inline constexpr std::size_t kBlockPlaces = 128;

class WordPlacesWriter {
 public:
  /// `mean_length`: for readers, who have another one when sentences have come and gone.
  explicit WordPlacesWriter(double mean_length) : mean_length_(mean_length) {}
  /// In the order of keys, each once. `score`: what the word adds to the sentence's, for an idf of 1.
  void add(const WordPlace& place, double score);
  /// The bytes; the writer is empty again.
  [[nodiscard]] std::string take();

 private:
  void close();
  std::string heads_;
  std::string places_;
  std::uint32_t blocks_ = 0;
  std::size_t in_block_ = 0;
  std::uint32_t begin_ = 0;
  std::int64_t last_ = 0;
  double best_ = 0;
  double mean_length_;
};

/// Reads them; bytes that are none give fewer blocks or places, never an access outside them.
class WordPlaces {
 public:
  WordPlaces() = default;
  explicit WordPlaces(std::string bytes);
  [[nodiscard]] std::size_t blocks() const { return blocks_; }
  [[nodiscard]] std::int64_t last_key(std::size_t block) const;
  /// No sentence of the block scored more for the word when it was written.
  [[nodiscard]] double best(std::size_t block) const;
  [[nodiscard]] double mean_length() const { return mean_length_; }
  /// Replaces `places`.
  void read(std::size_t block, std::vector<WordPlace>& places) const;

 private:
  [[nodiscard]] std::uint64_t number(std::size_t at, std::size_t size) const;
  std::string bytes_;
  std::size_t blocks_ = 0;
  double mean_length_ = 1;
};

}  // namespace claimbase
