// What change detection sees of a file without opening it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <system_error>

namespace claimbase {

struct FileStat {
  std::int64_t size = 0;
  std::int64_t modified = 0;  // nanoseconds since 1970
  std::int64_t inode = 0;     // 0: not known
};

/// Follows symbolic links. One call of the system.
[[nodiscard]] FileStat stat_file(const std::filesystem::path& file, std::error_code& error);

/// Whether a file may be taken for the one that was `stored`: size, time of last change and, where both are known,
/// inode are the same. Device numbers are not looked at: they change from one mount to the next.
[[nodiscard]] bool looks_the_same(const FileStat& found, const FileStat& stored);

}  // namespace claimbase
