// Word boundaries of a text, UAX #29 (Unicode Text Segmentation) as ICU implements it.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "analysis/language/byte_range.h"

namespace claimbase {

/// Longer words are cut here, at a whole code point.
constexpr std::size_t kMaxWordBytes = 256;

/// Finds words; text of plain letters, digits and punctuation is cut by the rules WB5 to WB13b directly (no ICU call a
/// character), any run between spaces that holds something else (combining marks, scripts without spaces, joiners) by
/// ICU's iterator. Both give the same words; a test compares them. Linear time. Not for two threads at once.
class WordBreaker {
 public:
  WordBreaker();
  ~WordBreaker();
  WordBreaker(WordBreaker&&) noexcept;
  WordBreaker& operator=(WordBreaker&&) noexcept;

  /// The words of `text` (runs with a letter or digit in them), appended to `out`. Bytes that are not UTF-8 separate.
  void find(std::string_view text, std::vector<ByteRange>& out);

  /// As find, by ICU's iterator only, run by run between spaces: what find is measured against.
  void find_by_icu(std::string_view text, std::vector<ByteRange>& out);

 private:
  struct Iterator;
  void fragment_by_icu(std::string_view text, std::size_t begin, std::size_t end, std::vector<ByteRange>& out);
  std::unique_ptr<Iterator> icu_;
};

}  // namespace claimbase
