// The numbers of a quantity: one number or a range, with sign and scale.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "analysis/language/number.h"
#include "analysis/language/units.h"

namespace claimbase {

struct Amount {
  double low = 0;
  double high = 0;
  std::size_t begin = 0;  // offset of the first digit or letter
  std::size_t end = 0;    // offset after the last number
  bool range = false;
  bool countable = true;      // a whole number that is no year
  FoundUnit first_unit;       // "300 mg tot 400 mg": the first number's own
  std::size_t first_end = 0;  // offset after the first number
};

/// White space, also the no-break and thin ones.
[[nodiscard]] std::size_t skip_spaces(std::string_view text, std::size_t at);
[[nodiscard]] std::size_t spaces_before(std::string_view text, std::size_t end);
[[nodiscard]] bool is_dash(char32_t c);

/// Whether a number may begin at `at`: it is no part of a name (B12, omega-3, 4.5.6) and no marker glued to a full
/// stop.
[[nodiscard]] bool number_may_begin(std::string_view text, std::size_t at);

/// The number in digits or words at `at`, with what scales it ("1,3 miljard"); `end` == `at` where there is none.
[[nodiscard]] PrintedNumber number_at(std::string_view text, std::size_t at, std::string_view language);

/// The offset of the minus sign of the number at `at`, or `at` where it has none. "20-30" and "B-12" have none.
[[nodiscard]] std::size_t minus_before(std::string_view text, std::size_t at);

/// "300", "300-400", "300 tot 400", "tussen 300 en 400", "300 mg tot 400": what stands before the last unit. `first`
/// stands at `begin`.
[[nodiscard]] Amount amount_at(std::string_view text, std::size_t begin, PrintedNumber first,
                               std::string_view language);

/// Two signed numbers, as bounds are printed: "0.86-0.98", "-0,5 tot -0,1", "0.86, 0.98". `begin` is that of the sign.
[[nodiscard]] std::optional<Amount> bounds_at(std::string_view text, std::size_t at, std::string_view language);

}  // namespace claimbase
