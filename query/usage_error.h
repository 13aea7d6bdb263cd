// What the person asked for cannot be meant: an unknown concept, a format that a command does not have.
#pragma once

#include <stdexcept>

namespace claimbase {

/// what(): one sentence, lower case, no full stop.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace claimbase
