// Finds names of several words (journals, organisations, study designs, cues) in running text: longest first, one pass.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/language/byte_range.h"

namespace claimbase {

struct NameHit {
  ByteRange range;       // bytes of the text searched
  std::uint32_t id = 0;  // as given to add
};

/// Words are runs of letters and digits, compared folded: "Women’s Health & Science" meets "women's health science".
/// Immutable once filled: then safe for all threads.
class NameIndex {
 public:
  /// A name without any letter or digit is ignored; of two equal names the first stays.
  void add(std::string_view name, std::uint32_t id);

  /// The names in `text`, in order, none overlapping, the longest at each place. O(bytes of text x words of the longest
  /// name).
  [[nodiscard]] std::vector<NameHit> find_all(std::string_view text) const;

  /// The longest name at the very beginning of `text` (quotes and spaces before it allowed); range empty: none.
  [[nodiscard]] NameHit find_at_start(std::string_view text) const;

  /// The id of `name` as a whole, or `otherwise`.
  [[nodiscard]] std::uint32_t lookup(std::string_view name, std::uint32_t otherwise) const;

 private:
  std::unordered_map<std::string, std::uint32_t> names_;       // folded words joined by a space -> id
  std::unordered_map<std::string, std::size_t> longest_from_;  // first word -> most words of a name that starts with it
};

/// The words of `text` as NameIndex sees them.
struct FoldedWord {
  ByteRange range;
  std::string text;
};
[[nodiscard]] std::vector<FoldedWord> folded_words(std::string_view text);

}  // namespace claimbase
