#include "analysis/citation/marker_words.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <unordered_set>

#include "analysis/language/resources.h"
#include "analysis/language/unicode.h"

namespace claimbase {

namespace {

constexpr std::array<std::string_view, kMarkerWordKinds> kKinds{"unit",  "symbol",    "abbreviation", "name",
                                                                "fixed", "reference", "lead",         "conjunction",
                                                                "range", "interval",  "power"};
using Table = std::array<std::unordered_set<std::string>, kMarkerWordKinds>;

constexpr auto kSymbol = static_cast<std::size_t>(MarkerWord::symbol);

Table load() {
  Table table;
  for (const auto& row : tsv_rows(resource("bibliography/marker_words.tsv"))) {
    const auto kind = row.size() < 2 ? kKinds.end() : std::ranges::find(kKinds, row[0]);
    if (kind == kKinds.end()) throw std::logic_error("bibliography/marker_words.tsv: bad row " + std::string(row[0]));
    const auto index = static_cast<std::size_t>(kind - kKinds.begin());
    table[index].insert(index == kSymbol ? std::string(row[1]) : fold(row[1]));
  }
  return table;
}

}  // namespace

bool is_marker_word(std::string_view word, MarkerWord kind) {
  static const Table table = load();
  constexpr std::size_t kLongest = 24;
  if (word.empty() || word.size() > kLongest) return false;
  const auto index = static_cast<std::size_t>(kind);
  return table[index].contains(index == kSymbol ? std::string(word) : fold(word));
}

}  // namespace claimbase
