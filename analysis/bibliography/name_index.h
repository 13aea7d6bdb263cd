// Finds names of several words (journals, organisations, study designs, cues) in running text: longest first, one pass.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/bibliography/hash_filter.h"
#include "analysis/language/byte_range.h"

namespace claimbase {

struct NameHit {
  ByteRange range;       // bytes of the text searched
  std::uint32_t id = 0;  // as given to add
};

/// A word as NameIndex sees it: a run of letters and digits, folded.
struct FoldedWord {
  ByteRange range;
  std::string text;
  std::uint64_t hash = 0;  // word_hash(text)
};
[[nodiscard]] std::vector<FoldedWord> folded_words(std::string_view text);
/// folded_words(text).size(), without folding any.
[[nodiscard]] std::size_t count_words(std::string_view text);

/// Words are compared folded: "Women’s Health & Science" meets "women's health science". Immutable once filled: then
/// safe for all threads.
class NameIndex {
 public:
  /// A name without any letter or digit is ignored; of two equal names the first stays.
  void add(std::string_view name, std::uint32_t id);

  /// The names in a text, in order, none overlapping, the longest at each place. Linear in words; a pair of words that
  /// starts no name costs a look at two bits. `words`: folded_words of the text, for those who look for names of
  /// several kinds.
  [[nodiscard]] std::vector<NameHit> find_all(std::string_view text) const;
  [[nodiscard]] std::vector<NameHit> find_all(std::span<const FoldedWord> words) const;

  /// The longest name at the very beginning of `text` (quotes and spaces before it allowed); range empty: none.
  [[nodiscard]] NameHit find_at_start(std::string_view text) const;

  /// The id of `name` as a whole, or `otherwise`.
  [[nodiscard]] std::uint32_t lookup(std::string_view name, std::uint32_t otherwise) const;
  [[nodiscard]] std::uint32_t lookup(const FoldedWord& word, std::uint32_t otherwise) const;

 private:
  // Whether a name may begin with the two words, or with those at the front of the text.
  [[nodiscard]] bool may_begin(std::string_view text) const;
  [[nodiscard]] bool may_begin(std::uint64_t word, std::uint64_t next) const {
    return one_word_.contains(word) || first_pairs_.contains(pair_hash(word, next));
  }

  HashFilter one_word_;                                        // names of one word
  HashFilter first_pairs_;                                     // the first two words of the others
  std::unordered_map<std::string, std::uint32_t> names_;       // folded words joined by a space -> id
  std::unordered_map<std::string, std::size_t> longest_from_;  // first word -> most words of a name that starts with it
};

}  // namespace claimbase
