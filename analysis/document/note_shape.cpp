#include "analysis/document/note_shape.h"

#include <algorithm>
#include <cstdint>

namespace claimbase::reading {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_year(std::string_view words, std::size_t at) {
  const std::string_view four = words.substr(at, 4);
  return four.size() == 4 && std::ranges::all_of(four, is_digit) && four >= "1800" && four <= "2099" &&
         (at == 0 || !is_digit(words[at - 1])) && (at + 4 >= words.size() || !is_digit(words[at + 4]));
}

// "12(3)", "315-40", "pp. 3": a number that is no year, in what follows a year.
bool has_locator(std::string_view rest) {
  constexpr std::size_t kLookedAt = 60;
  rest = rest.substr(0, kLookedAt);
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (!is_digit(rest[i])) continue;
    std::size_t end = i;
    while (end < rest.size() && is_digit(rest[end])) ++end;
    const std::string_view behind = rest.substr(end);
    if (behind.starts_with('(') || behind.starts_with(':') || behind.starts_with("-") ||
        behind.starts_with("\xE2\x80\x93"))
      return true;
    i = end;
  }
  return rest.find("pp.") != std::string_view::npos || rest.find("p. ") != std::string_view::npos;
}

}  // namespace

bool is_reference_note(std::string_view words) {
  for (const std::string_view each : {"://", "www.", "doi:", "DOI:", "10.1", "PMID"}) {
    if (words.find(each) != std::string_view::npos) return true;
  }
  for (std::size_t i = 0; i + 4 <= words.size(); ++i) {
    if (!is_digit(words[i]) || !is_year(words, i)) continue;
    const bool bracketed = i > 0 && words[i - 1] == '(' && i + 4 < words.size() &&
                           (words[i + 4] == ')' || (words[i + 4] >= 'a' && words[i + 4] <= 'f'));
    const std::size_t names = words.substr(0, i).find(',');
    if (bracketed && names != std::string_view::npos) return true;
    if (i + 4 < words.size() && has_locator(words.substr(i + 4))) return true;
  }
  return false;
}

}  // namespace claimbase::reading
