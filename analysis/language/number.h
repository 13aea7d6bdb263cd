// Printed numbers: "1,78", "1.000", "1,200", and number words.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace claimbase {

struct PrintedNumber {
  double value = 0;
  std::size_t end = 0;     // offset after it
  bool fraction = false;   // has decimals
  bool year_like = false;  // four digits and nothing else, 1800 to 2199
};

/// The number at text[at], a digit. A group of three digits after the language's thousands mark (point in Dutch, comma
/// in English) is thousands, unless a zero leads; any other single point or comma is decimal.
[[nodiscard]] PrintedNumber read_number(std::string_view text, std::size_t at, std::string_view language);

/// "drie" is 3, "twelve" is 12 (corpus/language/<language>/numbers.tsv). `word` folded.
[[nodiscard]] std::optional<double> number_word(std::string_view word, std::string_view language);

/// The first place at or behind `at` where a number may begin: a digit, or a word that begins as a number word does
/// (any language's) or as a word with the role `repeat` ("tweemaal"). text.size() where there is none. One table
/// look-up a byte.
[[nodiscard]] std::size_t next_number_place(std::string_view text, std::size_t at);

}  // namespace claimbase
