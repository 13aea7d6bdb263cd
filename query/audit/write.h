// An audit's report in each of its formats.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "query/audit/apply.h"
#include "query/audit/report.h"
#include "query/format.h"
#include "query/paint.h"

namespace claimbase {

/// Printed once a report.
inline constexpr const char* kNoAdvice =
    "This is a program's reading of the copy, and not legal advice: who publishes stays responsible.";

/// Those that an audit offers, the default first.
[[nodiscard]] std::vector<OutputFormat> audit_formats();

/// Writes a report that apply_settings() has finished. All text from outside is made safe for its format. Throws
/// std::logic_error for a format that an audit does not offer.
void write_audit(std::ostream& out, OutputFormat format, const Paint& paint, const AuditReport& report,
                 const AuditSummary& summary);

void write_audit_text(std::ostream& out, const Paint& paint, const AuditReport& report, const AuditSummary& summary);
void write_audit_lines(std::ostream& out, const AuditReport& report);
void write_audit_json(std::ostream& out, const AuditReport& report, const AuditSummary& summary);
void write_audit_records(std::ostream& out, OutputFormat format, const AuditReport& report);  // jsonl, csv
void write_audit_sarif(std::ostream& out, const AuditReport& report, const AuditSummary& summary);
void write_audit_junit(std::ostream& out, const AuditReport& report);
void write_audit_html(std::ostream& out, const AuditReport& report, const AuditSummary& summary);

/// "copy.html:3:7"; "leaflet.pdf, page 2".
[[nodiscard]] std::string place_of(const Finding& finding);
[[nodiscard]] std::string place_of(const RelatedPlace& place);

}  // namespace claimbase
