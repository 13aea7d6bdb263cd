// File name patterns of settings.
#pragma once

#include <string_view>

namespace claimbase {

/// Whether a pattern fits the whole path: "*" is any run of characters within a folder's name, "?" one of them, "**"
/// any run of characters, "**/" any number of folders. A pattern without "/" fits the last part of the path, one that
/// ends in "/" everything below that folder. Other characters stand for themselves. O(|pattern| * |path|).
[[nodiscard]] bool glob_fits(std::string_view pattern, std::string_view path);

}  // namespace claimbase
