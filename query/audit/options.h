// The options of `claimbase audit` that say how to judge, and the settings they make with .claimbase.toml.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "query/audit/report.h"
#include "query/audit/settings.h"

namespace CLI {
class App;
}

namespace claimbase {

struct AuditOptions {
  std::string config;      // --config
  bool no_config = false;  // --no-config
  std::string rules;       // --rules
  std::string register_file;
  std::vector<std::string> vocabulary;
  std::string baseline;        // --baseline
  std::string write_baseline;  // --write-baseline
  std::string fail_on;         // --fail-on; empty: as the settings say
  std::string explain;         // --explain
};

/// `options` must stay where it is while `command` is parsed.
void add_audit_options(CLI::App& command, AuditOptions& options);

/// The settings of --config, else of the nearest .claimbase.toml in `from` or above, with the command line's in their
/// place; the files of --rules and the baseline are read. The baseline that --write-baseline names need not be there
/// yet. Throws UsageError.
[[nodiscard]] AuditSettings load_settings(const AuditOptions& options, const std::filesystem::path& from = ".");

/// The files to audit: those named, and those in named folders (of a format that can be read, unless `include` says
/// which; names that begin with a dot and links are passed over), in byte order a folder; "-" stays. Without those that
/// `exclude` fits. `named` empty: the settings' folder, where they have `include`.
[[nodiscard]] std::vector<std::string> files_to_audit(const std::vector<std::string>& named,
                                                      const AuditSettings& settings);

/// Writes the report's findings as the baseline that --write-baseline names. Throws UsageError where it cannot.
void write_baseline_file(const AuditReport& report, const AuditSettings& settings, const std::string& path);

}  // namespace claimbase
