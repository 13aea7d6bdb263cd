// What stands around a number in running text. All look at most a few words away.
#pragma once

#include <cstddef>
#include <string_view>

namespace claimbase {

/// The letters (with inner hyphens and apostrophes) that end at `position`; a view into `text`.
[[nodiscard]] std::string_view word_before(std::string_view text, std::size_t position);

/// What stands between the last white space and `position`, at most 64 bytes of it.
[[nodiscard]] std::string_view token_before(std::string_view text, std::size_t position);

/// The word (or "%") behind one space at `position`.
[[nodiscard]] std::string_view next_word(std::string_view text, std::size_t position);

/// A unit stands behind the number that ends at `end`, or "to" and another number: "5 mg", "5 tot 6".
[[nodiscard]] bool is_quantity(std::string_view text, std::size_t end);

/// A line end, or spaces and then a capital or a quote, stand at `position`.
[[nodiscard]] bool starts_sentence(std::string_view text, std::size_t position);

/// A web or mail address, a formula, a file name.
[[nodiscard]] bool is_address(std::string_view token);

/// Greek letters stand in formulas: "λx,1".
[[nodiscard]] bool has_greek(std::string_view text);

}  // namespace claimbase
