// Characters by numbers that are too large: "&#4294967361;".
#pragma once

#include <string>

namespace claimbase::reading {

/// Gumbo 0.10 counts them in 32 bits, without looking whether they fit, and makes of such a number some character or
/// bytes that are no UTF-8. HTML5 asks for U+FFFD: the number is overwritten with that one's, so that offsets and lines
/// stay. Linear.
void clamp_numbers(std::string& page);

}  // namespace claimbase::reading
