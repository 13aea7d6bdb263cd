#include "query/format.h"

#include <algorithm>

#include "query/usage_error.h"

namespace claimbase {

std::string_view to_string(OutputFormat format) {
  switch (format) {
    case OutputFormat::text:
      return "text";
    case OutputFormat::json:
      return "json";
    case OutputFormat::jsonl:
      return "jsonl";
    case OutputFormat::csv:
      return "csv";
    case OutputFormat::csl_json:
      return "csl-json";
    case OutputFormat::bibtex:
      return "bibtex";
    case OutputFormat::ris:
      return "ris";
    case OutputFormat::line:
      return "line";
    case OutputFormat::sarif:
      return "sarif";
    case OutputFormat::junit:
      return "junit";
    case OutputFormat::html:
      return "html";
  }
  return "";
}

std::string list_formats(const std::vector<OutputFormat>& offered) {
  std::string list;
  for (const OutputFormat format : offered) {
    if (!list.empty()) list += ", ";
    list += to_string(format);
  }
  return list;
}

OutputFormat choose_format(std::string_view name, const std::vector<OutputFormat>& offered) {
  if (name.empty()) return offered.front();
  const auto found = std::ranges::find(offered, name, [](OutputFormat format) { return to_string(format); });
  if (found != offered.end()) return *found;
  throw UsageError("format " + std::string(name) + " is not one of: " + list_formats(offered));
}

}  // namespace claimbase
