// Units and the words that stand beside the numbers of a quantity: corpus/language/units.tsv and effect_sizes.tsv
// document the columns.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "analysis/language/quantity.h"

namespace claimbase {

enum class UnitRole : std::uint8_t {
  // after a number
  unit,
  per,       // after a unit: "/dag"
  noun,      // words may stand between: "29 klinische studies"
  scale,     // "miljoen"
  times,     // "x", "keer"
  interval,  // after the level of a confidence interval: "% CI"
  joiner,    // between two numbers of a range: "tot"
  pair,      // joins two numbers only after `between`: "en"
  repeat,    // a number and "times" in one word: "tweemaal"
  // before a number
  label,       // "RR"
  sign_label,  // only with a sign: "p <"
  void_label,  // its number is no quantity: "tabel"
  bounds,      // before the numbers of a confidence interval: "CI"
  copula,      // between a label and its number: "van"
  equals,      // between two amounts that are one: "ofwel"
  between,     // before a range joined by `pair`: "tussen"
  age,         // before a number of years that then is an age: "ouder dan"
  daily,       // before a dose: "dagelijks"
  change,      // before the size of a change: "met" 4 mmHg, "by" 2 days
  respective   // before or behind amounts that go with as many outcomes: "respectievelijk"
};
inline constexpr std::size_t kUnitRoles = 20;

struct QuantityWord {
  std::string ucum;
  UnitRole role = UnitRole::unit;
  QuantityKind kind = QuantityKind::other;
  double value = 0;   // scale, repeat: the number it stands for
  std::string exact;  // a form that counts only in these capitals ("OR" is no "or"); empty: any
};

/// One form found. Where there is none, `unit` is null.
struct FoundUnit {
  const QuantityWord* unit = nullptr;
  std::size_t end = 0;  // offset after it; looked for backwards: offset of its begin
  explicit operator bool() const { return unit != nullptr; }
};

/// By role, the longest form at one place.
struct FoundUnits {
  std::array<FoundUnit, kUnitRoles> by_role;
  [[nodiscard]] FoundUnit operator[](UnitRole role) const { return by_role[static_cast<std::size_t>(role)]; }
};

/// The longest forms at text[at]; each must end at a word's end. One walk, of at most as many bytes as the longest
/// form has.
[[nodiscard]] FoundUnits units_at(std::string_view text, std::size_t at);
[[nodiscard]] FoundUnit unit_at(std::string_view text, std::size_t at, UnitRole role);

/// The longest forms that end at text[end] and begin at a word's start.
[[nodiscard]] FoundUnits units_before(std::string_view text, std::size_t end);
[[nodiscard]] FoundUnit unit_before(std::string_view text, std::size_t end, UnitRole role);

}  // namespace claimbase
