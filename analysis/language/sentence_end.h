// What belongs to the end of a sentence after its full stop: quotes, brackets, citation markers.
#pragma once

#include <cstddef>
#include <string_view>

namespace claimbase {

/// Sentence_Break=STerm or ATerm (UAX #29): . ! ? and their kin in other scripts.
[[nodiscard]] bool is_terminator(char32_t c);

/// Closing quotes and brackets (Sentence_Break=Close that is not an opening one).
[[nodiscard]] bool is_closing(char32_t c);
[[nodiscard]] bool is_opening(char32_t c);

/// The end of the run of terminators, closing marks and citation markers that starts at `stop`, a terminator:
/// `.`, `?!`, `.”`, `.1`, `.11,12`, `.[3]`, `.[^2]`, `. [3]`, `.¹²`.
[[nodiscard]] std::size_t sentence_tail(std::string_view text, std::size_t stop);

}  // namespace claimbase
