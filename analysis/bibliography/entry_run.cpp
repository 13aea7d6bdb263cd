#include "analysis/bibliography/entry_run.h"

#include <algorithm>
#include <optional>

namespace claimbase {
namespace {

constexpr std::size_t kShortestEntry = 8;
constexpr std::size_t kLongestNames = 150;  // from an entry's begin to its year

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_capital(char c) {
  return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) == 0xC3;  // "Å", "Ö" and the like
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// "(2018)", "(2018a)": where the first from `at` on begins.
std::optional<std::size_t> year_in_brackets(std::string_view text, std::size_t at) {
  for (at = text.find('(', at); at != std::string_view::npos; at = text.find('(', at + 1)) {
    const std::string_view inside = text.substr(at + 1, 5);
    const bool century = inside.starts_with("18") || inside.starts_with("19") || inside.starts_with("20");
    if (inside.size() == 5 && century && is_digit(inside[2]) && is_digit(inside[3]) && !is_digit(inside[4])) return at;
  }
  return std::nullopt;
}

bool has_year(std::string_view text) {
  std::size_t digits = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && is_digit(text[i])) {
      ++digits;
      continue;
    }
    if (digits == 4 && (text[i - 4] == '1' || text[i - 4] == '2')) return true;
    digits = 0;
  }
  return false;
}

ByteRange trimmed(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end && text[begin] == ' ') ++begin;
  while (end > begin && text[end - 1] == ' ') --end;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// "2019; 3:4-9" and "Baker T; Smith A. Zinc. 2019" are one entry each.
std::vector<ByteRange> split_at_semicolons(std::string_view text) {
  std::vector<ByteRange> pieces;
  std::size_t years = 0;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find("; ", begin), text.size());
    const ByteRange piece = trimmed(text, begin, end);
    if (piece.size() < kShortestEntry || !is_capital(text[piece.begin])) return {};
    years += has_year(piece.of(text)) ? 1U : 0U;
    pieces.push_back(piece);
    begin = end + 2;
  }
  return years >= 2 && 2 * years >= pieces.size() ? pieces : std::vector<ByteRange>();
}

// At text[at]: "Surname, A."
bool begins_with_name(std::string_view text, std::size_t at) {
  if (at >= text.size() || !is_capital(text[at])) return false;
  while (at < text.size() && (is_letter(text[at]) || text[at] == '-' || text[at] == '\'')) ++at;
  return text.substr(at).starts_with(", ") && at + 3 < text.size() && is_capital(text[at + 2]) && text[at + 3] == '.';
}

std::vector<ByteRange> split_at_names(std::string_view text) {
  std::vector<ByteRange> pieces;
  std::size_t begin = 0;
  std::optional<std::size_t> year = year_in_brackets(text, 0);
  std::optional<std::size_t> next = year ? year_in_brackets(text, *year + 1) : std::nullopt;
  for (std::size_t stop = text.find(". "); next && stop != std::string_view::npos; stop = text.find(". ", stop + 1)) {
    while (next && *next < stop) next = year_in_brackets(text, *next + 1);
    if (!next || *year > stop || *next - stop > kLongestNames || !begins_with_name(text, stop + 2)) continue;
    pieces.push_back(trimmed(text, begin, stop + 1));
    begin = stop + 2;
    year = next;
  }
  if (pieces.empty()) return {};
  pieces.push_back(trimmed(text, begin, text.size()));
  return pieces;
}

}  // namespace

std::vector<ByteRange> split_run(std::string_view text) {
  std::vector<ByteRange> pieces = split_at_semicolons(text);
  if (pieces.empty()) pieces = split_at_names(text);
  if (pieces.empty()) pieces = {{0, static_cast<std::uint32_t>(text.size())}};
  return pieces;
}

}  // namespace claimbase
