// The text that the benchmarks measure on.
#pragma once

#include <string>

namespace claimbase::bench {

/// The articles of corpus/articles in order of their names, one after the other, until there are at least `bytes`: the
/// same text on each machine and run. Throws std::runtime_error where they cannot be read.
[[nodiscard]] std::string sample_text(std::size_t bytes);

}  // namespace claimbase::bench
