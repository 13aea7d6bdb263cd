// Numbers with units, and what else a sentence counts and measures, in running text: "300–400 mg per dag", "1,78 mm
// Hg", "25 µg (1000 IE)", "RR 0.92 (95% CI 0.86-0.98)", "p < 0,05", "gedurende 12 weken", "8%", "2.300 deelnemers".
// docs/quantities.md describes method and kinds.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/language/byte_range.h"

namespace claimbase {

/// Stored by name.
enum class QuantityKind : std::uint8_t {
  dose,
  percentage,
  pressure,
  duration,
  ratio,
  count,
  other,
  equivalent,  ///< the dose before it in another unit: "(1000 IE)"
  frequency,   ///< "twee keer per dag"
  difference,  ///< of means: "SMD -0.45", "MD −3,2 mmHg"
  interval,    ///< of confidence, of the effect size before it
  p_value,
  nnt,  ///< number needed to treat
  age,
  population  ///< who: `unit` is "{class:group}", low and high the ages in years (analysis/claim/populations.h)
};

[[nodiscard]] std::string_view to_string(QuantityKind kind);  // "dose" ...; "p-value"
/// The kind of that name. Throws std::logic_error where there is none: names come from built-in data.
[[nodiscard]] QuantityKind quantity_kind(std::string_view name);

struct Quantity {
  ByteRange range;  // as printed
  QuantityKind kind = QuantityKind::other;
  double low = 0;  // in `unit`; low == high for a single number
  double high = 0;
  std::string unit;  // UCUM code: "mg", "mg/d", "ug", "[IU]", "%", "mm[Hg]", "wk", "mo", "d", "h", "a"
};

/// The quantities in text[within], in order, not overlapping. Decimal comma or point by `language`, both accepted
/// where unambiguous. Linear; text without digits and number words costs one look-up a byte. Units and their words are
/// data: corpus/language/units.tsv, effect_sizes.tsv, <language>/numbers.tsv.
[[nodiscard]] std::vector<Quantity> find_quantities(std::string_view text, ByteRange within, std::string_view language);

}  // namespace claimbase
