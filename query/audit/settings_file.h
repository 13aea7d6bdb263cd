// .claimbase.toml and files of severities.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "query/audit/settings.h"

namespace claimbase {

inline constexpr const char* kSettingsName = ".claimbase.toml";

/// The nearest settings file in `from` or a folder above it.
[[nodiscard]] std::optional<std::filesystem::path> find_settings_file(const std::filesystem::path& from);

/// What a settings file says (docs/audit.md has its keys). Paths in it are relative to its folder. Throws UsageError
/// "file:line:column: ..." for what is no TOML, a key or rule that does not exist (with the nearest ones), a value that
/// cannot be meant.
[[nodiscard]] AuditSettings read_settings(std::string_view toml, const std::filesystem::path& file);

/// The severities of a file given by --rules: TOML with the table [rules] alone, or lines of rule, tab, level. Throws
/// UsageError likewise.
[[nodiscard]] std::vector<RuleSetting> read_rule_settings(std::string_view text, std::string_view name);

}  // namespace claimbase
