// What a person typed, cut into words and "phrases".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimbase {

struct QueryPart {
  std::string text;     // without quotes; a plain part holds no white space
  bool phrase = false;  // stood between quotes
  friend bool operator==(const QueryPart&, const QueryPart&) = default;
};

/// More parts than this say nothing more; the rest is left out.
inline constexpr std::size_t kMaxQueryParts = 32;
/// Bytes of one part that are looked at.
inline constexpr std::size_t kMaxPartBytes = 1000;

/// White space separates words; "..." (also with typographic quotes) makes a phrase, the last one need not be closed.
/// Everything else is part of a word: nothing is an operator. Linear in `typed`.
[[nodiscard]] std::vector<QueryPart> split_query(std::string_view typed);

}  // namespace claimbase
