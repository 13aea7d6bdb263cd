#include "query/audit/explain.h"

#include <nlohmann/json.hpp>
#include <ostream>

#include "query/audit/rules.h"
#include "query/record_writer.h"
#include "query/usage_error.h"

namespace claimbase {
namespace {

std::vector<const Rule*> chosen_rules(std::string_view name) {
  std::vector<const Rule*> chosen;
  for (const Rule& rule : rules()) {
    if (name == "all" || covers(name, rule.name)) chosen.push_back(&rule);
  }
  return chosen;
}

std::string_view certainty_line(FindingCertainty certainty) {
  switch (certainty) {
    case FindingCertainty::rule:
      return "the words alone decide it";
    case FindingCertainty::register_match:
      return "a comparison with the register decides it";
    case FindingCertainty::needs_person:
      return "a person has to decide it";
  }
  return "";
}

void print(std::ostream& out, const Paint& paint, const Rule& rule) {
  out << paint.strong(rule.name) << ": " << rule.title << '\n'
      << rule.meaning << '\n'
      << "  severity   " << severity_name(rule.severity) << '\n'
      << "  certainty  " << certainty_line(rule.certainty) << '\n'
      << "  why        " << rule.why << '\n'
      << "  mend       " << rule.mend << '\n';
}

Json to_json(const Rule& rule) {
  return {{"rule", rule.name},
          {"severity", severity_name(rule.severity)},
          {"certainty", to_string(rule.certainty)},
          {"title", rule.title},
          {"meaning", rule.meaning},
          {"why", rule.why},
          {"mend", rule.mend}};
}

}  // namespace

void explain_rule(std::ostream& out, OutputFormat format, const Paint& paint, std::string_view name) {
  const std::vector<const Rule*> chosen = chosen_rules(name);
  if (chosen.empty()) throw UsageError("there is no rule " + with_nearest_rules(name));
  if (format == OutputFormat::text) {
    for (const Rule* rule : chosen) {
      if (rule != chosen.front()) out << '\n';
      print(out, paint, *rule);
    }
    return;
  }
  const bool one = find_rule(name) != nullptr;
  Json list = Json::array();
  for (const Rule* rule : chosen) list.push_back(to_json(*rule));
  out << to_text(one ? list.front() : list) << '\n';
}

}  // namespace claimbase
