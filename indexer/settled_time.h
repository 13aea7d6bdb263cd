// When the time of a file's last change can be relied on.
#pragma once

#include <cstdint>

namespace claimbase {

/// What change detection may rely on later: the file's time of last change, or kUnsettledTime where the file was read
/// so soon after it (`read_at`) that one more change might not have shown, because the clock of its file system ticks
/// coarsely. The next run then compares its bytes. Nanoseconds since 1970. The problem and this remedy are git's
/// ("racy git", its Documentation/technical/racy-git.txt).
[[nodiscard]] std::int64_t settled_time(std::int64_t modified, std::int64_t read_at);
inline constexpr std::int64_t kUnsettledTime = -1;  // no file has it

/// Of the clock that file systems use.
[[nodiscard]] std::int64_t now_in_nanoseconds();

}  // namespace claimbase
