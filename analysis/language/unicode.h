// Small Unicode services over ICU that readers and matchers share.
#pragma once

#include <string>
#include <string_view>

namespace claimbase {

/// NFKC, lower case, no diacritics, white space (incl. U+00A0) runs to one space, U+2010..U+2015 to '-', typographic
/// quotes to ' and ". For comparing, never for printing: byte positions change.
[[nodiscard]] std::string fold(std::string_view utf8);

/// As fold, but only letters and digits stay: "Magnesium  Research" and "magnesium-research" are equal.
[[nodiscard]] std::string fold_alphanumeric(std::string_view utf8);

[[nodiscard]] bool is_valid_utf8(std::string_view bytes);

/// `utf8` without control characters (C0 but tab and newline, DEL, C1, bidirectional overrides): safe to print on a
/// terminal.
[[nodiscard]] std::string printable(std::string_view utf8);

}  // namespace claimbase
