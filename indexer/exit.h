// How claimbase-index ends (README, Exit codes). Part of the interface: never change a number.
#pragma once

#include <stdexcept>

namespace claimbase {

enum class IndexExit : int {
  ok = 0,          // everything was done
  incomplete = 1,  // something named or found could not be read; the rest was done. `vocabulary check`: there are
                   // findings; `status`: there is something to do
  failed = 2,      // wrong arguments, or the store cannot be used
};

/// A request that cannot be carried out as it was put. what(): one line for the person who put it.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace claimbase
