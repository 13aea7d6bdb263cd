// Findings that were there before: a file that lets an audit speak of new ones only.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "query/audit/report.h"

namespace claimbase {

/// All but the fingerprint is for people.
struct BaselineEntry {
  std::string fingerprint;
  std::string rule;
  std::string path;
  std::string sentence;
  friend bool operator==(const BaselineEntry&, const BaselineEntry&) = default;
};

using Baseline = std::vector<BaselineEntry>;

/// Throws UsageError "name:line:column: ..." where `json` is no baseline.
[[nodiscard]] Baseline read_baseline(std::string_view json, std::string_view name);

/// The findings that are not muted, by path, rule and fingerprint, so that a file under version control changes little.
[[nodiscard]] Baseline baseline_of(const AuditReport& report, const std::filesystem::path& folder);

/// As JSON, an entry a line, with a closing line end.
[[nodiscard]] std::string baseline_json(const Baseline& baseline);

}  // namespace claimbase
