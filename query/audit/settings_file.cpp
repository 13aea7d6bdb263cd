#include "query/audit/settings_file.h"

#include <array>
#include <span>

#include "query/audit/nearest.h"
#include "query/audit/toml_reader.h"
#include "query/usage_error.h"

namespace claimbase {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 8> kKeys{"database", "register", "vocabulary", "fail-on",
                                                "baseline", "rules",    "paths",      "override"};
constexpr std::array<std::string_view, 2> kPathKeys{"include", "exclude"};
constexpr std::array<std::string_view, 2> kOverrideKeys{"paths", "rules"};

[[noreturn]] void refuse(std::string_view file, TomlPlace place, const std::string& message) {
  throw UsageError(at_place(file, place) + message);
}

[[noreturn]] void refuse_key(std::string_view file, const TomlMember& member, std::span<const std::string_view> keys) {
  refuse(file, member.place, "unknown key " + with_nearest(member.key, keys));
}

const TomlValue& expect(std::string_view file, const TomlMember& member, TomlValue::Kind kind, std::string_view what) {
  if (member.value.kind == kind) return member.value;
  refuse(file, member.value.place, member.key + " must be " + std::string(what));
}

std::string string_of(std::string_view file, const TomlMember& member) {
  return expect(file, member, TomlValue::Kind::string, "a string").text;
}

// A string counts as a list of one.
std::vector<std::string> strings_of(std::string_view file, const TomlMember& member) {
  constexpr std::string_view kWhat = "a list of strings";
  if (member.value.kind == TomlValue::Kind::string) return {member.value.text};
  std::vector<std::string> list;
  for (const TomlValue& item : expect(file, member, TomlValue::Kind::array, kWhat).items) {
    if (item.kind != TomlValue::Kind::string) refuse(file, item.place, member.key + " must be " + std::string(kWhat));
    list.push_back(item.text);
  }
  return list;
}

RuleSetting setting(std::string_view file, TomlPlace rule_at, const std::string& rule, TomlPlace level_at,
                    std::string_view level) {
  if (!is_rule_or_family(rule)) refuse(file, rule_at, "unknown rule " + with_nearest_rules(rule));
  const std::optional<RuleLevel> named = rule_level(level);
  if (!named) refuse(file, level_at, rule + " must be \"off\", \"note\", \"warning\" or \"error\"");
  return {rule, *named};
}

// The names are usually quoted; unquoted they are tables in one another, which means the same.
// NOLINTNEXTLINE(misc-no-recursion): as deep as the parser lets values nest
void add_rules(std::string_view file, const TomlValue& table, const std::string& prefix,
               std::vector<RuleSetting>& settings) {
  for (const TomlMember& member : table.members) {
    const std::string name = prefix + member.key;
    if (member.value.kind == TomlValue::Kind::table) {
      add_rules(file, member.value, name + ".", settings);
    } else {
      const bool is_text = member.value.kind == TomlValue::Kind::string;
      settings.push_back(setting(file, member.place, name, member.value.place, is_text ? member.value.text : ""));
    }
  }
}

std::vector<RuleSetting> rules_of(std::string_view file, const TomlMember& member) {
  std::vector<RuleSetting> settings;
  add_rules(file, expect(file, member, TomlValue::Kind::table, "a table"), "", settings);
  return settings;
}

PathSetting override_of(std::string_view file, const TomlMember& owner, const TomlValue& table) {
  if (table.kind != TomlValue::Kind::table) refuse(file, table.place, owner.key + " must be a list of tables");
  PathSetting made;
  for (const TomlMember& member : table.members) {
    if (member.key == "paths") {
      made.paths = strings_of(file, member);
    } else if (member.key == "rules") {
      made.rules = rules_of(file, member);
    } else {
      refuse_key(file, member, kOverrideKeys);
    }
  }
  if (made.paths.empty()) refuse(file, table.place, "override has no paths");
  return made;
}

void read_paths(std::string_view file, const TomlMember& owner, AuditSettings& settings) {
  for (const TomlMember& member : expect(file, owner, TomlValue::Kind::table, "a table").members) {
    if (member.key == "include") {
      settings.include = strings_of(file, member);
    } else if (member.key == "exclude") {
      settings.exclude = strings_of(file, member);
    } else {
      refuse_key(file, member, kPathKeys);
    }
  }
}

// From the folder of the settings to the current directory.
std::string from_here(const AuditSettings& settings, const std::string& path) {
  return path.empty() ? path : (settings.folder / path).lexically_normal().string();
}

void read_member(std::string_view file, const TomlMember& member, AuditSettings& settings) {
  if (member.key == "database") {
    settings.database = from_here(settings, string_of(file, member));
  } else if (member.key == "register") {
    settings.register_file = from_here(settings, string_of(file, member));
  } else if (member.key == "baseline") {
    settings.baseline_file = from_here(settings, string_of(file, member));
  } else if (member.key == "vocabulary") {
    for (const std::string& path : strings_of(file, member)) settings.vocabulary.push_back(from_here(settings, path));
  } else if (member.key == "fail-on") {
    const std::optional<FailOn> named = fail_on(string_of(file, member));
    if (!named) {
      refuse(file, member.value.place, R"(fail-on must be "error", "warning", "note" or "never")");
    }
    settings.fail = *named;
  } else if (member.key == "rules") {
    settings.rules = rules_of(file, member);
  } else if (member.key == "paths") {
    read_paths(file, member, settings);
  } else if (member.key == "override") {
    for (const TomlValue& item : expect(file, member, TomlValue::Kind::array, "a list of tables").items) {
      settings.overrides.push_back(override_of(file, member, item));
    }
  } else {
    refuse_key(file, member, kKeys);
  }
}

// Any line with a tab before its comment makes it a table of two columns: TOML has none between a key and a value.
std::vector<RuleSetting> tab_separated(std::string_view text, std::string_view name) {
  std::vector<RuleSetting> settings;
  std::uint32_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) refuse(name, {number, 1}, "a line must be a rule, a tab, and its level");
    const auto column = static_cast<std::uint32_t>(tab + 2);
    settings.push_back(
        setting(name, {number, 1}, std::string(line.substr(0, tab)), {number, column}, line.substr(tab + 1)));
  }
  return settings;
}

bool is_tab_separated(std::string_view text) {
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.empty() || line.starts_with('#') || line == "\r") continue;
    return line.find('\t') != std::string_view::npos && line.find('=') == std::string_view::npos;
  }
  return false;
}

}  // namespace

std::optional<fs::path> find_settings_file(const fs::path& from) {
  std::error_code error;
  const fs::path start = fs::absolute(from.empty() ? fs::path(".") : from, error).lexically_normal();
  for (fs::path folder = start;; folder = folder.parent_path()) {
    if (fs::path file = folder / kSettingsName; fs::is_regular_file(file, error)) return file;
    if (folder == folder.parent_path()) return std::nullopt;
  }
}

AuditSettings read_settings(std::string_view toml, const fs::path& file) {
  AuditSettings settings;
  settings.file = file;
  settings.folder = file.parent_path();
  const std::string name = file.string();
  for (const TomlMember& member : read_toml(toml, name).members) read_member(name, member, settings);
  return settings;
}

std::vector<RuleSetting> read_rule_settings(std::string_view text, std::string_view name) {
  if (is_tab_separated(text)) return tab_separated(text, name);
  std::vector<RuleSetting> settings;
  constexpr std::array<std::string_view, 1> kRulesOnly{"rules"};
  const TomlValue file = read_toml(text, name);
  for (const TomlMember& member : file.members) {
    if (member.key != "rules") refuse_key(name, member, kRulesOnly);
    settings = rules_of(name, member);
  }
  return settings;
}

}  // namespace claimbase
