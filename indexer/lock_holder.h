// Who writes a store: what stands in the lock file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace claimbase {

struct LockHolder {
  std::int64_t pid = 0;
  std::uint64_t started = 0;  // when the process was started, in the kernel's ticks since boot (proc(5)); 0: unknown
  std::int64_t since = 0;     // when it took the lock, in seconds since 1970
  std::string host;
  std::string command;  // "update" ...
  friend bool operator==(const LockHolder&, const LockHolder&) = default;
};

/// This process, now.
[[nodiscard]] LockHolder this_holder(std::string_view command);

/// Whether the process runs. A number that another process has got since is told by the time of its start. Of a process
/// on another host nothing is known: true.
[[nodiscard]] bool is_running(const LockHolder& holder);

/// "pid 123, since 14:02:11, watch": with the day where it is not today, and the host where it is another; local time.
[[nodiscard]] std::string describe(const LockHolder& holder);

/// One line.
[[nodiscard]] std::string to_json(const LockHolder& holder);
/// Nothing where `json` is none, for instance half of one.
[[nodiscard]] std::optional<LockHolder> parse_lock_holder(std::string_view json);

}  // namespace claimbase
