// Words that tell a number in a sentence from a marker: corpus/bibliography/marker_words.tsv.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace claimbase {

enum class MarkerWord : std::uint8_t {
  unit,          // "mg", "weken": the number before is a quantity
  symbol,        // "Hz", "TB": the same, but only in this case
  abbreviation,  // "max", "nr", "blz": the number behind the full stop is its own
  name,          // "type", "fase": the number behind belongs to the name, unless the order of citing says otherwise
  fixed,         // "omega", "vitamine", "FGF": the number behind always belongs to the name
  reference,     // "bron", "ref": the number behind is a marker
  lead,          // "zie", "in", "e.g.": a number glued to it is a marker
  conjunction,   // "en", "and": joins the numbers of a list
  range,         // "tot", "to": joins the ends of a range
  interval,      // "range", "interval": the brackets behind hold a range of values
  power          // "m", "cm": a raised 2 or 3 behind it is an exponent
};
inline constexpr std::size_t kMarkerWordKinds = 11;

/// Whether `word` is in the list; in any case, symbols aside.
[[nodiscard]] bool is_marker_word(std::string_view word, MarkerWord kind);

}  // namespace claimbase
