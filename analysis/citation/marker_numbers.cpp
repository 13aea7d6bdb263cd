#include "analysis/citation/marker_numbers.h"

#include "analysis/bibliography/scan.h"
#include "analysis/citation/marker_words.h"

namespace claimbase {

namespace {

constexpr int kWidestRange = 50;
constexpr std::size_t kLongestJoint = 8;  // "en", "through"

bool is_number(const scan::Number& number, char first) {
  return number.digits >= 1 && number.digits <= 3 && first != '0';
}

struct Separator {
  bool range = false;
  std::size_t end = 0;  // 0: none
};

Separator read_separator(std::string_view text, std::size_t position, bool spaced, bool words) {
  auto i = position;
  const auto skip_spaces = [&] {
    while (spaced && i < text.size() && (text[i] == ' ' || text.substr(i).starts_with("\xC2\xA0")))
      i += text[i] == ' ' ? 1 : 2;
  };
  skip_spaces();
  if (i < text.size() && (text[i] == ',' || text[i] == ';')) {
    ++i;
    skip_spaces();
    return {false, i};
  }
  if (const auto c = scan::at(text, i); scan::is_dash(c.value)) {
    i += c.size;
    skip_spaces();
    return {true, i};
  }
  if (!words || i == position) return {};
  auto end = i;
  while (end < text.size() && end - i < kLongestJoint && !scan::is_space(text[end])) ++end;
  if (end >= text.size() || text[end] != ' ') return {};
  const auto word = text.substr(i, end - i);
  const bool range = is_marker_word(word, MarkerWord::range);
  if (range || is_marker_word(word, MarkerWord::conjunction)) return {range, end + 1};
  return {};
}

}  // namespace

NumberList read_number_list(std::string_view text, std::size_t position, bool spaced, bool words) {
  NumberList list;
  bool range = false;
  while (position < text.size() && list.numbers.size() < 100) {
    const auto number = scan::number_at(text, position);
    if (!is_number(number, text[position])) break;
    if (range) {
      const int first = list.numbers.back();
      if (number.value <= first || number.value - first > kWidestRange) break;
      for (int n = first + 1; n <= number.value; ++n) list.numbers.push_back(n);
    } else {
      list.numbers.push_back(number.value);
    }
    list.end = position + number.digits;
    const auto separator = read_separator(text, list.end, spaced, words);
    if (separator.end == 0) break;
    range = separator.range;
    position = separator.end;
  }
  return list;
}

}  // namespace claimbase
