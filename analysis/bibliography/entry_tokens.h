// An entry as the sequence model sees it: words, what stands between them, and what is known of each. Pure, linear.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/language/byte_range.h"

namespace claimbase::entry {

inline constexpr int kFirstYear = 1500;
inline constexpr int kLastYear = 2099;

/// Numbers are part of the model file.
enum class Shape : std::uint8_t {
  year,   // kFirstYear to kLastYear
  digit,  // one
  digits2,
  digits3,
  digits4,  // no year
  digits_more,
  initial,        // "J"
  initials,       // "JK", "JKL"
  upper,          // longer, all capitals
  capital_short,  // "Nutr", up to four letters
  capital,
  lower_short,  // up to three letters
  lower,
  mixed,          // "pH", "McDonald"
  letter_digits,  // "e228", "S12"
  digits_letter,  // "29S", "1999a", "2nd"
  uncased         // scripts without capitals
};
inline constexpr std::size_t kShapes = 17;

/// What stands between two words, white space aside; brackets and full stops before commas and colons.
/// Numbers are part of the model file.
enum class Separator : std::uint8_t {
  space,
  nothing,
  full_stop,
  full_stop_glued,  // no space behind: "J.K.", "2010.12"
  comma,
  comma_glued,
  semicolon,
  colon,
  colon_glued,
  dash,
  dash_spaced,
  apostrophe,
  slash,
  ampersand,
  question,
  open_bracket,
  close_bracket,
  close_open,      // ") ("
  close_stop,      // ")." "),"
  close_colon,     // "):"
  stop_open,       // ". (" ", ["
  open_quote,      // any before
  close_quote,     // any behind
  stop_comma,      // ".,": an initial, then a comma
  stop_semicolon,  // ".;"
  gap,             // "[...]", "…"
  start,
  end,
  other
};
inline constexpr std::size_t kSeparators = 29;

struct Token {
  ByteRange range;
  std::uint64_t word = 0;     // hash of the folded word
  std::uint64_t prefix = 0;   // hash of its first three letters
  std::uint64_t suffix = 0;   // hash of its last three
  std::uint32_t lexicon = 0;  // LexiconFlag
  std::uint8_t length = 0;    // in bytes, folded, at most 255
  Shape shape = Shape::lower;
  Separator before = Separator::space;
  Separator after = Separator::space;
  bool in_brackets = false;
  bool in_quotes = false;
  bool journal_begins = false;  // a journal known by name begins here
  bool in_journal = false;
  bool in_organisation = false;
};

/// The words of an entry, at most kMostTokens of them.
inline constexpr std::size_t kMostTokens = 600;
[[nodiscard]] std::vector<Token> tokens_of(std::string_view text);
/// Where they are, and no more than that.
[[nodiscard]] std::vector<ByteRange> word_ranges(std::string_view text);

[[nodiscard]] constexpr bool is_number(Shape shape) {
  return shape <= Shape::digits_more;
}
[[nodiscard]] constexpr bool has_digits(Shape shape) {
  return is_number(shape) || shape == Shape::letter_digits || shape == Shape::digits_letter;
}
[[nodiscard]] constexpr bool is_capitalised(Shape shape) {
  return shape >= Shape::initial && shape <= Shape::capital;
}

}  // namespace claimbase::entry
