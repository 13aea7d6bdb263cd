// What a line looks like: where it begins and ends, its case, how it stops. No words, no language.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "analysis/language/byte_range.h"

namespace claimbase::reading {

/// Space, tab, U+00A0, zero-width space, byte order mark ... at both ends left out.
[[nodiscard]] ByteRange trim(std::string_view text, ByteRange range);
[[nodiscard]] std::string_view trim(std::string_view text);

/// The number of code points, counted no further than `limit`.
[[nodiscard]] std::size_t count_points(std::string_view text, std::size_t limit);

/// The case of the first letter, where nothing but quotes, brackets, emphasis marks or digits stands before it.
[[nodiscard]] bool starts_upper(std::string_view text);
[[nodiscard]] bool starts_lower(std::string_view text);

/// The last character that is not a closing quote, bracket, emphasis mark or a citation marker glued to punctuation
/// ("gedaan.1", "op:8,9", "shown.[^2]"); 0 for none.
[[nodiscard]] char32_t last_character(std::string_view text);

[[nodiscard]] bool ends_sentence(std::string_view text);  // . ! ? …

/// Could be a heading, title or caption by its shape alone: short, starts with a capital (or digit), one sentence at
/// most, without a final stop.
struct HeadingShape {
  bool fits = false;        // as a heading
  bool lower_case = false;  // as fits, but starts with a small letter: a caption at most
};
[[nodiscard]] HeadingShape heading_shape(std::string_view text, std::size_t most_points = 120);

/// http, https, www, doi.
[[nodiscard]] bool starts_as_link(std::string_view text);

/// Holds a number 1800..2099, a link or a DOI: an entry of a reference list nearly always does.
[[nodiscard]] bool looks_bibliographic(std::string_view text);

}  // namespace claimbase::reading
