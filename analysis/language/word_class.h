// Word_Break classes (UAX #29) of the code points that can be cut without ICU's iterator.
#pragma once

#include <array>
#include <cstdint>

namespace claimbase {

enum class WordClass : std::uint8_t {
  other,       // separates
  letter,      // ALetter
  digit,       // Numeric
  connector,   // ExtendNumLet: "_"
  mid_letter,  // joins letters
  mid_number,  // joins digits: ","
  mid_both,    // MidNumLet, Single_Quote: "." and "'"
  complex,     // needs ICU: marks, joiners, Hebrew, kana, scripts that need a dictionary
};

/// From a table for code points below U+2E80; anything above is complex.
[[nodiscard]] WordClass word_class(char32_t c);

/// word_class of the bytes that are characters by themselves; `complex` for all others. A test compares the two.
inline constexpr std::array<WordClass, 256> kByteWordClass = [] {
  std::array<WordClass, 256> table{};
  for (unsigned c = 0x80; c < 256; ++c) table[c] = WordClass::complex;
  for (unsigned c = 'a'; c <= 'z'; ++c) table[c] = table[c - 'a' + 'A'] = WordClass::letter;
  for (unsigned c = '0'; c <= '9'; ++c) table[c] = WordClass::digit;
  table['_'] = WordClass::connector;
  table[','] = table[';'] = WordClass::mid_number;
  table['.'] = table['\''] = WordClass::mid_both;
  return table;
}();

}  // namespace claimbase
