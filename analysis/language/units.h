// Units and what stands where a unit stands: corpus/language/units.tsv documents the columns.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/language/quantity.h"

namespace claimbase {

enum class UnitRole : std::uint8_t {
  unit,     // after a number
  per,      // after a unit: "/dag"
  noun,     // after a number, words may stand between: "29 klinische studies"
  label,    // before a number: "RR"
  skip,     // after a number that then is no quantity: "95% CI"
  joiner,   // between two numbers of a range: "tot"
  pair,     // joins two numbers only after `between`: "en"
  between,  // before such a range: "tussen"
  age,      // before a number of years that then is an age: "ouder dan"
};

struct Unit {
  std::string_view ucum;
  UnitRole role = UnitRole::unit;
  QuantityKind kind = QuantityKind::other;
};

struct FoundUnit {
  Unit unit;
  std::size_t end = 0;  // offset after it
};

/// The longest form with `role` at text[at], which must end at a word's end. At most ~40 bytes are looked at.
[[nodiscard]] std::optional<FoundUnit> unit_at(std::string_view text, std::size_t at, UnitRole role);

/// The longest form with `role` that ends at text[end] and begins at a word's start; `end` of the answer is its begin.
[[nodiscard]] std::optional<FoundUnit> unit_before(std::string_view text, std::size_t end, UnitRole role);

}  // namespace claimbase
