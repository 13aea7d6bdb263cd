#include "analysis/language/word_class.h"

#include <unicode/uchar.h>

#include <array>

namespace claimbase {
namespace {

constexpr char32_t kTableEnd = 0x2E80;  // the first CJK block

WordClass class_by_property(UChar32 c) {
  const auto core = [c](WordClass kind) {
    // A decimal sign of another script counts as a digit for boundaries, but alone it is no word.
    return u_isalnum(c) != 0 ? kind : WordClass::complex;
  };
  if (u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT) return WordClass::complex;
  switch (static_cast<UWordBreakValues>(u_getIntPropertyValue(c, UCHAR_WORD_BREAK))) {
    case U_WB_ALETTER:
      return core(WordClass::letter);
    case U_WB_NUMERIC:
      return core(WordClass::digit);
    case U_WB_EXTENDNUMLET:
      return WordClass::connector;
    // ICU leaves the colon out of MidLetter for all languages but Finnish and Swedish.
    case U_WB_MIDLETTER:
      return c == ':' ? WordClass::other : WordClass::mid_letter;
    case U_WB_MIDNUM:
      return WordClass::mid_number;
    case U_WB_MIDNUMLET:
    case U_WB_SINGLE_QUOTE:
      return WordClass::mid_both;
    case U_WB_OTHER:
    case U_WB_CR:
    case U_WB_LF:
    case U_WB_NEWLINE:
    case U_WB_WSEGSPACE:
    case U_WB_DOUBLE_QUOTE:
      return WordClass::other;
    default:
      return WordClass::complex;
  }
}

std::array<WordClass, kTableEnd> make_table() {
  std::array<WordClass, kTableEnd> table{};
  for (char32_t c = 0; c < kTableEnd; ++c) table[c] = class_by_property(static_cast<UChar32>(c));
  return table;
}

}  // namespace

WordClass word_class(char32_t c) {
  static const std::array<WordClass, kTableEnd> table = make_table();
  return c < kTableEnd ? table[c] : WordClass::complex;
}

}  // namespace claimbase
