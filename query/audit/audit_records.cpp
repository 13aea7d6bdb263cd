#include <nlohmann/json.hpp>

#include "query/audit/audit_values.h"
#include "query/audit/write.h"

namespace claimbase {

void write_audit_records(std::ostream& out, OutputFormat format, const AuditReport& report) {
  RecordWriter writer(
      out, format,
      {"rule", "severity", "state", "path", "unit", "line", "column", "end_line", "end_column", "begin", "end",
       "message", "why", "suggestion", "certainty", "sentence", "fingerprint", "mute_reason", "related"});
  for (const Finding& finding : report.findings) {
    if (!writer.write(to_json(finding))) return;
  }
  writer.finish();
}

}  // namespace claimbase
