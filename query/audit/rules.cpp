#include "query/audit/rules.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "analysis/language/resources.h"
#include "query/audit/nearest.h"

namespace claimbase {
namespace {

constexpr std::array kSeverities{Severity::note, Severity::warning, Severity::error};
constexpr std::array kCertainties{FindingCertainty::rule, FindingCertainty::register_match,
                                  FindingCertainty::needs_person};

template <typename Enum, std::size_t size, typename Name>
Enum value_named(const std::array<Enum, size>& values, std::string_view wanted, Name name) {
  const auto found = std::ranges::find(values, wanted, name);
  if (found == values.end()) throw std::logic_error("audit/rules.tsv: unknown word " + std::string(wanted));
  return *found;
}

std::vector<Rule> read_rules() {
  constexpr std::size_t kColumns = 7;
  std::vector<Rule> made;
  for (const auto& row : tsv_rows(resource("audit/rules.tsv"))) {
    if (row.size() != kColumns) throw std::logic_error("audit/rules.tsv: a row has not seven columns");
    made.push_back({row[0], value_named(kSeverities, row[1], severity_name),
                    value_named(kCertainties, row[2], [](FindingCertainty each) { return to_string(each); }), row[3],
                    row[4], row[5], row[6]});
  }
  return made;
}

}  // namespace

std::span<const Rule> rules() {
  static const std::vector<Rule> all = read_rules();
  return all;
}

const Rule* find_rule(std::string_view name) {
  const auto found = std::ranges::find(rules(), name, &Rule::name);
  return found == rules().end() ? nullptr : &*found;
}

bool covers(std::string_view name, std::string_view rule) {
  return !name.empty() && rule.starts_with(name) && (rule.size() == name.size() || rule[name.size()] == '.');
}

bool is_rule_or_family(std::string_view name) {
  return std::ranges::any_of(rules(), [&](const Rule& rule) { return covers(name, rule.name); });
}

std::string with_nearest_rules(std::string_view given) {
  std::vector<std::string_view> names;
  names.reserve(rules().size());
  for (const Rule& rule : rules()) names.push_back(rule.name);
  return with_nearest(given, names);
}

std::optional<RuleLevel> rule_level(std::string_view name) {
  if (name == "off") return RuleLevel::off;
  if (name == "note") return RuleLevel::note;
  if (name == "warning") return RuleLevel::warning;
  if (name == "error") return RuleLevel::error;
  return std::nullopt;
}

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "";
}

}  // namespace claimbase
