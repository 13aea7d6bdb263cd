// Files of audit settings: any bytes are read or refused with a place in the file, and never anything else.
#include <string>

#include "query/audit/settings_file.h"
#include "query/usage_error.h"
#include "tests/fuzz/fuzz.h"

using claimbase::fuzz::require;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = claimbase::fuzz::as_text(data, size);
  try {
    const claimbase::AuditSettings settings = claimbase::read_settings(bytes, "folder/a.toml");
    require(settings.folder == "folder", "paths are relative to the file's folder");
    for (const auto& rule : settings.rules) require(claimbase::is_rule_or_family(rule.rule), "a rule is known");
    for (const auto& each : settings.overrides) require(!each.paths.empty(), "an override has paths");
    (void)claimbase::level_of(settings, "law.on-hold", "some/path.md");
    (void)claimbase::is_audited(settings, "some/path.md");
  } catch (const claimbase::UsageError& error) {
    require(std::string_view(error.what()).starts_with("folder/a.toml:"), "a mistake is told with its place");
  }
  try {
    for (const auto& rule : claimbase::read_rule_settings(bytes, "r")) {
      require(claimbase::is_rule_or_family(rule.rule), "a rule is known");
    }
  } catch (const claimbase::UsageError& error) {
    require(std::string_view(error.what()).starts_with("r:"), "a mistake is told with its place");
  }
  return 0;
}
