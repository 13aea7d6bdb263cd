#include <ostream>

#include "query/audit/rules.h"
#include "query/audit/write.h"

namespace claimbase {

// For editors: the form of compilers, for each format of copy. What is muted is not said.
void write_audit_lines(std::ostream& out, const AuditReport& report) {
  for (const Finding& finding : report.findings) {
    if (finding.state == FindingState::muted) continue;
    out << one_line(finding.path) << ':' << finding.span.line << ':' << finding.span.column << ": "
        << severity_name(finding.severity) << ": " << one_line(finding.message)
        << (finding.state == FindingState::known ? " (known)" : "") << " [" << one_line(finding.rule) << "]\n";
  }
}

}  // namespace claimbase
