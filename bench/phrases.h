// The words of bench/data/phrases.tsv: what generated articles and the works they cite are filled up with.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace claimbase::bench {

/// The bytes of a file of the project. Throws std::runtime_error where it cannot be read.
[[nodiscard]] std::string project_file(std::string_view path);

/// The texts of one kind in one language, in the file's order.
[[nodiscard]] std::vector<std::string> phrases(std::string_view kind, std::string_view language);

/// `pattern` with each "{x}" replaced by what `fill('x')` gives, appended to `to`.
template <typename Fill>
void append_filled(std::string& to, std::string_view pattern, Fill&& fill) {
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}') {
      to += fill(pattern[i + 1]);
      i += 2;
    } else {
      to += pattern[i];
    }
  }
}

}  // namespace claimbase::bench
