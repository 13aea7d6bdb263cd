// A file system for SQLite that fails on demand: a layer over the one of the machine.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

namespace claimbase {

enum class Fault : std::uint8_t {
  none,
  io_error,         // one call of any kind fails: open, read, write, truncate, sync, size, delete, lock, shared memory
  disk_full,        // a write fails, and so do all after it
  short_write,      // half of the bytes of a write arrive, and it fails
  failed_sync,      // one sync fails
  failed_open,      // one file cannot be opened
  killed,           // the process ends before a call of any kind
  killed_in_write,  // the process ends when half of the bytes of a write have arrived
};
[[nodiscard]] std::string_view to_string(Fault fault);

/// SQLite's default as long as it lives. For one thread; one at a time. Connections must be closed before its end.
class FaultVfs {
 public:
  FaultVfs();
  ~FaultVfs();
  FaultVfs(const FaultVfs&) = delete;
  FaultVfs& operator=(const FaultVfs&) = delete;

  /// From now on calls that `fault` can hit are counted, from 1, and call number `at` is hit. `at` 0: none is.
  void arm(Fault fault, std::uint64_t at);
  void disarm() { arm(Fault::none, 0); }
  /// Calls counted since.
  [[nodiscard]] std::uint64_t calls() const;

  struct State;

 private:
  std::unique_ptr<State> state_;
};

/// What a process that the layer has ended returns.
inline constexpr int kKilledByFault = 77;

/// Every how many-th of `calls` is made to fail: CLAIMBASE_FAULT_STEP, else 50 (under a sanitizer 1000); of few calls
/// more often, so that some of each kind are.
[[nodiscard]] std::uint64_t fault_step(std::uint64_t calls);

}  // namespace claimbase
