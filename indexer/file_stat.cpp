#include "indexer/file_stat.h"

#include <sys/stat.h>

#include <cerrno>

namespace claimbase {

FileStat stat_file(const std::filesystem::path& file, std::error_code& error) {
  struct stat found {};
  if (::stat(file.c_str(), &found) != 0) {
    error.assign(errno, std::generic_category());
    return {};
  }
  constexpr std::int64_t kSecond = 1'000'000'000;
  return {found.st_size, found.st_mtim.tv_sec * kSecond + found.st_mtim.tv_nsec,
          static_cast<std::int64_t>(found.st_ino)};
}

bool looks_the_same(const FileStat& found, const FileStat& stored) {
  return found.size == stored.size && found.modified == stored.modified &&
         (found.inode == stored.inode || found.inode == 0 || stored.inode == 0);
}

}  // namespace claimbase
