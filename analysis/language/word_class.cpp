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

// The characters from `Begin` to `End`, which a program asks ICU for when it meets the first of them: all of them at
// once would be a fortieth of what a search of a word costs.
template <char32_t Begin, char32_t End>
WordClass class_in(char32_t c) {
  static const auto table = [] {
    std::array<WordClass, End - Begin> made{};
    for (char32_t each = Begin; each < End; ++each) made[each - Begin] = class_by_property(static_cast<UChar32>(each));
    return made;
  }();
  return table[c - Begin];
}

constexpr char32_t kLatinEnd = 0x0250;
constexpr char32_t kPunctuation = 0x2000;
constexpr char32_t kPunctuationEnd = 0x2070;

}  // namespace

WordClass word_class(char32_t c) {
  if (c < kLatinEnd) return class_in<0, kLatinEnd>(c);
  if (c >= kPunctuation && c < kPunctuationEnd) return class_in<kPunctuation, kPunctuationEnd>(c);
  return c < kTableEnd ? class_in<kLatinEnd, kTableEnd>(c) : WordClass::complex;
}

}  // namespace claimbase
