// The words of texts that are about to be indexed (index_words.h), at hand for the tokenizer: FTS5 hands it a text, and
// where its words are known already it need not find them again. They stand for the very same bytes only, so that what
// is indexed is the same with them and without.
#pragma once

#include <array>
#include <optional>
#include <string_view>

struct sqlite3;

namespace claimbase {

/// One a connection; register_full_text makes it. For the time of one statement, whose tokenizer is of the language
/// that the words were found in.
class PreparedWords {
 public:
  /// All three must stay until clear(). Of two columns.
  void offer(std::size_t column, std::string_view text, std::string_view words) { texts_.at(column) = {text, words}; }
  void clear() { texts_ = {}; }
  /// Nothing: they are not known.
  [[nodiscard]] std::optional<std::string_view> find(std::string_view text) const {
    for (const Text& each : texts_) {
      if (each.bytes.data() != nullptr && each.bytes == text) return each.words;
    }
    return std::nullopt;
  }

 private:
  struct Text {
    std::string_view bytes;
    std::string_view words;
  };
  std::array<Text, 2> texts_;
};

/// Of a connection on which register_full_text was called.
[[nodiscard]] PreparedWords& prepared_words_of(sqlite3* db);

}  // namespace claimbase
