#include "query/query_words.h"

#include <algorithm>
#include <array>

namespace claimbase {
namespace {

constexpr std::array<std::string_view, 4> kQuotes = {"\"", "“", "”", "„"};

// The bytes of the quote that starts at `at`; 0: none does.
std::size_t quote_at(std::string_view text, std::size_t at) {
  for (const std::string_view quote : kQuotes) {
    if (text.substr(at, quote.size()) == quote) return quote.size();
  }
  return 0;
}

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == '\0';
}

void keep(std::vector<QueryPart>& parts, std::string_view text, bool phrase) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  if (text.empty() || parts.size() == kMaxQueryParts) return;
  std::string kept(text.substr(0, kMaxPartBytes));
  std::ranges::replace(kept, '\0', ' ');  // which would end the text for SQLite
  parts.push_back({std::move(kept), phrase});
}

}  // namespace

std::vector<QueryPart> split_query(std::string_view typed) {
  std::vector<QueryPart> parts;
  bool phrase = false;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < typed.size() && parts.size() < kMaxQueryParts;) {
    const std::size_t quote = quote_at(typed, at);
    const bool ends = quote > 0 || (!phrase && is_space(typed[at]));
    if (!ends) {
      ++at;
      continue;
    }
    keep(parts, typed.substr(begin, at - begin), phrase);
    if (quote > 0) phrase = !phrase;
    at += std::max<std::size_t>(quote, 1);
    begin = at;
  }
  if (begin < typed.size()) keep(parts, typed.substr(begin), phrase);
  return parts;
}

}  // namespace claimbase
