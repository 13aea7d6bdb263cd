// SARIF 2.1.0 (OASIS Standard, 27 March 2020); the numbers in comments are its sections.
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

#include "analysis/language/unicode.h"
#include "query/audit/rules.h"
#include "query/audit/source_lines.h"
#include "query/audit/source_text.h"
#include "query/audit/uri.h"
#include "query/audit/write.h"
#include "query/record_writer.h"
#include "schema/position.h"

namespace claimbase {
namespace {

constexpr const char* kBase = "SRCROOT";

Json text_json(std::string_view text) {
  return {{"text", printable(text)}};
}

std::string_view level_of(Severity severity) {
  return severity_name(severity);  // the same words
}

// "law.medicinal-claim" as "MedicinalClaim" would be no clearer: `name` is left out (3.49.7 lets it).
Json rule_json(const Rule& rule) {
  const std::string help =
      std::string(rule.meaning) + "\n\nWhy: " + std::string(rule.why) + ".\n\nWhat to do: " + std::string(rule.mend);
  const std::string_view family = rule.name.substr(0, rule.name.find('.'));
  return {{"id", rule.name},
          {"shortDescription", text_json(rule.title)},
          {"fullDescription", text_json(rule.meaning)},
          {"help", text_json(help)},
          {"defaultConfiguration", {{"level", level_of(rule.severity)}}},
          {"properties", {{"tags", {family}}, {"certainty", to_string(rule.certainty)}}}};
}

Json artifact_location(const std::string& path) {
  Json location{{"uri", path_uri(path)}};
  if (!path.starts_with('/')) location["uriBaseId"] = kBase;
  return location;
}

/// Indexes of rules and files, and the lines of each file, made when first asked for.
class SarifRun {
 public:
  explicit SarifRun(const AuditReport& report) {
    for (const Rule& rule : rules()) rule_index_.emplace(rule.name, rule_index_.size());
    for (const AuditedFile& file : report.files) {
      if (files_.emplace(file.path, Entry{&file, files_.size(), {}, {}}).second) order_.push_back(&file);
    }
  }

  [[nodiscard]] Json artifacts() const {
    Json list = Json::array();
    for (const AuditedFile* file : order_) {
      Json artifact{{"location", artifact_location(file->path)}, {"length", file->source.size()}};
      if (!file->document.encoding.empty()) artifact["encoding"] = file->document.encoding;
      list.push_back(std::move(artifact));
    }
    return list;
  }

  [[nodiscard]] Json physical(const std::string& path) const {
    Json location = artifact_location(path);
    if (const auto found = files_.find(path); found != files_.end()) location["index"] = found->second.index;
    return {{"artifactLocation", std::move(location)}};
  }

  // 3.30; a paragraph or a page has no region, since there is no line of text.
  Json location(const Finding& finding) {
    Json location{{"physicalLocation", physical(finding.path)}};
    if (position_unit(finding.format) != "line") {
      location["logicalLocations"] = logical(finding.format, finding.span.line);
      return location;
    }
    const CopySpan& span = finding.span;
    Json region{{"startLine", span.line},
                {"startColumn", span.column},
                {"endLine", std::max(span.line, span.end_line)},
                {"endColumn", span.end_column}};
    if (const SourceLines* lines = lines_of(finding.path); lines != nullptr && !span.source.empty()) {
      const std::uint32_t begin = lines->characters_before(span.source.begin);
      region["charOffset"] = begin;
      region["charLength"] = lines->characters_before(span.source.end) - begin;
      region["snippet"] = text_json(lines->bytes(span.source));
    }
    location["physicalLocation"]["region"] = std::move(region);
    return location;
  }

  static Json logical(const std::string& format, std::uint32_t line) {
    const std::string unit(position_unit(format));
    return Json::array({Json{{"name", unit + " " + std::to_string(line)}, {"kind", unit}}});
  }

  [[nodiscard]] std::optional<std::size_t> rule_index(std::string_view rule) const {
    const auto found = rule_index_.find(rule);
    return found == rule_index_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  struct Entry {
    const AuditedFile* file;
    std::size_t index;
    std::unique_ptr<const std::string> source;
    std::unique_ptr<const SourceLines> lines;
  };

  const SourceLines* lines_of(const std::string& path) {
    const auto found = files_.find(path);
    if (found == files_.end()) return nullptr;
    Entry& entry = found->second;
    if (!entry.lines) {
      entry.source = std::make_unique<const std::string>(source_text(*entry.file));
      entry.lines = std::make_unique<const SourceLines>(*entry.source);
    }
    return entry.lines.get();
  }

  std::map<std::string_view, std::size_t> rule_index_;
  std::map<std::string, Entry, std::less<>> files_;
  std::vector<const AuditedFile*> order_;
};

Json related_json(const SarifRun& run, const RelatedPlace& place, std::size_t id) {
  Json location{{"id", id}, {"physicalLocation", run.physical(place.path)}};
  if (place.line > 0) {
    if (position_unit(place.format) == "line") {
      location["physicalLocation"]["region"] = Json{{"startLine", place.line}};
    } else {
      location["logicalLocations"] = SarifRun::logical(place.format, place.line);
    }
  }
  if (!place.message.empty()) location["message"] = text_json(place.message);
  return location;
}

std::string message_of(const Finding& finding) {
  std::string message = finding.message;
  if (!finding.why.empty()) message += "\nWhy: " + finding.why;
  if (!finding.suggestion.empty()) message += "\nSuggestion: " + finding.suggestion;
  return message;
}

Json result_json(SarifRun& run, const Finding& finding, bool has_baseline) {
  Json result{{"ruleId", printable(finding.rule)}};
  if (const auto index = run.rule_index(finding.rule)) result["ruleIndex"] = *index;
  result["level"] = level_of(finding.severity);
  result["message"] = text_json(message_of(finding));
  result["locations"] = Json::array({run.location(finding)});
  if (!finding.related.empty()) {
    Json related = Json::array();
    for (const RelatedPlace& place : finding.related) related.push_back(related_json(run, place, related.size()));
    result["relatedLocations"] = std::move(related);
  }
  result["partialFingerprints"] = Json{{"claimbaseFinding/v1", finding.fingerprint}};
  if (has_baseline) result["baselineState"] = finding.state == FindingState::known ? "unchanged" : "new";
  // 3.27.23: present on all results or on none, so that an empty list means "not suppressed".
  result["suppressions"] = Json::array();
  if (finding.state == FindingState::muted) {
    result["suppressions"].push_back(
        Json{{"kind", "inSource"}, {"status", "accepted"}, {"justification", printable(finding.mute_reason)}});
  }
  result["properties"] = Json{{"certainty", to_string(finding.certainty)}};
  return result;
}

Json driver_json() {
  Json list = Json::array();
  for (const Rule& rule : rules()) list.push_back(rule_json(rule));
  return {{"name", "claimbase"},
          {"version", CLAIMBASE_VERSION},
          {"shortDescription", text_json("Judges health claims in copy against sources and against EU law.")},
          {"fullDescription", text_json(kNoAdvice)},
          {"rules", std::move(list)}};
}

}  // namespace

void write_audit_sarif(std::ostream& out, const AuditReport& report, const AuditSummary& summary) {
  SarifRun run(report);
  Json results = Json::array();
  for (const Finding& finding : report.findings) results.push_back(result_json(run, finding, summary.has_baseline));
  const bool all_read = audit_exit(report, FailOn::never) == Exit::ok;
  // 3.14.14: where the folder is, the reader of the log knows best.
  const Json bases{{kBase, {{"description", text_json("the folder that the audit was started in")}}}};
  out << to_text(
             Json{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                  {"version", "2.1.0"},
                  {"runs", Json::array({Json{{"tool", {{"driver", driver_json()}}},
                                             {"invocations", Json::array({Json{{"executionSuccessful", all_read}}})},
                                             {"originalUriBaseIds", bases},
                                             {"columnKind", "unicodeCodePoints"},
                                             {"artifacts", run.artifacts()},
                                             {"results", std::move(results)}}})}})
      << '\n';
}

}  // namespace claimbase
