#include "analysis/language/quantity.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "analysis/language/fold_table.h"
#include "analysis/language/number.h"
#include "analysis/language/units.h"
#include "analysis/language/utf8.h"

namespace claimbase {
namespace {

constexpr std::size_t kLongestNumberWord = 16;  // bytes
constexpr std::size_t kLongestGap = 48;         // bytes of other words between a number and what it counts
constexpr std::size_t kLongestInterval = 64;    // bytes of "(95% CI 0.86-0.98)"

bool is_digit(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}
bool is_letter(char32_t c) {
  return u_isalpha(static_cast<UChar32>(c)) != 0;
}
bool is_dash(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const CodePoint c = decode_utf8(text, at);
    if (c.value != ' ' && c.value != 0xA0 && c.value != 0x202F && c.value != 0x2009) break;
    at += c.size;
  }
  return at;
}

std::size_t spaces_before(std::string_view text, std::size_t end) {
  while (end > 0) {
    const CodePoint c = decode_utf8_before(text, end);
    if (c.value != ' ' && c.value != 0xA0) break;
    end -= c.size;
  }
  return end;
}

/// A number in digits or words at `at`; `end` == `at` where there is none.
PrintedNumber number_at(std::string_view text, std::size_t at, std::string_view language) {
  PrintedNumber none;
  none.end = at;
  if (at >= text.size()) return none;
  if (is_digit(text, at)) return read_number(text, at, language);
  std::size_t end = at;
  while (end < text.size() && end - at <= kLongestNumberWord && is_letter(decode_utf8(text, end).value)) {
    end += decode_utf8(text, end).size;
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

/// Whether a number may begin at `at`: no part of a name (B12, omega-3, 4.5.6) and no marker glued to a full stop.
bool may_begin(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const CodePoint before = decode_utf8_before(text, at);
  if (u_isalnum(static_cast<UChar32>(before.value)) != 0 || before.value == '_') return false;
  const std::size_t begin = at - before.size;
  if (begin == 0) return true;
  const CodePoint earlier = decode_utf8_before(text, begin);
  const bool name = u_isalnum(static_cast<UChar32>(earlier.value)) != 0;
  const bool glue = is_dash(before.value) || before.value == '.' || before.value == ',' || before.value == '\'';
  return !(glue && name);
}

struct Range {
  PrintedNumber low;
  PrintedNumber high;
  std::optional<FoundUnit> first_unit;  // "300 mg tot 400 mg"
  std::size_t end = 0;
};

/// "300", "300-400", "300 tot 400", "tussen 300 en 400", "300 mg tot 400": what stands before the last unit.
Range range_at(std::string_view text, std::size_t begin, PrintedNumber first, std::string_view language) {
  Range single{first, first, std::nullopt, first.end};
  std::size_t at = skip_spaces(text, first.end);
  const auto inner = unit_at(text, at, UnitRole::unit);
  for (const std::size_t from : {at, inner ? skip_spaces(text, inner->end) : at}) {
    std::size_t next = from;
    const CodePoint c = from < text.size() ? decode_utf8(text, from) : CodePoint{};
    if (from < text.size() && is_dash(c.value)) {
      next = from + c.size;
    } else if (const auto word = unit_at(text, from, UnitRole::joiner)) {
      next = word->end;
    } else if (const auto pair = unit_at(text, from, UnitRole::pair);
               pair && unit_before(text, spaces_before(text, begin), UnitRole::between)) {
      next = pair->end;
    }
    if (next == from) continue;
    const std::size_t second_at = skip_spaces(text, next);
    const PrintedNumber second = number_at(text, second_at, language);
    if (second.end == second_at || second.value < first.value) continue;
    if (from != at) return {first, second, inner, second.end};
    return {first, second, std::nullopt, second.end};
  }
  return single;
}

/// The unit after the number, a space or hyphen between ("12-week trial").
std::optional<FoundUnit> unit_after(std::string_view text, std::size_t at, UnitRole role) {
  std::size_t from = skip_spaces(text, at);
  if (from == at && at < text.size() && is_dash(decode_utf8(text, at).value)) from += decode_utf8(text, at).size;
  return unit_at(text, from, role);
}

/// The form with `role` at most three plain words on: "29 klinische studies", "600 mg magnesium per dag".
std::optional<FoundUnit> after_words(std::string_view text, std::size_t at, UnitRole role) {
  std::size_t from = skip_spaces(text, at);
  if (from == at) return std::nullopt;
  for (std::size_t words = 0; words < 4 && from < text.size() && from - at < kLongestGap; ++words) {
    if (const auto found = unit_at(text, from, role)) return found;
    std::size_t end = from;
    while (end < text.size()) {
      const CodePoint c = decode_utf8(text, end);
      if (!is_letter(c.value) && !is_dash(c.value)) break;
      end += c.size;
    }
    const std::size_t next = skip_spaces(text, end);
    if (end == from || next == end) return std::nullopt;
    from = next;
  }
  return std::nullopt;
}

/// The end of a confidence interval in brackets or after a comma; `at` where there is none.
std::size_t interval_end(std::string_view text, std::size_t at, std::string_view language) {
  std::size_t from = skip_spaces(text, at);
  if (from >= text.size() || std::string_view("([,;").find(text[from]) == std::string_view::npos) return at;
  const bool bracket = text[from] == '(' || text[from] == '[';
  from = skip_spaces(text, from + 1);
  if (!is_digit(text, from)) return at;
  const PrintedNumber level = read_number(text, from, language);
  const auto interval = unit_after(text, level.end, UnitRole::skip);
  if (!interval) return at;
  if (bracket) {
    const std::size_t close = text.substr(0, std::min(text.size(), at + kLongestInterval)).find_first_of(")]", from);
    return close == std::string_view::npos ? at : close + 1;
  }
  std::size_t end = interval->end;
  while (end < text.size() && !is_digit(text, end) && end - interval->end < 4) ++end;
  if (!is_digit(text, end)) return at;
  return range_at(text, end, read_number(text, end, language), language).end;
}

class Finder {
 public:
  Finder(std::string_view text, ByteRange within, std::string_view language)
      : text_(within.of(text)), offset_(within.begin), language_(language) {}

  std::vector<Quantity> find() {
    for (std::size_t at = 0; at < text_.size();) {
      const CodePoint c = decode_utf8(text_, at);
      const bool digit = is_digit(text_, at);
      if (!digit && !is_letter(c.value)) {
        at += c.size;
        continue;
      }
      const PrintedNumber number = may_begin(text_, at) ? number_at(text_, at, language_) : PrintedNumber{0, at};
      at = number.end > at ? std::max(read(at, number), number.end) : word_end(at);
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::size_t word_end(std::size_t at) const {
    while (at < text_.size()) {
      const CodePoint c = decode_utf8(text_, at);
      if (u_isalnum(static_cast<UChar32>(c.value)) == 0) break;
      at += c.size;
    }
    return at;
  }

  /// What begins with `number`; the offset after it.
  std::size_t read(std::size_t begin, PrintedNumber number) {
    const Range range = range_at(text_, begin, number, language_);
    if (const auto skipped = unit_after(text_, range.end, UnitRole::skip)) return skipped->end;
    auto unit = unit_after(text_, range.end, UnitRole::unit);
    if (unit && range.first_unit && range.first_unit->unit.ucum != unit->unit.ucum) unit.reset();
    if (unit) return add_measure(begin, range, *unit);
    if (range.end != number.end) return read_single(begin, number);
    return read_bare(begin, number);
  }

  /// A range whose numbers do not share a unit after all.
  std::size_t read_single(std::size_t begin, PrintedNumber number) {
    const Range single{number, number, std::nullopt, number.end};
    if (const auto unit = unit_after(text_, number.end, UnitRole::unit)) return add_measure(begin, single, *unit);
    const Range range = range_at(text_, begin, number, language_);
    if (const auto noun = after_words(text_, range.end, UnitRole::noun); noun && !number.year_like) {
      return add(begin, noun->end, range, noun->unit);
    }
    return read_bare(begin, number);
  }

  std::size_t read_bare(std::size_t begin, PrintedNumber number) {
    const Range single{number, number, std::nullopt, number.end};
    // "145/90 mm Hg": the first of a pair has the unit of the second.
    if (number.end < text_.size() && text_[number.end] == '/' && is_digit(text_, number.end + 1)) {
      const PrintedNumber second = read_number(text_, number.end + 1, language_);
      const auto unit = unit_after(text_, second.end, UnitRole::unit);
      if (unit && unit->unit.kind == QuantityKind::pressure) return add(begin, number.end, single, unit->unit);
    }
    if (const auto label = label_before(begin)) {
      const std::size_t end = interval_end(text_, number.end, language_);
      return add(label->end, end, single, label->unit);
    }
    const auto noun =
        number.year_like || number.fraction ? std::nullopt : after_words(text_, number.end, UnitRole::noun);
    return noun ? add(begin, noun->end, single, noun->unit) : number.end;
  }

  [[nodiscard]] std::optional<FoundUnit> label_before(std::size_t begin) const {
    std::size_t end = spaces_before(text_, begin);
    if (end > 0 && (text_[end - 1] == '=' || text_[end - 1] == ':')) end = spaces_before(text_, end - 1);
    return unit_before(text_, end, UnitRole::label);
  }

  std::size_t add_measure(std::size_t begin, const Range& range, const FoundUnit& unit) {
    add(begin, unit.end, range, unit.unit);
    // "60 jaar" is an age after "ouder dan"; "2 capsules" a dose only where a time follows.
    const bool age = unit.unit.ucum == "a" && unit_before(text_, spaces_before(text_, begin), UnitRole::age);
    if (age) found_.back().kind = QuantityKind::other;
    const bool countable = unit.unit.ucum.starts_with('{') && unit.unit.kind == QuantityKind::other;
    if (unit.unit.kind != QuantityKind::dose && !countable) return unit.end;
    const std::size_t after = skip_spaces(text_, unit.end);
    if (const auto per = unit_at(text_, after, UnitRole::per)) {
      found_.back().kind = QuantityKind::dose;
      found_.back().unit += per->unit.ucum;
      found_.back().range.end = static_cast<std::uint32_t>(per->end) + offset_;
      return per->end;
    }
    if (countable) return unit.end;
    // "600 mg magnesium per dag": the range stays with the number, the time belongs to the unit.
    if (const auto per = after_words(text_, unit.end, UnitRole::per)) {
      found_.back().unit += per->unit.ucum;
      return unit.end;
    }
    // "10-20 mcg (400-800 IE) per dag": both are per day.
    if (after >= text_.size() || text_[after] != ')') return unit.end;
    const auto per = unit_at(text_, skip_spaces(text_, after + 1), UnitRole::per);
    if (!per) return unit.end;
    found_.back().unit += per->unit.ucum;
    if (found_.size() > 1) {
      Quantity& before = found_[found_.size() - 2];
      const std::size_t between = before.range.end - offset_;
      const bool apposed = before.kind == QuantityKind::dose && begin > between && begin - between <= 4 &&
                           text_.substr(between, begin - between).find('(') != std::string_view::npos;
      if (apposed && before.unit.find('/') == std::string::npos) before.unit += per->unit.ucum;
    }
    return unit.end;
  }

  std::size_t add(std::size_t begin, std::size_t end, const Range& range, const Unit& unit) {
    found_.push_back({{static_cast<std::uint32_t>(begin) + offset_, static_cast<std::uint32_t>(end) + offset_},
                      unit.kind,
                      range.low.value,
                      range.high.value,
                      std::string(unit.ucum)});
    return end;
  }

  std::string_view text_;
  std::uint32_t offset_;
  std::string_view language_;
  std::vector<Quantity> found_;
};

}  // namespace

std::vector<Quantity> find_quantities(std::string_view text, ByteRange within, std::string_view language) {
  if (within.empty() || within.end > text.size()) return {};
  return Finder(text, within, language).find();
}

}  // namespace claimbase
