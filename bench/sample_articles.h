// The text that the benchmarks measure on.
#pragma once

#include <string>
#include <string_view>

namespace claimbase::bench {

/// The articles of corpus/articles whose name starts with `prefix` ("nl_"; "": all), in order of their names, one after
/// the other, until there are at least `bytes`: the same text on each machine and run. Throws std::runtime_error where
/// they cannot be read.
[[nodiscard]] std::string sample_text(std::size_t bytes, std::string_view prefix = "");

}  // namespace claimbase::bench
