// Words that tell a number in a sentence from a marker: corpus/bibliography/marker_words.tsv.
#pragma once

#include <cstdint>
#include <string_view>

namespace claimbase {

enum class MarkerWord : std::uint8_t {
  unit,          // "mg", "weken": the number before is a quantity
  abbreviation,  // "max", "nr", "blz": the number behind the full stop is its own
  name,          // "type", "omega", "vitamine": the number behind belongs to the name
  reference      // "bron", "ref": the number behind is a marker
};

/// Whether `word` (any case) is in the list.
[[nodiscard]] bool is_marker_word(std::string_view word, MarkerWord kind);

}  // namespace claimbase
