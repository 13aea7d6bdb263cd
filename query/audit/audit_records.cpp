#include <nlohmann/json.hpp>
#include <utility>

#include "analysis/language/unicode.h"
#include "query/audit/audit_values.h"
#include "query/audit/write.h"

namespace claimbase {
namespace {

// JSON escapes control characters; a table would hand them to the terminal or the spreadsheet that shows it.
Json without_controls(Json record) {
  for (Json& value : record) {
    if (value.is_string()) {
      value = printable(value.get_ref<const std::string&>());
    } else if (value.is_structured()) {
      value = without_controls(std::move(value));  // lists of related places: two deep
    }
  }
  return record;
}

}  // namespace

void write_audit_records(std::ostream& out, OutputFormat format, const AuditReport& report) {
  RecordWriter writer(
      out, format,
      {"rule", "severity", "state", "path", "unit", "line", "column", "end_line", "end_column", "begin", "end",
       "message", "why", "suggestion", "certainty", "sentence", "fingerprint", "mute_reason", "related"});
  for (const Finding& finding : report.findings) {
    Json record = to_json(finding);
    if (!writer.write(format == OutputFormat::csv ? without_controls(std::move(record)) : record)) return;
  }
  writer.finish();
}

}  // namespace claimbase
