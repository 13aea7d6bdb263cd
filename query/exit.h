// What the program's exit code says. Part of the interface (README, Exit codes).
#pragma once

#include <cstdint>

namespace claimbase {

enum class Exit : std::uint8_t {
  ok = 0,        // did the work
  no_match = 1,  // search, claims, evidence ...: nothing found; check: something is wrong; audit: findings
  failed = 2,    // could not do it: wrong arguments, no store, a damaged store
};

}  // namespace claimbase
