// Access to the data files built into the program: lexicons, stemming exceptions, cue words, vocabulary, journal names.
// A name is the file's path below corpus/, e.g. "language/nl/stem_exceptions.tsv".
#pragma once

#include <string_view>
#include <vector>

namespace claimbase {

/// The bytes of the named data file; they live as long as the program.
/// Throws std::logic_error where no such file was built in: that is our mistake, never the input's.
[[nodiscard]] std::string_view resource(std::string_view name);

/// The names of all built-in data files that start with `prefix`, in byte order.
[[nodiscard]] std::vector<std::string_view> resource_names(std::string_view prefix);

/// The rows of a tab-separated data file: comment lines (#) and empty lines left out, cells not trimmed.
/// Lines may end in LF or CRLF. Views into `bytes`.
[[nodiscard]] std::vector<std::vector<std::string_view>> tsv_rows(std::string_view bytes);

}  // namespace claimbase
