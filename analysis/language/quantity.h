// Numbers with units, and durations, in running text: "300–400 mg per dag", "1,78 mm Hg", "25 µg (1000 IE)", "gedurende
// 12 weken", "8%".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/language/byte_range.h"

namespace claimbase {

enum class QuantityKind : std::uint8_t { dose, percentage, pressure, duration, ratio, count, other };

struct Quantity {
  ByteRange range;  // as printed
  QuantityKind kind = QuantityKind::other;
  double low = 0;  // in `unit`; low == high for a single number
  double high = 0;
  std::string unit;  // UCUM code: "mg", "mg/d", "ug", "[IU]", "%", "mm[Hg]", "wk", "mo", "d", "h", "a"
};

/// The quantities in text[within], in order. Decimal comma or point by `language`, both accepted where unambiguous.
/// Units and their words are data: corpus/language/units.tsv.
[[nodiscard]] std::vector<Quantity> find_quantities(std::string_view text, ByteRange within, std::string_view language);

}  // namespace claimbase
