// Amounts in a query, and the other ways in which texts write the same amount: "300 mg" is "300mg", "0,3 gram", and
// what the store knows of a range around it, "200–400 mg". docs/quantities.md says how numbers and units are read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/language/byte_range.h"
#include "schema/database.h"

namespace claimbase {

/// A number with a unit behind it.
struct QueryAmount {
  ByteRange range;  // of the number and the unit
  std::uint32_t number_end = 0;
  std::uint32_t unit_begin = 0;
  double value = 0;
  std::string unit;  // UCUM code
  friend bool operator==(const QueryAmount&, const QueryAmount&) = default;
};

/// In text order. A number that Dutch and English read differently ("1.000", "1,000") is thousands. Ranges are none.
/// Linear.
[[nodiscard]] std::vector<QueryAmount> amounts_in(std::string_view text);

/// Each once: the number with comma and with point, with and without a mark of thousands, in each unit of its kind in
/// which it has at most three decimals and seven digits, in each spelling of that unit, with and without the space. At
/// most kMostNotations, those of the amount's own unit first.
[[nodiscard]] std::vector<std::string> notations_of(const QueryAmount& amount);
inline constexpr std::size_t kMostNotations = 150;

/// What claims of the store print for a range that holds the amount: the commonest first, at most kMostPrinted. Cost: a
/// look at each stored quantity.
[[nodiscard]] std::vector<std::string> printed_ranges(const Database& db, const QueryAmount& amount);
inline constexpr std::size_t kMostPrinted = 50;

}  // namespace claimbase
