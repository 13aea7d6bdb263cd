// Paths as URIs (RFC 3986).
#pragma once

#include <string>
#include <string_view>

namespace claimbase {

/// A relative path as a relative reference, an absolute one as "file:///...", each byte that a path of a URI may not
/// hold percent-encoded. "./" is put before a first part that would read as a scheme.
[[nodiscard]] std::string path_uri(std::string_view path);

}  // namespace claimbase
