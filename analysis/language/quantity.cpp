#include "analysis/language/quantity.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstddef>

#include "analysis/language/amount.h"
#include "analysis/language/number.h"
#include "analysis/language/units.h"
#include "analysis/language/utf8.h"

namespace claimbase {
namespace {

constexpr std::size_t kLongestGap = 48;        // bytes of other words between a number and what it counts
constexpr std::size_t kMostWordsBetween = 3;   // of those
constexpr std::size_t kFarthestInterval = 80;  // bytes from an effect size to its interval
constexpr std::size_t kMostBetween = 4;        // quantities looked through for it
constexpr double kLargestRatio = 40;           // "HR 72" is a heart rate
constexpr std::size_t kMostPers = 3;           // "mg/kg/dag" has two

bool is_digit(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return u_isalpha(static_cast<UChar32>(c)) != 0;
}

bool is_effect(QuantityKind kind) {
  return kind == QuantityKind::ratio || kind == QuantityKind::difference || kind == QuantityKind::percentage ||
         kind == QuantityKind::pressure || kind == QuantityKind::other || kind == QuantityKind::nnt ||
         kind == QuantityKind::duration;
}

/// What names a number from before it.
struct NumberLabel {
  const QuantityWord* word = nullptr;
  std::size_t begin = 0;
  char sign = 0;  // '=', '<', '>' or none
};

class Finder {
 public:
  Finder(std::string_view text, ByteRange within, std::string_view language)
      : text_(within.of(text)), offset_(within.begin), language_(language) {}

  std::vector<Quantity> find() {
    for (std::size_t at = next_number_place(text_, 0); at < text_.size(); at = next_number_place(text_, at)) {
      at = number_may_begin(text_, at) ? std::max(read_at(at), at + 1) : word_end(at);
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::size_t word_end(std::size_t at) const {
    while (at < text_.size()) {
      const CodePoint c = decode_utf8(text_, at);
      if (!is_letter(c.value) && !is_digit(text_, at)) break;
      at += c.size;
    }
    return at;
  }

  /// What begins with the number at `begin`; the offset behind it, or behind the word where it is no number.
  std::size_t read_at(std::size_t begin) {
    const PrintedNumber number = number_at(text_, begin, language_);
    if (number.end == begin) return read_repeat(begin);
    const std::size_t behind = unit_place(number.end);
    const FoundUnits next = units_at(text_, behind);
    if (const FoundUnit level = next[UnitRole::interval]) return read_interval(begin, level.end);
    if (next[UnitRole::times] && !next[UnitRole::unit]) {
      if (const std::size_t end = read_times(begin, number.value, next[UnitRole::times].end)) return end;
    }
    const NumberLabel label = label_before(begin);
    if (label.word && label.word->role == UnitRole::bounds) {
      if (const auto bounds = bounds_at(text_, minus_before(text_, begin), language_)) {
        return add_interval(begin, *bounds);
      }
    }
    const Amount amount = amount_at(text_, begin, number, language_);
    const std::size_t behind_amount = unit_place(amount.end);
    FoundUnit unit = behind_amount == behind ? next[UnitRole::unit] : unit_at(text_, behind_amount, UnitRole::unit);
    if (unit && amount.first_unit && amount.first_unit.unit->ucum != unit.unit->ucum) unit = {};
    if (unit) return read_measure(amount, unit, label);
    if (!amount.range) return read_bare(amount, label);
    // A range whose numbers do not share a unit after all.
    const Amount single{number.value, number.value, begin, number.end, false, amount.countable, {}, number.end};
    if (const FoundUnit own = next[UnitRole::unit]) return read_measure(single, own, label);
    if (label.word && label.word->role != UnitRole::void_label) return read_bare(single, label);
    return read_count(amount, label);
  }

  /// Where a unit may stand: a space or hyphen between ("12-week trial").
  [[nodiscard]] std::size_t unit_place(std::size_t end) const {
    const std::size_t from = skip_spaces(text_, end);
    if (from != end || end >= text_.size()) return from;
    const CodePoint c = decode_utf8(text_, end);
    return is_dash(c.value) ? end + c.size : end;
  }

  /// "tweemaal daags", "once daily".
  std::size_t read_repeat(std::size_t begin) {
    const FoundUnit repeat = unit_at(text_, begin, UnitRole::repeat);
    if (!repeat) return word_end(begin);
    const FoundUnit per = unit_at(text_, skip_spaces(text_, repeat.end), UnitRole::per);
    if (per)
      return add(begin, per.end, QuantityKind::frequency, repeat.unit->value, repeat.unit->value, per.unit->ucum);
    return repeat.end;
  }

  /// "3 keer per dag", "2 x 500 mg"; 0 where it is neither.
  std::size_t read_times(std::size_t begin, double times, std::size_t end) {
    const std::size_t at = skip_spaces(text_, end);
    if (const FoundUnit per = unit_at(text_, at, UnitRole::per)) {
      return add(begin, per.end, QuantityKind::frequency, times, times, per.unit->ucum);
    }
    const PrintedNumber number = number_at(text_, at, language_);
    if (number.end == at) return 0;
    Amount amount = amount_at(text_, at, number, language_);
    const FoundUnit unit = unit_at(text_, unit_place(amount.end), UnitRole::unit);
    if (!unit || unit.unit->kind != QuantityKind::dose) return 0;
    amount.low *= times;
    amount.high *= times;
    amount.begin = begin;
    return read_measure(amount, unit, {});
  }

  [[nodiscard]] NumberLabel label_before(std::size_t begin) const {
    std::size_t end = minus_before(text_, begin);
    if (end > 0 && text_[end - 1] == '.') --end;  // "p < .05"
    end = spaces_before(text_, end);
    char sign = 0;
    if (end > 0) {
      const CodePoint c = decode_utf8_before(text_, end);
      if (c.value == '<' || c.value == 0x2264) sign = '<';
      if (c.value == '>' || c.value == 0x2265) sign = '>';
      if (c.value == '=' || c.value == ':' || c.value == '~' || c.value == 0x2248) sign = '=';
      // "n=" is a label with its sign.
      if (const FoundUnit whole = sign == '=' ? unit_before(text_, end, UnitRole::label) : FoundUnit{}) {
        return {whole.unit, whole.end, sign};
      }
      if (sign != 0 || c.value == ',') end = spaces_before(text_, end - c.size);
    }
    FoundUnits words = units_before(text_, end);
    if (const FoundUnit copula = words[UnitRole::copula]) {
      sign = sign == 0 ? '=' : sign;
      end = spaces_before(text_, copula.end);
      if (end > 0 && (text_[end - 1] == ')' || text_[end - 1] == ']')) --end;  // "relatief risico (RR) van"
      words = units_before(text_, end);
    } else if (end > 0 && (text_[end - 1] == ')' || text_[end - 1] == ']')) {
      words = units_before(text_, end - 1);
    }
    for (const UnitRole role : {UnitRole::label, UnitRole::bounds, UnitRole::void_label}) {
      if (words[role]) return {words[role].unit, with_long_name(words[role].end), sign};
    }
    if (sign != 0 && words[UnitRole::sign_label]) {
      return {words[UnitRole::sign_label].unit, words[UnitRole::sign_label].end, sign};
    }
    return {};
  }

  /// "relatief risico (RR)": the begin of both, where `begin` is that of the name in brackets.
  [[nodiscard]] std::size_t with_long_name(std::size_t begin) const {
    if (begin == 0 || (text_[begin - 1] != '(' && text_[begin - 1] != '[')) return begin;
    const FoundUnit name = unit_before(text_, spaces_before(text_, begin - 1), UnitRole::label);
    return name ? name.end : begin;
  }

  /// A number with a unit behind it.
  std::size_t read_measure(const Amount& amount, const FoundUnit& unit, const NumberLabel& label) {
    const QuantityWord& word = *unit.unit;
    if (label.word && word.kind == QuantityKind::percentage && label.word->role == UnitRole::void_label)
      return unit.end;
    const bool names_difference = label.word && label.word->kind == QuantityKind::difference;
    const bool signs = word.kind == QuantityKind::percentage || word.kind == QuantityKind::pressure ||
                       word.kind == QuantityKind::other || names_difference;
    const std::size_t minus = signs && !amount.range ? minus_before(text_, amount.begin) : amount.begin;
    const double sign = minus < amount.begin ? -1 : 1;
    if (names_difference)
      return add_effect(label.begin, unit.end, label.word->kind, sign * amount.low, sign * amount.high, word.ucum);
    if (word.kind == QuantityKind::dose || is_countable(word)) return read_dose(amount, unit);
    if (word.ucum == "h" && is_time_of_day(amount.begin, unit.end)) return unit.end;
    // "60 jaar" is an age after "ouder dan".
    const bool age = word.ucum == "a" && word.kind == QuantityKind::duration &&
                     unit_before(text_, spaces_before(text_, amount.begin), UnitRole::age);
    return add_effect(minus, unit.end, age ? QuantityKind::age : word.kind, sign * amount.low, sign * amount.high,
                      word.ucum);
  }

  /// "16.00 uur", "08:30 uur", of which the number may be no more than the minutes.
  [[nodiscard]] bool is_time_of_day(std::size_t begin, std::size_t end) const {
    if (begin > 0 && text_[begin - 1] == ':') begin -= std::min<std::size_t>(begin, 3);
    while (begin < end && text_[begin] == ' ') ++begin;
    const std::string_view words = text_.substr(begin, end - begin);
    const auto digit = [&](std::size_t at) { return at < words.size() && words[at] >= '0' && words[at] <= '9'; };
    const std::size_t point = words.find_first_of(".:");
    const bool hours = (point == 1 || point == 2) && digit(0) && digit(point - 1);
    return hours && digit(point + 1) && digit(point + 2) && !digit(point + 3) && words[point + 1] <= '5';
  }

  /// "capsules": a dose only where a time is told.
  static bool is_countable(const QuantityWord& word) {
    return word.kind == QuantityKind::other && word.ucum.starts_with('{');
  }

  /// Appends to `unit` what stands behind `at`: "/dag", " per kg per dag". The offset behind it.
  std::size_t take_pers(std::size_t at, std::string& unit) const {
    for (std::size_t i = 0; i < kMostPers; ++i) {
      const FoundUnit per = unit_at(text_, skip_spaces(text_, at), UnitRole::per);
      if (!per) break;
      unit += per.unit->ucum;
      at = per.end;
    }
    return at;
  }

  std::size_t read_dose(const Amount& amount, const FoundUnit& unit) {
    std::string code = unit.unit->ucum;
    const std::size_t end = take_pers(unit.end, code);
    bool timed = end != unit.end;
    // "dagelijks 300 mg"
    if (!timed || code.find("/d") == std::string::npos) {
      const FoundUnit before = unit_before(text_, spaces_before(text_, amount.begin), UnitRole::daily);
      const bool own = before && (found_.empty() || before.end + offset_ >= found_.back().range.end);
      if (own) code += before.unit->ucum;
      timed = timed || own;
    }
    if (is_countable(*unit.unit)) {
      return add(amount.begin, end, timed ? QuantityKind::dose : unit.unit->kind, amount.low, amount.high, code);
    }
    // "600 mg magnesium per dag": the range stays with the number, the time belongs to the unit.
    if (!timed) {
      if (const FoundUnit per = after_words(unit.end, UnitRole::per)) code += per.unit->ucum;
    }
    const bool same = is_same_dose(amount.begin, code);
    if (same && code.find('/') == std::string::npos) take_pers_behind_bracket(end, code);
    return add(amount.begin, end, same ? QuantityKind::equivalent : QuantityKind::dose, amount.low, amount.high, code);
  }

  /// "25 µg (1000 IE)": the dose before it, told in another unit.
  [[nodiscard]] bool is_same_dose(std::size_t begin, const std::string& code) const {
    if (found_.empty() || found_.back().kind != QuantityKind::dose) return false;
    const std::string_view unit = std::string_view(found_.back().unit);
    if (unit.substr(0, unit.find('/')) == std::string_view(code).substr(0, code.find('/'))) return false;
    std::size_t at = skip_spaces(text_, found_.back().range.end - offset_);
    const bool bracket = at < begin && (text_[at] == '(' || text_[at] == '[');
    const bool slash = at < begin && (text_[at] == '/' || text_[at] == '=');
    if (at < begin && (bracket || slash || text_[at] == ',')) at = skip_spaces(text_, at + 1);
    if (at < begin && text_[at] == '=') at = skip_spaces(text_, at + 1);
    const FoundUnit word = unit_before(text_, spaces_before(text_, begin), UnitRole::equals);
    if (word && word.end <= at) return true;
    return at == begin && (bracket || slash);
  }

  /// "10-20 mcg (400-800 IE) per dag": both are per day.
  void take_pers_behind_bracket(std::size_t end, std::string& code) {
    const std::size_t close = skip_spaces(text_, end);
    Quantity& before = found_.back();
    const std::size_t slash = before.unit.find('/');
    if (slash != std::string::npos) {
      code += before.unit.substr(slash);
      return;
    }
    if (close >= text_.size() || (text_[close] != ')' && text_[close] != ']')) return;
    std::string pers;
    take_pers(close + 1, pers);
    code += pers;
    before.unit += pers;
  }

  /// A number with no unit behind it.
  std::size_t read_bare(const Amount& amount, const NumberLabel& label) {
    // "145/90 mm Hg": the first of a pair has the unit of the second.
    if (amount.end < text_.size() && text_[amount.end] == '/' && is_digit(text_, amount.end + 1)) {
      const PrintedNumber second = read_number(text_, amount.end + 1, language_);
      const FoundUnit unit = unit_at(text_, unit_place(second.end), UnitRole::unit);
      if (unit && unit.unit->kind == QuantityKind::pressure) {
        return add(amount.begin, amount.end, unit.unit->kind, amount.low, amount.high, unit.unit->ucum);
      }
    }
    const bool names = label.word && label.word->role != UnitRole::void_label && label.word->role != UnitRole::bounds;
    if (!names) return read_count(amount, label);
    const double value = minus_before(text_, amount.begin) < amount.begin ? -amount.low : amount.low;
    if (label.word->kind == QuantityKind::p_value) {
      if (value < 0 || value > 1) return amount.end;
      const double low = label.sign == '<' ? 0 : value;
      const double high = label.sign == '>' ? 1 : value;
      return add(label.begin, amount.end, label.word->kind, low, high, label.word->ucum);
    }
    if (label.word->kind == QuantityKind::ratio && value > kLargestRatio) return amount.end;
    return add_effect(label.begin, amount.end, label.word->kind, value, value, label.word->ucum);
  }

  std::size_t read_count(const Amount& amount, const NumberLabel& label) {
    if (label.word || !amount.countable) return amount.first_end;
    const FoundUnit noun = after_words(amount.end, UnitRole::noun);
    if (!noun) return amount.first_end;
    return add(amount.begin, noun.end, noun.unit->kind, amount.low, amount.high, noun.unit->ucum);
  }

  /// The form with `role` a few plain words on: "29 klinische studies", "600 mg magnesium per dag".
  [[nodiscard]] FoundUnit after_words(std::size_t at, UnitRole role) const {
    std::size_t from = skip_spaces(text_, at);
    if (from == at) return {};
    for (std::size_t words = 0; words <= kMostWordsBetween && from < text_.size() && from - at < kLongestGap; ++words) {
      const FoundUnits here = units_at(text_, from);
      if (here[role]) return here[role];
      // "500 mg twee keer per dag": the time is that of the next quantity.
      if (here[UnitRole::times] || here[UnitRole::repeat] || is_digit(text_, from)) return {};
      std::size_t end = from;
      while (end < text_.size()) {
        const CodePoint c = decode_utf8(text_, end);
        if (!is_letter(c.value) && !is_dash(c.value)) break;
        end += c.size;
      }
      const std::size_t next = skip_spaces(text_, end);
      if (end == from || next == end) return {};
      from = next;
    }
    return {};
  }

  /// "95% CI 0.86-0.98": `begin` is that of its level, `at` behind the words.
  std::size_t read_interval(std::size_t begin, std::size_t at) {
    std::size_t from = skip_spaces(text_, at);
    while (from < text_.size() && std::string_view("(:[,;=").find(text_[from]) != std::string_view::npos) {
      from = skip_spaces(text_, from + 1);
    }
    for (const UnitRole role : {UnitRole::copula, UnitRole::between}) {
      const FoundUnit word = word_at_with(from, role);
      if (word) from = skip_spaces(text_, word.end);
    }
    const auto bounds = bounds_at(text_, from, language_);
    return bounds ? add_interval(begin, *bounds) : at;
  }

  /// A form that is looked for backwards, read forwards: copulas and "tussen" are single words.
  [[nodiscard]] FoundUnit word_at_with(std::size_t at, UnitRole role) const {
    const std::size_t end = word_end(at);
    if (end == at) return {};
    const FoundUnit found = unit_before(text_, end, role);
    return found && found.end == at ? FoundUnit{found.unit, end} : FoundUnit{};
  }

  /// An interval has the unit of its effect size; where there is none close before it, it is left out.
  std::size_t add_interval(std::size_t begin, const Amount& bounds) {
    const auto earliest = found_.rbegin() + static_cast<std::ptrdiff_t>(std::min(found_.size(), kMostBetween));
    const auto before =
        std::find_if(found_.rbegin(), earliest, [](const Quantity& each) { return is_effect(each.kind); });
    if (before == earliest || begin + offset_ > before->range.end + kFarthestInterval) return bounds.end;
    const std::string unit = before->unit;
    return add(begin, bounds.end, QuantityKind::interval, bounds.low, bounds.high, unit);
  }

  /// An effect size, and the interval that may stand in brackets right behind it without a name: "RR 0.92 (0.86-0.98)".
  std::size_t add_effect(std::size_t begin, std::size_t end, QuantityKind kind, double low, double high,
                         const std::string& unit) {
    add(begin, end, kind, std::min(low, high), std::max(low, high), unit);
    if (kind != QuantityKind::ratio && kind != QuantityKind::difference) return end;
    const std::size_t open = skip_spaces(text_, end);
    if (open >= text_.size() || (text_[open] != '(' && text_[open] != '[')) return end;
    const auto bounds = bounds_at(text_, open + 1, language_);
    if (!bounds || bounds->low > low || bounds->high < high) return end;
    return add(bounds->begin, bounds->end, QuantityKind::interval, bounds->low, bounds->high, unit);
  }

  std::size_t add(std::size_t begin, std::size_t end, QuantityKind kind, double low, double high, std::string unit) {
    const std::size_t last = found_.empty() ? 0 : found_.back().range.end - offset_;
    begin = std::max(begin, last);  // a label that an earlier quantity ends with
    found_.push_back({{static_cast<std::uint32_t>(begin) + offset_, static_cast<std::uint32_t>(end) + offset_},
                      kind,
                      low,
                      high,
                      std::move(unit)});
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
