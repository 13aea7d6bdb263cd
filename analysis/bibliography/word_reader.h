// Reads a text word by word, folding and hashing on the way: what every look-up of names starts with.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "analysis/language/byte_range.h"

namespace claimbase {

/// Words are runs of letters, digits and marks. Plain ASCII words are hashed where they stand; only others are folded
/// into memory. Linear; any bytes.
class WordReader {
 public:
  explicit WordReader(std::string_view text) : text_(text) {}  // must outlive the reader

  /// Moves to the next word; false: there is none.
  bool next();

  [[nodiscard]] ByteRange range() const {
    return {static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(end_)};
  }
  [[nodiscard]] std::uint64_t hash() const { return hash_; }  // word_hash(folded())
  [[nodiscard]] std::string folded() const;
  void append_folded(std::string& out) const;
  [[nodiscard]] bool starts_upper() const;  // or with a digit

 private:
  void read_other();

  std::string_view text_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t hash_ = 0;
  bool ascii_ = true;
  std::string folded_;  // of a word that is not plain ASCII
};

}  // namespace claimbase
