#include <nlohmann/json.hpp>
#include <ostream>

#include "query/audit/audit_values.h"
#include "query/audit/rules.h"
#include "query/audit/write.h"
#include "query/place_json.h"
#include "schema/position.h"

namespace claimbase {
namespace {

void put_span(Json& json, const CopySpan& span) {
  json["line"] = span.line;
  json["column"] = span.column;
  json["end_line"] = span.end_line;
  json["end_column"] = span.end_column;
  json["begin"] = span.source.begin;
  json["end"] = span.source.end;
  json["text_range"] = Json::array({span.text.begin, span.text.end});
}

Json claim_json(const AuditedClaim& claim) {
  Json json = to_json(claim.claim);
  put_span(json, claim.span);
  json["quantities"] = claim.quantities;
  json["sources"] = to_json(claim.sources);
  return json;
}

Json sentence_json(const AuditedSentence& sentence) {
  Json json = Json::object();
  put_span(json, sentence.span);
  json["block"] = sentence.block;
  json["language"] = sentence.language;
  json["text"] = sentence.text;
  json["law"] = to_json(sentence.law);
  json["claims"] = Json::array();
  for (const AuditedClaim& claim : sentence.claims) json["claims"].push_back(claim_json(claim));
  return json;
}

Json file_json(const AuditedFile& file) {
  Json json{{"path", file.path},
            {"format", file.document.format},
            {"unit", position_unit(file.document.format)},
            {"encoding", file.document.encoding},
            {"language", file.document.language},
            {"title", file.document.title},
            {"size", file.source.size()},
            {"sentences", Json::array()}};
  for (const AuditedSentence& sentence : file.sentences) json["sentences"].push_back(sentence_json(sentence));
  return json;
}

Json basis_json(const AuditBasis& basis) {
  return {{"database", basis.database.empty() ? Json(nullptr) : Json(basis.database)},
          {"articles", basis.articles},
          {"references", basis.references},
          {"register", basis.register_name},
          {"register_date", basis.register_date},
          {"register_entries", basis.register_entries}};
}

// The rules that have findings, so that a reader needs no catalogue.
Json rules_json(const AuditReport& report) {
  Json list = Json::object();
  for (const Finding& finding : report.findings) {
    const Rule* rule = find_rule(finding.rule);
    if (rule == nullptr || list.contains(finding.rule)) continue;
    list[finding.rule] =
        Json{{"title", rule->title}, {"meaning", rule->meaning}, {"why", rule->why}, {"mend", rule->mend}};
  }
  return list;
}

}  // namespace

void write_audit_json(std::ostream& out, const AuditReport& report, const AuditSummary& summary) {
  Json json{{"basis", basis_json(report.basis)}, {"notice", kNoAdvice},         {"summary", to_json(summary)},
            {"findings", Json::array()},         {"rules", rules_json(report)}, {"files", Json::array()}};
  for (const Finding& finding : report.findings) json["findings"].push_back(to_json(finding));
  for (const AuditedFile& file : report.files) json["files"].push_back(file_json(file));
  out << to_text(json) << '\n';
}

}  // namespace claimbase
