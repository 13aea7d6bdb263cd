#include "analysis/language/number.h"

#include <array>
#include <charconv>
#include <cstdint>
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

// Four bytes from each place tell whether a number word may begin there; a word's end counts as zero.
struct Beginnings {
  std::array<std::uint8_t, 256> folded{};  // digits as they are, letters small, all else 0
  std::array<std::uint64_t, 1024> four{};  // a bit for each hash

  [[nodiscard]] static std::size_t hash(std::uint32_t bytes) { return (bytes * 2654435761U) >> 16U; }
  void add(std::uint32_t bytes) { four[hash(bytes) / 64] |= std::uint64_t{1} << (hash(bytes) % 64); }
  [[nodiscard]] bool test(std::uint32_t bytes) const {
    return (four[hash(bytes) / 64] >> (hash(bytes) % 64) & 1U) != 0;
  }
  [[nodiscard]] std::uint32_t at(std::string_view text, std::size_t i) const {
    return i < text.size() ? folded[static_cast<unsigned char>(text[i])] : 0U;
  }
  [[nodiscard]] bool is_letter(std::string_view text, std::size_t i) const { return at(text, i) >= 'a'; }
  [[nodiscard]] std::uint32_t four_at(std::string_view text, std::size_t i) const {
    return at(text, i) << 24U | at(text, i + 1) << 16U | at(text, i + 2) << 8U | at(text, i + 3);
  }
};

Beginnings load_beginnings() {
  Beginnings made;
  for (unsigned c = 0; c < 256; ++c) {
    const bool same = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
    made.folded[c] = static_cast<std::uint8_t>(same ? c : c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : 0);
  }
  for (const std::string_view name : resource_names("language/")) {
    if (!name.ends_with("/numbers.tsv")) continue;
    for (const auto& row : tsv_rows(resource(name))) made.add(made.four_at(row.at(0), 0));
  }
  for (const auto& row : tsv_rows(resource("language/units.tsv"))) {
    if (row.at(1) == "repeat") made.add(made.four_at(row[0], 0));
  }
  return made;
}

}  // namespace

std::size_t next_number_place(std::string_view text, std::size_t at) {
  static const Beginnings known = load_beginnings();
  bool begins = at == 0 || known.at(text, at - 1) == 0;
  while (at < text.size()) {
    // A letter first: what parts words, and the letters behind it, may share the bit of a number word.
    if (begins && known.is_letter(text, at) && known.test(known.four_at(text, at))) return at;
    while (known.is_letter(text, at)) ++at;
    if (at == text.size() || known.at(text, at) != 0) return at;  // a digit, where there is something
    ++at;
    begins = true;
  }
  return text.size();
}

PrintedNumber read_number(std::string_view text, std::size_t at, std::string_view language) {
  const char thousands = language == "nl" ? '.' : ',';
  PrintedNumber number;
  std::array<char, kLongestNumber> plain{};
  std::size_t size = 0;  // of `plain`; more than it holds is counted, and no number
  const auto take = [&](std::size_t begin, std::size_t end) {
    for (; begin < end; ++begin, ++size) {
      if (size < plain.size()) plain[size] = text[begin];
    }
  };
  std::size_t end = digits_end(text, at);
  take(at, end);
  const std::size_t lead = size;
  bool grouped = false;
  while (lead <= 3 && plain[0] != '0' && size < kLongestNumber && end < text.size() && text[end] == thousands &&
         digits_end(text, end + 1) == end + 4) {
    take(end + 1, end + 4);
    end += 4;
    grouped = true;
  }
  const bool mark = end < text.size() && (text[end] == '.' || text[end] == ',');
  if (mark && is_digit(text, end + 1) && !(grouped && text[end] == thousands)) {
    const std::size_t decimals = digits_end(text, end + 1);
    if (size < plain.size()) plain[size] = '.';
    ++size;
    take(end + 1, decimals);
    end = decimals;
    number.fraction = true;
  }
  number.end = end;
  if (size <= kLongestNumber) std::from_chars(plain.data(), plain.data() + size, number.value);
  number.year_like = size == 4 && !number.fraction && !grouped && number.value >= 1800 && number.value < 2200;
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
