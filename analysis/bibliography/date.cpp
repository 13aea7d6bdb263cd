#include <fmt/format.h>

#include "analysis/bibliography/entry_parts.h"
#include "analysis/bibliography/name_index.h"
#include "analysis/bibliography/names.h"
#include "analysis/bibliography/scan.h"

namespace claimbase::entry {

namespace {

bool is_day(const scan::Number& number) {
  return number.digits <= 2 && number.value >= 1 && number.value <= 31;
}
bool is_month(const scan::Number& number) {
  return number.digits <= 2 && number.value >= 1 && number.value <= 12;
}

std::string iso(int year, int month, int day) {
  if (month == 0) return fmt::format("{:04}", year);
  if (day == 0) return fmt::format("{:04}-{:02}", year, month);
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

}  // namespace

// Day first, as Dutch and most of Europe write numeric dates; year first where the first number has four digits.
Date read_date(std::string_view text, std::size_t position) {
  if (position >= text.size()) return {};
  constexpr std::size_t kWindow = 40;
  const auto window = text.substr(position, kWindow);
  int year = 0;
  int month = 0;
  int day = 0;
  std::size_t end = 0;
  int taken = 0;
  for (const auto& word : folded_words(window)) {
    const auto number = scan::number_at(word.text, 0);
    const bool numeric = number.digits == word.text.size() && number.digits > 0;
    if (numeric && scan::is_year(number) && year == 0) {
      year = number.value;
    } else if (const int named = numeric ? 0 : month_of(word.text); named > 0 && month == 0) {
      month = named;
    } else if (numeric && year > 0 && month == 0 && is_month(number)) {
      month = number.value;
    } else if (numeric && is_day(number) && day == 0) {
      day = number.value;
    } else if (numeric && month == 0 && is_month(number)) {
      month = number.value;
    } else if (taken > 0 || !(word.text == "op" || word.text == "on" || word.text == "the")) {
      break;
    } else {
      continue;
    }
    ++taken;
    end = word.range.end;
    if (year > 0 && month > 0 && day > 0) break;
  }
  if (year == 0) return {};
  return {iso(year, month, day), position + end};
}

}  // namespace claimbase::entry
