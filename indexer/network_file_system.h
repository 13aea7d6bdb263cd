// File systems that another machine may write to.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace claimbase {

/// "NFS", "SMB" ...; empty: a local one, or unknown. `path` need not be there: what holds it counts.
[[nodiscard]] std::string_view network_file_system(const std::filesystem::path& path);

/// By the number that statfs(2) gives.
[[nodiscard]] std::string_view network_file_system(std::int64_t type);

}  // namespace claimbase
