#include "query/audit/settings.h"

#include <algorithm>

#include "query/audit/glob.h"

namespace claimbase {
namespace {

bool any_fits(const std::vector<std::string>& globs, std::string_view path) {
  return std::ranges::any_of(globs, [&](const std::string& glob) { return glob_fits(glob, path); });
}

const RuleSetting* most_exact(const std::vector<RuleSetting>& settings, std::string_view rule) {
  const RuleSetting* best = nullptr;
  for (const RuleSetting& each : settings) {
    if (covers(each.rule, rule) && (best == nullptr || each.rule.size() >= best->rule.size())) best = &each;
  }
  return best;
}

}  // namespace

std::optional<FailOn> fail_on(std::string_view name) {
  if (name == "error") return FailOn::error;
  if (name == "warning") return FailOn::warning;
  if (name == "note") return FailOn::note;
  if (name == "never") return FailOn::never;
  return std::nullopt;
}

std::optional<RuleLevel> level_of(const AuditSettings& settings, std::string_view rule, std::string_view path) {
  const RuleSetting* chosen = most_exact(settings.rules, rule);
  for (const PathSetting& override : settings.overrides) {
    if (!any_fits(override.paths, path)) continue;
    if (const RuleSetting* here = most_exact(override.rules, rule); here != nullptr) chosen = here;
  }
  return chosen == nullptr ? std::nullopt : std::optional(chosen->level);
}

bool is_audited(const AuditSettings& settings, std::string_view path) {
  if (any_fits(settings.exclude, path)) return false;
  return settings.include.empty() || any_fits(settings.include, path);
}

}  // namespace claimbase
