// What tells a finding again when the copy around it has changed.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "query/audit/report.h"

namespace claimbase {

/// 16 hexadecimal digits of rule, path, the sentence's folded text, and how many findings of the same rule, path and
/// sentence stand before this one. Neither line numbers nor white space count.
[[nodiscard]] std::string finding_fingerprint(std::string_view rule, std::string_view path, std::string_view sentence,
                                              std::size_t ordinal);

/// `path` relative to `folder` where it lies in it, with "/" and without "." and "..": the same from wherever the
/// program is started. "-" (standard input) stays. `folder` empty: the current directory.
[[nodiscard]] std::string stable_path(const std::string& path, const std::filesystem::path& folder);

/// Gives every finding its fingerprint, with paths relative to `folder`.
void set_fingerprints(AuditReport& report, const std::filesystem::path& folder);

}  // namespace claimbase
