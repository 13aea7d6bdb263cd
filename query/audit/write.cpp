#include "query/audit/write.h"

#include <stdexcept>

#include "schema/position.h"

namespace claimbase {

std::vector<OutputFormat> audit_formats() {
  return {OutputFormat::text,  OutputFormat::line,  OutputFormat::json, OutputFormat::jsonl,
          OutputFormat::sarif, OutputFormat::junit, OutputFormat::csv,  OutputFormat::html};
}

void write_audit(std::ostream& out, OutputFormat format, const Paint& paint, const AuditReport& report,
                 const AuditSummary& summary) {
  switch (format) {
    case OutputFormat::text:
      return write_audit_text(out, paint, report, summary);
    case OutputFormat::line:
      return write_audit_lines(out, report);
    case OutputFormat::json:
      return write_audit_json(out, report, summary);
    case OutputFormat::jsonl:
    case OutputFormat::csv:
      return write_audit_records(out, format, report);
    case OutputFormat::sarif:
      return write_audit_sarif(out, report, summary);
    case OutputFormat::junit:
      return write_audit_junit(out, report);
    case OutputFormat::html:
      return write_audit_html(out, report, summary);
    case OutputFormat::csl_json:
    case OutputFormat::bibtex:
    case OutputFormat::ris:
      break;
  }
  throw std::logic_error("an audit has no format " + std::string(to_string(format)));
}

std::string place_of(const Finding& finding) {
  const std::string place = position_of(finding.path, finding.format, finding.span.line);
  return position_unit(finding.format) == "line" ? place + ":" + std::to_string(finding.span.column) : place;
}

std::string place_of(const RelatedPlace& place) {
  return place.line == 0 ? place.path : position_of(place.path, place.format, place.line);
}

}  // namespace claimbase
