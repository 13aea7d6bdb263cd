#include "analysis/language/amount.h"

#include <unicode/uchar.h>

#include <array>
#include <string>

#include "analysis/language/fold_table.h"
#include "analysis/language/utf8.h"

namespace claimbase {
namespace {

constexpr std::size_t kLongestNumberWord = 20;  // bytes

bool is_digit(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return u_isalpha(static_cast<UChar32>(c)) != 0;
}

bool is_word(char32_t c) {
  if (c < 0x80) return is_letter(c) || (c >= '0' && c <= '9');
  return u_isalnum(static_cast<UChar32>(c)) != 0;
}

bool is_space(char32_t c) {
  return c == ' ' || c == 0xA0 || c == 0x202F || c == 0x2009;
}

PrintedNumber word_at(std::string_view text, std::size_t at, std::string_view language) {
  PrintedNumber none;
  none.end = at;
  std::size_t end = at;
  while (end < text.size() && end - at <= kLongestNumberWord) {
    const CodePoint c = decode_utf8(text, end);
    if (!is_letter(c.value)) break;
    end += c.size;
  }
  if (end == at || end - at > kLongestNumberWord) return none;
  std::string word;
  fold_characters(text.substr(at, end - at), word);
  const auto value = number_word(word, language);
  if (!value) return none;
  PrintedNumber number;
  number.value = *value;
  number.end = end;
  return number;
}

/// The offset behind what joins two numbers, at `from`; `from` where nothing does.
std::size_t joined(std::string_view text, std::size_t begin, std::size_t from) {
  if (from >= text.size()) return from;
  const CodePoint c = decode_utf8(text, from);
  if (is_dash(c.value)) return from + c.size;
  const FoundUnits words = units_at(text, from);
  if (const FoundUnit joiner = words[UnitRole::joiner]) return joiner.end;
  if (const FoundUnit pair = words[UnitRole::pair];
      pair && unit_before(text, spaces_before(text, begin), UnitRole::between))
    return pair.end;
  return from;
}

}  // namespace

bool is_dash(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const CodePoint c = decode_utf8(text, at);
    if (!is_space(c.value)) break;
    at += c.size;
  }
  return at;
}

std::size_t spaces_before(std::string_view text, std::size_t end) {
  while (end > 0) {
    const CodePoint c = decode_utf8_before(text, end);
    if (!is_space(c.value)) break;
    end -= c.size;
  }
  return end;
}

PrintedNumber number_at(std::string_view text, std::size_t at, std::string_view language) {
  if (at >= text.size()) return {0, at};
  PrintedNumber number = is_digit(text, at) ? read_number(text, at, language) : word_at(text, at, language);
  if (number.end == at) return number;
  // ".05" is a fraction; the point is no full stop where nothing stands right before it.
  if (at > 0 && text[at - 1] == '.' && is_digit(text, at) && !number.fraction) {
    for (std::size_t i = at; i < number.end && i - at < 12; ++i) number.value /= 10;
    number.fraction = true;
    number.year_like = false;
  }
  const std::size_t next = skip_spaces(text, number.end);
  if (next == number.end || next >= text.size()) return number;
  const FoundUnits words = units_at(text, next);
  const FoundUnit scale = words[UnitRole::scale];
  if (!scale || words[UnitRole::unit]) return number;  // "miljard KVE" is a unit
  number.value *= scale.unit->value;
  number.end = scale.end;
  number.fraction = number.year_like = false;
  return number;
}

bool number_may_begin(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const CodePoint before = decode_utf8_before(text, at);
  if (is_word(before.value) || before.value == '_') return false;
  const std::size_t begin = at - before.size;
  if (begin == 0) return true;
  const bool glue = is_dash(before.value) || before.value == '.' || before.value == ',' || before.value == '\'';
  return !(glue && is_word(decode_utf8_before(text, begin).value));
}

std::size_t minus_before(std::string_view text, std::size_t at) {
  if (at == 0 || !is_digit(text, at)) return at;
  const CodePoint sign = decode_utf8_before(text, at);
  if (sign.value != '-' && sign.value != 0x2212 && sign.value != 0x2013) return at;
  const std::size_t begin = at - sign.size;
  if (begin == 0) return at;  // a bullet
  const CodePoint before = decode_utf8_before(text, begin);
  const bool opens = is_space(before.value) || before.value == '(' || before.value == '[' || before.value == '=';
  return opens ? begin : at;
}

Amount amount_at(std::string_view text, std::size_t begin, PrintedNumber first, std::string_view language) {
  Amount made{first.value, first.value, begin, first.end, false, !first.fraction && !first.year_like, {}, first.end};
  const std::size_t at = skip_spaces(text, first.end);
  if (at >= text.size()) return made;
  const FoundUnit inner = unit_at(text, at, UnitRole::unit);
  const std::array<std::size_t, 2> starts = {at, inner ? skip_spaces(text, inner.end) : at};
  for (std::size_t i = 0; i < (inner ? 2U : 1U); ++i) {
    const std::size_t next = joined(text, begin, starts[i]);
    if (next == starts[i]) continue;
    const std::size_t second_at = skip_spaces(text, next);
    const PrintedNumber second = number_at(text, second_at, language);
    if (second.end == second_at || second.value < first.value) continue;
    made.high = second.value;
    made.end = second.end;
    made.range = true;
    if (i == 1) made.first_unit = inner;
    return made;
  }
  return made;
}

std::optional<Amount> bounds_at(std::string_view text, std::size_t at, std::string_view language) {
  Amount made;
  std::size_t next = at;
  for (const bool first : {true, false}) {
    next = skip_spaces(text, next);
    const std::size_t sign_at = next;
    bool negative = false;
    if (next < text.size() && is_dash(decode_utf8(text, next).value)) {
      negative = true;
      next = next + decode_utf8(text, next).size;
    }
    if (next < text.size() && text[next] == '+') ++next;
    if (next < text.size() && text[next] == '.') ++next;
    if (!is_digit(text, next)) return std::nullopt;
    const PrintedNumber number = number_at(text, next, language);
    const double value = negative ? -number.value : number.value;
    next = number.end;
    if (!first) {
      made.high = value;
      break;
    }
    made.begin = sign_at;
    made.low = value;
    // A unit or sign of percentage may follow each bound: "12% tot 18%".
    const std::size_t unit_place = skip_spaces(text, next);
    const FoundUnit unit = unit_at(text, unit_place, UnitRole::unit);
    std::size_t from = unit ? skip_spaces(text, unit.end) : unit_place;
    if (from < text.size() && (text[from] == ',' || text[from] == ';')) {
      next = from + 1;
      continue;
    }
    if (from >= text.size()) return std::nullopt;
    const CodePoint c = decode_utf8(text, from);
    const FoundUnits words = units_at(text, from);
    if (is_dash(c.value)) {
      next = from + c.size;
    } else if (words[UnitRole::joiner]) {
      next = words[UnitRole::joiner].end;
    } else if (words[UnitRole::pair]) {
      next = words[UnitRole::pair].end;
    } else {
      return std::nullopt;
    }
  }
  if (made.high < made.low) return std::nullopt;
  const FoundUnit unit = unit_at(text, skip_spaces(text, next), UnitRole::unit);
  made.end = unit ? unit.end : next;
  made.range = true;
  return made;
}

}  // namespace claimbase
