// Word_Break classes (UAX #29) of the code points that can be cut without ICU's iterator.
#pragma once

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

}  // namespace claimbase
