#include "query/quantity_notations.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>

#include "analysis/language/amount.h"
#include "analysis/language/number.h"
#include "analysis/language/resources.h"
#include "analysis/language/units.h"
#include "analysis/language/utf8.h"

namespace claimbase {
namespace {

constexpr double kGreatest = 1e7;
constexpr std::size_t kGlued = 4;  // bytes of a unit that is printed right behind its number
constexpr double kThousandths = 1000;
constexpr double kSame = 1e-9;  // of a number, that arithmetic may lose

struct UnitSize {
  std::string code;
  double factor = 1;  // what one of them is of the amount's unit
};

double number_of(std::string_view text) {
  double number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  if (!(number > 0)) throw std::logic_error("unit sizes: no size in \"" + std::string(text) + "\"");
  return number;
}

// The unit itself first, then those of its kind.
std::vector<UnitSize> sizes_like(std::string_view unit) {
  std::vector<UnitSize> sizes{{std::string(unit), 1}};
  const auto rows = tsv_rows(resource("search/unit_sizes.tsv"));
  const auto own = std::ranges::find_if(rows, [&](const auto& row) { return row.size() > 2 && row[0] == unit; });
  if (own == rows.end()) return sizes;
  for (const auto& row : rows) {
    if (row.size() < 3 || row[0] == unit || row[1] != (*own)[1]) continue;
    sizes.push_back({std::string(row[0]), number_of(row[2]) / number_of((*own)[2])});
  }
  return sizes;
}

bool has_word(std::string_view form) {
  return std::ranges::any_of(form, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  });
}

// Where a full-text index has words only, "8 %" would find each 8.
std::vector<std::string> forms_of(std::string_view unit) {
  std::vector<std::string> forms;
  for (const auto& row : tsv_rows(resource("language/units.tsv"))) {
    if (row.size() > 2 && row[1] == "unit" && row[2] == unit && has_word(row[0])) forms.emplace_back(row[0]);
  }
  return forms;
}

std::string with_thousands(const std::string& whole, char mark) {
  std::string marked;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (i > 0 && (whole.size() - i) % 3 == 0) marked += mark;
    marked += whole[i];
  }
  return marked;
}

// "0,3", "0.3"; "1000", "1.000", "1,000"; none where it is not exact in three decimals.
std::vector<std::string> numbers_of(double value) {
  const double thousandths = std::round(value * kThousandths);
  const bool exact = std::abs(value * kThousandths - thousandths) <= kSame * std::abs(value * kThousandths);
  if (!exact || thousandths < 1 || value >= kGreatest) return {};
  std::string point = fmt::format("{:.3f}", thousandths / kThousandths);
  while (point.back() == '0') point.pop_back();
  if (point.back() == '.') {
    point.pop_back();
    if (point.size() < 4) return {point};
    return {point, with_thousands(point, '.'), with_thousands(point, ',')};
  }
  std::string comma = point;
  std::ranges::replace(comma, '.', ',');
  return {point, comma};
}

// Where a unit may stand behind a number: right there, behind spaces or a hyphen.
std::size_t unit_place(std::string_view text, std::size_t end) {
  const std::size_t from = skip_spaces(text, end);
  if (from != end || end >= text.size()) return from;
  const CodePoint c = decode_utf8(text, end);
  return is_dash(c.value) ? end + c.size : end;
}

PrintedNumber read_either(std::string_view text, std::size_t at) {
  const PrintedNumber dutch = number_at(text, at, "nl");
  const PrintedNumber english = number_at(text, at, "en");
  return english.end > dutch.end || (english.end == dutch.end && english.value > dutch.value) ? english : dutch;
}

/// A number or a range, with its unit.
struct Measure {
  Amount amount;
  FoundUnit unit;
  std::size_t unit_begin = 0;
};

std::vector<Measure> measures_in(std::string_view text) {
  std::vector<Measure> measures;
  for (std::size_t at = next_number_place(text, 0); at < text.size(); at = next_number_place(text, at + 1)) {
    if (!number_may_begin(text, at)) continue;
    const PrintedNumber number = read_either(text, at);
    if (number.end == at) continue;
    const Amount amount = amount_at(text, at, number, "nl");
    const std::size_t place = unit_place(text, amount.end);
    const FoundUnit unit = unit_at(text, place, UnitRole::unit);
    if (unit) measures.push_back({amount, unit, place});
    at = (unit ? unit.end : amount.end) - 1;
  }
  return measures;
}

// "300–400 mg" of "300–400 mg per dag".
std::string_view without_time(std::string_view printed) {
  const std::vector<Measure> measures = measures_in(printed);
  return measures.empty() ? printed : printed.substr(0, measures.back().unit.end);
}

}  // namespace

std::vector<QueryAmount> amounts_in(std::string_view text) {
  std::vector<QueryAmount> amounts;
  for (const Measure& measure : measures_in(text)) {
    if (measure.amount.range || measure.amount.low <= 0) continue;
    amounts.push_back({{static_cast<std::uint32_t>(measure.amount.begin), static_cast<std::uint32_t>(measure.unit.end)},
                       static_cast<std::uint32_t>(measure.amount.end),
                       static_cast<std::uint32_t>(measure.unit_begin),
                       measure.amount.low,
                       measure.unit.unit->ucum});
  }
  return amounts;
}

std::vector<std::string> notations_of(const QueryAmount& amount) {
  std::vector<std::string> notations;
  for (const UnitSize& size : sizes_like(amount.unit)) {
    const std::vector<std::string> numbers = numbers_of(amount.value / size.factor);
    if (numbers.empty()) continue;
    for (const std::string& form : forms_of(size.code)) {
      for (const std::string& number : numbers) {
        if (notations.size() + 2 > kMostNotations) return notations;
        notations.push_back(fmt::format("{} {}", number, form));
        if (form.size() <= kGlued && form.find(' ') == std::string::npos) notations.push_back(number + form);
      }
    }
  }
  return notations;
}

std::vector<std::string> printed_ranges(const Database& db, const QueryAmount& amount) {
  // All units in one look at the table; most amounts are no ranges.
  const std::vector<UnitSize> sizes = sizes_like(amount.unit);
  std::string holds;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    holds += fmt::format(
        "{0}(high >= ?{2} AND low <= ?{3} AND (unit = ?{1} OR substr(unit, 1, length(?{1}) + 1) = ?{1} || '/'))",
        i == 0 ? "" : " OR ", 3 * i + 1, 3 * i + 2, 3 * i + 3);
  }
  Statement rows(db, "SELECT printed FROM quantity WHERE low < high AND (" + holds +
                         ") GROUP BY printed ORDER BY count(*) DESC, printed LIMIT " + std::to_string(kMostPrinted));
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const double value = amount.value / sizes[i].factor;
    const int first = static_cast<int>(3 * i + 1);
    rows.bind(first, std::string_view(sizes[i].code));
    rows.bind(first + 1, value * (1 - kSame)).bind(first + 2, value * (1 + kSame));
  }
  std::vector<std::string> printed;
  while (rows.step()) {
    std::string form(without_time(rows.text(0)));
    if (std::ranges::find(printed, form) == printed.end()) printed.push_back(std::move(form));
  }
  return printed;
}

}  // namespace claimbase
