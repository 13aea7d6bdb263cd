// What was freed in many small pieces, which the allocator keeps for more of them.
#pragma once

namespace claimbase {

/// Gives it back to the system, where the C library can (glibc). Cost: a look at each piece, a millisecond for tens of
/// megabytes; for the end of a phase that took much.
void give_back_freed_memory() noexcept;

}  // namespace claimbase
