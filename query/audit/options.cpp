#include "query/audit/options.h"

#include <CLI/CLI.hpp>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

#include "query/audit/settings_file.h"
#include "query/usage_error.h"

namespace claimbase {
namespace {

namespace fs = std::filesystem;

std::string read_named(const std::string& path) {
  std::error_code error;
  std::ifstream in(path, std::ios::binary);
  if (!in || fs::is_directory(path, error))
    throw UsageError("cannot read " + path);  // a folder opens, and gives nothing
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (in.bad()) throw UsageError("cannot read " + path);
  return bytes;
}

AuditSettings from_file(const AuditOptions& options, const fs::path& from) {
  if (options.no_config) return {};
  if (!options.config.empty()) return read_settings(read_named(options.config), options.config);
  const std::optional<fs::path> found = find_settings_file(from);
  if (!found) return {};
  // Named from here, as a person would: messages and paths are short.
  std::error_code error;
  const fs::path near = fs::proximate(*found, error);
  const fs::path& file = error ? *found : near;
  return read_settings(read_named(file.string()), file);
}

void put(std::string& setting, const std::string& option) {
  if (!option.empty()) setting = option;
}

void append_rules(AuditSettings& settings, const std::vector<RuleSetting>& rules) {
  // The command line's count before the file's, whichever is more exact.
  std::erase_if(settings.rules, [&](const RuleSetting& each) {
    return std::ranges::any_of(rules, [&](const RuleSetting& rule) { return covers(rule.rule, each.rule); });
  });
  settings.rules.insert(settings.rules.end(), rules.begin(), rules.end());
}

}  // namespace

void add_audit_options(CLI::App& command, AuditOptions& options) {
  command.add_option("--config", options.config, "the settings file, in place of the nearest .claimbase.toml")
      ->type_name("FILE");
  command.add_flag("--no-config", options.no_config, "read no .claimbase.toml")->excludes("--config");
  command.add_option("--rules", options.rules, "severities: TOML with [rules], or lines of rule, tab, level")
      ->type_name("FILE");
  command.add_option("--register", options.register_file, "a register of health claims in place of the built-in one")
      ->type_name("FILE");
  command.add_option("--vocabulary", options.vocabulary, "a vocabulary of your own; may be repeated")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command.add_option("--baseline", options.baseline, "findings in it are known: shown, and no reason to fail")
      ->type_name("FILE");
  command.add_option("--write-baseline", options.write_baseline, "write the findings as a baseline")->type_name("FILE");
  command
      .add_option("--fail-on", options.fail_on,
                  "the least severity that makes the exit code 1: error (the default), warning, note, never")
      ->type_name("SEVERITY");
  command.add_option("--explain", options.explain, "say what a rule means (\"all\": each of them), and audit nothing")
      ->type_name("RULE");
}

AuditSettings load_settings(const AuditOptions& options, const fs::path& from) {
  AuditSettings settings = from_file(options, from);
  put(settings.register_file, options.register_file);
  put(settings.baseline_file, options.baseline);
  if (!options.vocabulary.empty()) settings.vocabulary = options.vocabulary;
  if (!options.rules.empty()) append_rules(settings, read_rule_settings(read_named(options.rules), options.rules));
  if (!options.fail_on.empty()) {
    const std::optional<FailOn> named = fail_on(options.fail_on);
    if (!named) throw UsageError("--fail-on " + options.fail_on + " is not one of: error, warning, note, never");
    settings.fail = *named;
  }
  std::error_code error;
  const bool is_made_now =
      settings.baseline_file == options.write_baseline && !fs::exists(settings.baseline_file, error);
  if (!settings.baseline_file.empty() && !is_made_now) {
    settings.baseline = read_baseline(read_named(settings.baseline_file), settings.baseline_file);
  }
  return settings;
}

void write_baseline_file(const AuditReport& report, const AuditSettings& settings, const std::string& path) {
  std::ofstream out(path, std::ios::binary);
  out << baseline_json(baseline_of(report, settings.folder));
  out.close();
  if (!out) throw UsageError("cannot write " + path + ": " + std::generic_category().message(errno));
}

}  // namespace claimbase
