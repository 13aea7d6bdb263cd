// Entries that were written one behind another in one paragraph: "Sources: Baker (2018) Ann Salts; Smith (2019) ...".
#pragma once

#include <string_view>
#include <vector>

#include "analysis/language/byte_range.h"

namespace claimbase {

/// The entries of a paragraph, without white space or the sign between them; all of `text` where it is one. Semicolons
/// part entries where at least two, and half of them, have a year; a full stop does behind an entry with a year in
/// brackets and before "Surname, A.", where a year in brackets follows soon. Linear.
[[nodiscard]] std::vector<ByteRange> split_run(std::string_view text);

}  // namespace claimbase
