#include <algorithm>
#include <map>
#include <ostream>

#include "query/audit/html_parts.h"
#include "query/audit/rules.h"
#include "query/audit/write.h"

namespace claimbase {
namespace {

using html::escaped;
using html::finding_id;
using html::NumberedFinding;
using html::sentence_id;

constexpr std::size_t kSentenceLength = 400;  // in the list; the copy has all of it

void write_figure(std::ostream& out, std::string_view name, const std::string& value) {
  out << "<div><dt>" << escaped(name) << "</dt><dd>" << escaped(value) << "</dd></div>\n";
}

void write_figure(std::ostream& out, std::string_view name, std::int64_t value) {
  if (value != 0) write_figure(out, name, std::to_string(value));
}

void write_summary(std::ostream& out, const AuditReport& report, const AuditSummary& summary) {
  out << "<section aria-labelledby=\"summary\">\n<h2 id=\"summary\">Summary</h2>\n<dl class=\"figures\">\n";
  write_figure(out, "errors", std::to_string(summary.errors));
  write_figure(out, "warnings", std::to_string(summary.warnings));
  write_figure(out, "notes", std::to_string(summary.notes));
  write_figure(out, "known (in the baseline)", summary.known);
  write_figure(out, "gone from the baseline", summary.gone);
  write_figure(out, "muted in the copy", summary.muted);
  write_figure(out, "turned off by settings", summary.off);
  out << "</dl>\n<p>" << counted(summary.files, "file") << ", " << counted(summary.sentences, "sentence") << ", "
      << counted(summary.claims, "claim") << ". Register: " << escaped(report.basis.register_name);
  if (!report.basis.register_date.empty()) out << ", " << escaped(report.basis.register_date);
  out << ", " << report.basis.register_entries << " entries. Index: ";
  if (report.basis.database.empty()) {
    out << "none";
  } else {
    out << escaped(report.basis.database) << ", " << counted(report.basis.articles, "article") << ", "
        << counted(report.basis.references, "reference");
  }
  out << ".</p>\n<h3>Sentences by law</h3>\n<dl class=\"figures\">\n";
  for (std::size_t i = 0; i < kLawClasses; ++i) {
    write_figure(out, html::law_label(static_cast<LawClass>(i)), summary.classes.at(i));
  }
  out << "</dl>\n<h3>Claims by the sources</h3>\n<dl class=\"figures\">\n";
  bool any = false;
  for (std::size_t i = 0; i < kSourceVerdicts; ++i) {
    write_figure(out, to_string(static_cast<SourceVerdict>(i)), summary.verdicts.at(i));
    any = any || summary.verdicts.at(i) != 0;
  }
  if (!any) write_figure(out, "claims", std::string("none"));
  out << "</dl>\n</section>\n";
}

void write_fact(std::ostream& out, std::string_view name, std::string_view text) {
  if (!text.empty()) out << "<dt>" << name << "</dt><dd>" << escaped(text) << "</dd>";
}

/// Where the sentences of each file are in the report, so that a finding can link to its own.
class Sentences {
 public:
  explicit Sentences(const AuditReport& report) {
    for (std::size_t file = 0; file < report.files.size(); ++file) {
      numbers_.emplace(report.files[file].path, file);
      files_.push_back(&report.files[file]);
    }
  }
  [[nodiscard]] std::string link_to(const Finding& finding) const {
    const auto found = numbers_.find(finding.path);
    if (found == numbers_.end() || finding.span.text.empty()) return "";
    const std::vector<AuditedSentence>& sentences = files_[found->second]->sentences;
    const auto after = std::ranges::upper_bound(sentences, finding.span.text.begin, {},
                                                [](const AuditedSentence& each) { return each.span.text.begin; });
    if (after == sentences.begin() || std::prev(after)->span.text.end <= finding.span.text.begin) return "";
    return "#" + sentence_id(found->second, static_cast<std::size_t>(after - sentences.begin()) - 1);
  }
  [[nodiscard]] std::string language_of(const Finding& finding) const {
    const auto found = numbers_.find(finding.path);
    return found == numbers_.end() ? "" : files_[found->second]->document.language;
  }

 private:
  std::map<std::string_view, std::size_t> numbers_;
  std::vector<const AuditedFile*> files_;
};

void write_finding(std::ostream& out, const NumberedFinding& each, const Sentences& sentences) {
  const Finding& finding = *each.finding;
  out << "<li id=\"" << finding_id(each.number) << "\" class=\"" << html::severity_class(finding.severity)
      << "\">\n<h3>" << each.number << ". <span class=\"severity " << html::severity_class(finding.severity) << "\">"
      << severity_name(finding.severity) << "</span> " << escaped(finding.message) << "</h3>\n<p>";
  const std::string place = escaped(place_of(finding));
  const std::string link = sentences.link_to(finding);
  if (link.empty()) {
    out << place;
  } else {
    out << "<a href=\"" << link << "\">" << place << "</a>";
  }
  out << " <code>" << escaped(finding.rule) << "</code></p>\n";
  if (!finding.sentence.empty()) {
    out << "<blockquote dir=\"auto\"" << html::lang_attribute(sentences.language_of(finding)) << ">"
        << escaped(shortened(finding.sentence, kSentenceLength)) << "</blockquote>\n";
  }
  out << "<dl class=\"facts\">";
  write_fact(out, "Why", finding.why);
  write_fact(out, "Suggestion", finding.suggestion);
  for (const RelatedPlace& place_of_related : finding.related) {
    write_fact(out, "See",
               place_of(place_of_related) + (place_of_related.message.empty() ? "" : ": " + place_of_related.message));
  }
  if (finding.certainty == FindingCertainty::needs_person) write_fact(out, "Certainty", "a person has to decide");
  if (finding.state == FindingState::known) write_fact(out, "State", "known: it is in the baseline");
  if (finding.state == FindingState::muted) write_fact(out, "Muted", finding.mute_reason);
  out << "</dl>\n</li>\n";
}

void write_list(std::ostream& out, const std::vector<NumberedFinding>& findings, const Sentences& sentences) {
  out << "<section aria-labelledby=\"findings\">\n<h2 id=\"findings\">Findings</h2>\n";
  if (findings.empty()) {
    out << "<p>Nothing was found.</p>\n</section>\n";
    return;
  }
  out << "<ol class=\"findings\">\n";
  for (const NumberedFinding& each : findings) write_finding(out, each, sentences);
  out << "</ol>\n</section>\n";
}

}  // namespace

void write_audit_html(std::ostream& out, const AuditReport& report, const AuditSummary& summary) {
  std::vector<NumberedFinding> findings;
  std::map<std::string_view, std::vector<NumberedFinding>> by_path;
  findings.reserve(report.findings.size());
  for (const Finding& finding : report.findings) {
    findings.push_back({&finding, findings.size() + 1});
    by_path[finding.path].push_back(findings.back());
  }
  out << "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      << "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      << "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
      << "<title>Claimbase audit</title>\n<style>" << html::kStyle << "</style>\n</head>\n<body>\n<header>\n"
      << "<a class=\"skip\" href=\"#findings\">To the findings</a>\n<h1>Claimbase audit</h1>\n<p>" << kNoAdvice
      << "</p>\n</header>\n<main>\n";
  write_summary(out, report, summary);
  write_list(out, findings, Sentences(report));
  for (std::size_t number = 0; number < report.files.size(); ++number) {
    const AuditedFile& file = report.files[number];
    const std::string id = "file" + std::to_string(number);
    out << "<section aria-labelledby=\"" << id << "\">\n<h2 id=\"" << id << "\">" << escaped(file.path)
        << "</h2>\n<p>Underlined sentences claim something; open one to see both judgements.</p>\n";
    html::write_copy(out, file, number, by_path[file.path]);
    out << "</section>\n";
  }
  out << "</main>\n<footer><p>Made by claimbase " << CLAIMBASE_VERSION << ".</p></footer>\n</body>\n</html>\n";
}

}  // namespace claimbase
