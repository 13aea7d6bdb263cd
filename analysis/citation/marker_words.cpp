#include "analysis/citation/marker_words.h"

#include <array>
#include <string>
#include <unordered_set>

#include "analysis/language/resources.h"
#include "analysis/language/unicode.h"

namespace claimbase {

namespace {

constexpr std::array<std::string_view, 4> kKinds{"unit", "abbreviation", "name", "reference"};
using Table = std::array<std::unordered_set<std::string>, kKinds.size()>;

Table load() {
  Table table;
  for (const auto& row : tsv_rows(resource("bibliography/marker_words.tsv"))) {
    for (std::size_t kind = 0; kind < kKinds.size() && row.size() >= 2; ++kind) {
      if (row[0] == kKinds[kind]) table[kind].insert(fold(row[1]));
    }
  }
  return table;
}

}  // namespace

bool is_marker_word(std::string_view word, MarkerWord kind) {
  static const Table table = load();
  constexpr std::size_t kLongest = 24;
  return !word.empty() && word.size() <= kLongest && table[static_cast<std::size_t>(kind)].contains(fold(word));
}

}  // namespace claimbase
