// The whole program `claimbase` as a function, for main and for tests.
#pragma once

#include <iosfwd>
#include <span>
#include <string>

namespace claimbase {

/// What the program's standard output is, as main finds it.
struct Terminal {
  bool is_terminal = false;
  bool no_color = false;  // NO_COLOR is set and not empty (no-color.org)
};

/// `args` without the program's name. Data goes to `out`, talk to `err`; `in` is read where a query is "-". Gives the
/// process's exit code (exit.h). Never throws for what the arguments or the store hold.
[[nodiscard]] int run(std::span<const std::string> args, std::istream& in, std::ostream& out, std::ostream& err,
                      const Terminal& terminal = {});

}  // namespace claimbase
