// One writer at a time: a file beside the store that the writer keeps locked.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string_view>

#include "indexer/descriptor.h"
#include "indexer/lock_holder.h"

namespace claimbase {

/// "kb.db.lock" for "kb.db"; for a symbolic link beside the store that it leads to.
[[nodiscard]] std::filesystem::path lock_file_of(const std::filesystem::path& database);

/// Whoever changes a store holds this from before its first look at the store until after its last change. The kernel
/// lets go of it when the process ends, however it ends; the file goes with the lock, and one that a killed process has
/// left is taken over. Queries take no lock.
class WriterLock {
 public:
  /// Waits up to `wait` where another has it. Throws StoreError: locked (what() names the holder), missing (no such
  /// folder), read_only (the folder cannot be written), other (its file system has no locks).
  WriterLock(const std::filesystem::path& database, std::string_view command, std::chrono::milliseconds wait);
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

  /// The writer before, where it was killed while it wrote.
  [[nodiscard]] const std::optional<LockHolder>& killed_before() const { return killed_before_; }

 private:
  std::filesystem::path path_;
  Descriptor file_;
  std::optional<LockHolder> killed_before_;
};

}  // namespace claimbase
