#include "query/format.h"

#include <algorithm>

#include "query/usage_error.h"

namespace claimbase {

std::string_view to_string(Format format) {
  switch (format) {
    case Format::text:
      return "text";
    case Format::json:
      return "json";
    case Format::jsonl:
      return "jsonl";
    case Format::csv:
      return "csv";
    case Format::csl_json:
      return "csl-json";
    case Format::bibtex:
      return "bibtex";
    case Format::ris:
      return "ris";
  }
  return "";
}

std::string list_formats(const std::vector<Format>& offered) {
  std::string list;
  for (const Format format : offered) {
    if (!list.empty()) list += ", ";
    list += to_string(format);
  }
  return list;
}

Format choose_format(std::string_view name, const std::vector<Format>& offered) {
  if (name.empty()) return offered.front();
  const auto found = std::ranges::find(offered, name, [](Format format) { return to_string(format); });
  if (found != offered.end()) return *found;
  throw UsageError("format " + std::string(name) + " is not one of: " + list_formats(offered));
}

}  // namespace claimbase
