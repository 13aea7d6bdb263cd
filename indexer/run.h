// The program claimbase-index as a function.
#pragma once

#include <iosfwd>
#include <span>
#include <string>

#include "indexer/exit.h"

namespace claimbase {

/// `args`: without the program's name. Never throws: whatever goes wrong is one line on `err` and the exit code. A
/// reader of `out` that has gone away is no failure.
[[nodiscard]] IndexExit run_indexer(std::span<const std::string> args, std::istream& in, std::ostream& out,
                                    std::ostream& err);

}  // namespace claimbase
