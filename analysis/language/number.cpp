#include "analysis/language/number.h"

#include <charconv>
#include <string>
#include <unordered_map>

#include "analysis/language/resources.h"

namespace claimbase {
namespace {

constexpr std::size_t kLongestNumber = 24;  // bytes; a longer run of digits is no quantity

bool is_digit(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

std::size_t digits_end(std::string_view text, std::size_t at) {
  while (is_digit(text, at)) ++at;
  return at;
}

using Words = std::unordered_map<std::string_view, double>;

Words load(std::string_view name) {
  Words words;
  for (const auto& row : tsv_rows(resource(name))) {
    double value = 0;
    if (row.size() >= 2 && std::from_chars(row[1].data(), row[1].data() + row[1].size(), value).ec == std::errc{}) {
      words.emplace(row[0], value);
    }
  }
  return words;
}

}  // namespace

PrintedNumber read_number(std::string_view text, std::size_t at, std::string_view language) {
  const char thousands = language == "nl" ? '.' : ',';
  PrintedNumber number;
  std::size_t end = digits_end(text, at);
  std::string plain(text.substr(at, end - at));
  const std::size_t lead = plain.size();
  bool grouped = false;
  while (lead <= 3 && plain[0] != '0' && plain.size() < kLongestNumber && end < text.size() && text[end] == thousands &&
         digits_end(text, end + 1) == end + 4) {
    plain.append(text.substr(end + 1, 3));
    end += 4;
    grouped = true;
  }
  const bool mark = end < text.size() && (text[end] == '.' || text[end] == ',');
  if (mark && is_digit(text, end + 1) && !(grouped && text[end] == thousands)) {
    const std::size_t decimals = digits_end(text, end + 1);
    plain += '.';
    plain.append(text.substr(end + 1, decimals - end - 1));
    end = decimals;
    number.fraction = true;
  }
  number.end = end;
  if (plain.size() <= kLongestNumber) std::from_chars(plain.data(), plain.data() + plain.size(), number.value);
  number.year_like = plain.size() == 4 && !number.fraction && !grouped && number.value >= 1800 && number.value < 2200;
  return number;
}

std::optional<double> number_word(std::string_view word, std::string_view language) {
  static const Words dutch = load("language/nl/numbers.tsv");
  static const Words english = load("language/en/numbers.tsv");
  const Words& words = language == "nl" ? dutch : english;
  const auto found = words.find(word);
  if (found == words.end()) return std::nullopt;
  return found->second;
}

}  // namespace claimbase
