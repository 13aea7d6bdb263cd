#include "indexer/network_file_system.h"

#ifdef __linux__
#include <sys/vfs.h>
#endif

#include <algorithm>
#include <array>
#include <system_error>

namespace claimbase {

namespace fs = std::filesystem;

std::string_view network_file_system(std::int64_t type) {
  struct Known {
    std::uint32_t type;
    std::string_view name;
  };
  // linux/magic.h, statfs(2)
  static constexpr std::array<Known, 9> kKnown{{{0x6969, "NFS"},
                                                {0x517B, "SMB"},
                                                {0xFF534D42, "SMB"},
                                                {0xFE534D42, "SMB"},
                                                {0x01021997, "9P"},
                                                {0x5346414F, "AFS"},
                                                {0x6B414653, "AFS"},
                                                {0x00C36400, "Ceph"},
                                                {0x47504653, "GPFS"}}};
  const auto number = static_cast<std::uint32_t>(type);  // some systems extend its sign
  const auto* const known = std::ranges::find(kKnown, number, &Known::type);
  return known == kKnown.end() ? std::string_view() : known->name;
}

std::string_view network_file_system(const fs::path& path) {
#ifdef __linux__
  std::error_code error;
  fs::path at = fs::weakly_canonical(fs::absolute(path), error);
  while (at.has_relative_path() && !fs::exists(at, error)) at = at.parent_path();
  struct statfs found {};
  if (::statfs(at.c_str(), &found) == 0) return network_file_system(static_cast<std::int64_t>(found.f_type));
#else
  static_cast<void>(path);
#endif
  return {};
}

}  // namespace claimbase
