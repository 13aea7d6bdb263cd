#include "analysis/document/date_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "analysis/document/text_shape.h"
#include "analysis/language/resources.h"
#include "analysis/language/unicode.h"

namespace claimbase::reading {
namespace {

constexpr std::size_t kLongestLine = 120;
constexpr std::size_t kLongestName = 60;

struct Piece {
  std::string_view text;  // digits or letters
  bool number = false;
  std::string_view after;  // the line behind the piece
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (static_cast<unsigned char>(c) | 0x20U) - 'a' < 26U || static_cast<unsigned char>(c) >= 0x80;
}

// Runs of digits and of letters.
std::vector<Piece> cut_pieces(std::string_view line) {
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < line.size();) {
    const std::size_t begin = i;
    if (is_digit(line[i])) {
      while (i < line.size() && is_digit(line[i])) ++i;
      pieces.push_back({line.substr(begin, i - begin), true, line.substr(i)});
    } else if (is_letter(line[i])) {
      while (i < line.size() && is_letter(line[i])) ++i;
      pieces.push_back({line.substr(begin, i - begin), false, line.substr(i)});
    } else {
      ++i;
    }
  }
  return pieces;
}

int month_number(std::string_view name) {
  static const std::unordered_map<std::string, int> months = [] {
    std::unordered_map<std::string, int> made;
    for (const auto& row : tsv_rows(resource("document/months.tsv")))
      made.emplace(fold(row.at(2)), std::stoi(std::string(row.at(0))));
    return made;
  }();
  const auto found = months.find(fold(name));
  return found == months.end() ? 0 : found->second;
}

// Words that may stand before a date: "gepubliceerd", "op", names of days.
bool introduces_date(std::string_view word) {
  static const std::unordered_set<std::string> words = [] {
    std::unordered_set<std::string> made;
    for (const auto& row : tsv_rows(resource("document/date_words.tsv"))) made.insert(fold(row.at(1)));
    return made;
  }();
  return words.contains(fold(word));
}

int to_number(std::string_view digits) {
  int value = 0;
  for (const char c : digits.substr(0, 4)) value = value * 10 + (c - '0');
  return value;
}

std::string iso_date(int year, int month, int day) {
  constexpr std::array<int, 12> kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1500 || year > 2199 || month < 1 || month > 12 || day < 1 ||
      day > kDays[static_cast<std::size_t>(month - 1)])
    return {};
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

// The date in three pieces: 2025-10-17; 17-10-2025 (day first: Dutch and British); 17 Oct 2025; Oct 17, 2025.
std::string date_of(const Piece& a, const Piece& b, const Piece& c) {
  if (a.number && b.number && c.number) {
    if (a.text.size() == 4) return iso_date(to_number(a.text), to_number(b.text), to_number(c.text));
    return c.text.size() == 4 ? iso_date(to_number(c.text), to_number(b.text), to_number(a.text)) : std::string();
  }
  if (!c.number || c.text.size() != 4) return {};
  if (a.number && !b.number) return iso_date(to_number(c.text), month_number(b.text), to_number(a.text));
  if (!a.number && b.number) return iso_date(to_number(c.text), month_number(a.text), to_number(b.text));
  return {};
}

std::string_view strip_separators(std::string_view text) {
  constexpr std::string_view kSeparators = " \t|/,.;:-";
  constexpr std::string_view kLongSeparators[] = {"–", "—", "·", "•"};
  for (bool stripped = true; stripped;) {
    const std::size_t before = text.size();
    text = trim(text);
    const std::size_t first = text.find_first_not_of(kSeparators);
    text = first == std::string_view::npos ? std::string_view() : text.substr(first);
    for (const std::string_view separator : kLongSeparators) {
      if (text.starts_with(separator)) text.remove_prefix(separator.size());
    }
    stripped = text.size() != before;
  }
  while (!text.empty() && (kSeparators.find(text.back()) != std::string_view::npos)) text.remove_suffix(1);
  return text;
}

// The name behind a date: without "by", "door"; nothing where it goes on as a sentence does.
std::optional<std::string> publisher_of(std::string_view rest) {
  if (!rest.empty() && rest.front() == 'T' && rest.size() > 2 && is_digit(rest[1]))
    return std::string();  // an ISO time
  std::string_view name = strip_separators(rest);
  while (!name.empty()) {
    const auto pieces = cut_pieces(name);
    if (pieces.empty() || pieces.front().number || !introduces_date(pieces.front().text)) break;
    name = strip_separators(pieces.front().after);
  }
  if (name.size() > kLongestName) return std::nullopt;
  if (name.empty()) return std::string();
  if (starts_lower(name) || rest.ends_with('.') || name.find('(') != std::string_view::npos) return std::nullopt;
  const std::size_t clock = name.find_first_of("0123456789");
  if (clock != std::string_view::npos) name = strip_separators(name.substr(0, clock));
  return std::string(name);
}

std::optional<DateLine> read_from_date(std::string_view line) {
  const std::vector<Piece> pieces = cut_pieces(line);
  for (std::size_t i = 0; i + 2 < pieces.size(); ++i) {
    std::string date = date_of(pieces[i], pieces[i + 1], pieces[i + 2]);
    if (!date.empty()) {
      auto publisher = publisher_of(pieces[i + 2].after);
      if (!publisher) return std::nullopt;
      return DateLine{std::move(date), std::move(*publisher)};
    }
    if (pieces[i].number || !introduces_date(pieces[i].text)) return std::nullopt;
  }
  return std::nullopt;
}

// A few words that begin with capitals, small ones aside: "Raad voor Voeding".
bool is_name(std::string_view text) {
  constexpr std::size_t kMostWords = 5;
  constexpr std::size_t kLongestSmallWord = 4;
  if (text.empty() || text.size() > kLongestName || !starts_upper(text)) return false;
  std::size_t words = 0;
  for (const Piece& piece : cut_pieces(text)) {
    const bool small = starts_lower(piece.text);
    if (piece.number || ++words > kMostWords || (small && piece.text.size() > kLongestSmallWord)) return false;
  }
  return words > 0;
}

// "Kruidhuis, 3 maart 2024", "Kruidhuis | 3 maart 2024": a name, and nothing behind the date.
std::optional<DateLine> read_name_and_date(std::string_view line) {
  for (const std::string_view separator : {", ", " | ", " · ", " • ", " – ", " — ", " - "}) {
    const std::size_t at = line.find(separator);
    if (at == std::string_view::npos || !is_name(line.substr(0, at))) continue;
    auto found = read_from_date(line.substr(at + separator.size()));
    if (!found || !found->publisher.empty()) continue;
    found->publisher = line.substr(0, at);
    return found;
  }
  return std::nullopt;
}

}  // namespace

std::optional<DateLine> read_date_line(std::string_view line) {
  if (line.size() > kLongestLine || std::ranges::none_of(line, is_digit)) return std::nullopt;
  auto found = read_from_date(line);
  return found ? found : read_name_and_date(line);
}

}  // namespace claimbase::reading
