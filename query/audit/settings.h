// How an audit is to judge: severities, which files, what is known already. From .claimbase.toml and the command line.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/audit/baseline.h"
#include "query/audit/rules.h"

namespace claimbase {

/// The least severity that makes an audit fail.
enum class FailOn : std::uint8_t { error, warning, note, never };
[[nodiscard]] std::optional<FailOn> fail_on(std::string_view name);

struct RuleSetting {
  std::string rule;  // or a family: see covers()
  RuleLevel level = RuleLevel::warning;
  friend bool operator==(const RuleSetting&, const RuleSetting&) = default;
};

/// Severities for some files only.
struct PathSetting {
  std::vector<std::string> paths;  // globs (glob.h), relative to AuditSettings::folder
  std::vector<RuleSetting> rules;
  friend bool operator==(const PathSetting&, const PathSetting&) = default;
};

struct AuditSettings {
  std::filesystem::path file;    // the .claimbase.toml that was read; empty: none
  std::filesystem::path folder;  // what globs and fingerprints are relative to; empty: the current directory
  std::string database;          // empty: not set. Paths of the file have been made relative to the current directory
  std::string register_file;     // empty: the built-in one
  std::vector<std::string> vocabulary;
  FailOn fail = FailOn::error;
  std::vector<RuleSetting> rules;  // of two that cover a rule the longer name counts, then the later one
  std::vector<std::string> include;
  std::vector<std::string> exclude;
  std::vector<PathSetting> overrides;  // the later ones count
  std::string baseline_file;           // empty: none
  std::optional<Baseline> baseline;    // its content
};

/// What the findings of `rule` in `path` (relative to the folder) count as; absent: as the catalogue says.
[[nodiscard]] std::optional<RuleLevel> level_of(const AuditSettings& settings, std::string_view rule,
                                                std::string_view path);

/// Whether a file (relative to the folder) is to be audited: none of `exclude` fits it and, where there are any, one
/// of `include` does.
[[nodiscard]] bool is_audited(const AuditSettings& settings, std::string_view path);

}  // namespace claimbase
