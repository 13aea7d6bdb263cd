#include "query/audit/apply.h"

#include <algorithm>
#include <map>
#include <set>

#include "query/audit/fingerprint.h"
#include "query/audit/mutes.h"

namespace claimbase {
namespace {

void fill_from_catalogue(Finding& finding) {
  const Rule* rule = find_rule(finding.rule);
  if (rule == nullptr) return;
  finding.severity = rule->severity;
  finding.certainty = std::max(finding.certainty, rule->certainty);
  if (finding.why.empty()) finding.why = rule->why;
  if (finding.suggestion.empty()) finding.suggestion = rule->mend;
}

Severity severity_of(RuleLevel level) {
  if (level == RuleLevel::error) return Severity::error;
  return level == RuleLevel::warning ? Severity::warning : Severity::note;
}

// Returns how many findings were taken out.
std::int64_t apply_levels(AuditReport& report, const AuditSettings& settings) {
  std::map<std::string, std::string> paths;
  std::vector<Finding> kept;
  kept.reserve(report.findings.size());
  for (Finding& finding : report.findings) {
    fill_from_catalogue(finding);
    std::string& path = paths[finding.path];
    if (path.empty()) path = stable_path(finding.path, settings.folder);
    const std::optional<RuleLevel> level = level_of(settings, finding.rule, path);
    if (level == RuleLevel::off) continue;
    if (level) finding.severity = severity_of(*level);
    kept.push_back(std::move(finding));
  }
  const std::size_t off = report.findings.size() - kept.size();
  report.findings = std::move(kept);
  return static_cast<std::int64_t>(off);
}

// Returns how many entries are no longer met.
std::int64_t apply_baseline(AuditReport& report, const Baseline& baseline) {
  std::set<std::string_view> open;
  for (const BaselineEntry& entry : baseline) open.insert(entry.fingerprint);
  std::set<std::string_view> met;
  for (Finding& finding : report.findings) {
    if (!open.contains(finding.fingerprint)) continue;
    met.insert(finding.fingerprint);
    if (finding.state == FindingState::active) finding.state = FindingState::known;
  }
  return static_cast<std::int64_t>(open.size() - met.size());
}

void count_findings(const AuditReport& report, AuditSummary& summary) {
  for (const Finding& finding : report.findings) {
    if (finding.state == FindingState::known) {
      ++summary.known;
    } else if (finding.state == FindingState::muted) {
      ++summary.muted;
    } else if (finding.severity == Severity::error) {
      ++summary.errors;
    } else if (finding.severity == Severity::warning) {
      ++summary.warnings;
    } else {
      ++summary.notes;
    }
  }
}

void count_sentences(const AuditReport& report, AuditSummary& summary) {
  summary.files = static_cast<std::int64_t>(report.files.size());
  for (const AuditedFile& file : report.files) {
    summary.sentences += static_cast<std::int64_t>(file.sentences.size());
    for (const AuditedSentence& sentence : file.sentences) {
      ++summary.classes.at(static_cast<std::size_t>(sentence.law.law));
      summary.claims += static_cast<std::int64_t>(sentence.claims.size());
      for (const AuditedClaim& claim : sentence.claims) {
        ++summary.verdicts.at(static_cast<std::size_t>(claim.sources.verdict));
      }
    }
  }
}

}  // namespace

AuditSummary apply_settings(AuditReport& report, const AuditSettings& settings) {
  AuditSummary summary;
  apply_mutes(report);
  summary.off = apply_levels(report, settings);
  set_fingerprints(report, settings.folder);
  if (settings.baseline) {
    summary.has_baseline = true;
    summary.gone = apply_baseline(report, *settings.baseline);
  }
  count_findings(report, summary);
  count_sentences(report, summary);
  return summary;
}

Exit audit_exit(const AuditReport& report, FailOn fail) {
  const auto fails = [&](const Finding& finding) {
    if (finding.state != FindingState::active) return false;
    switch (fail) {
      case FailOn::error:
        return finding.severity == Severity::error;
      case FailOn::warning:
        return finding.severity != Severity::note;
      case FailOn::note:
        return true;
      case FailOn::never:
        return false;
    }
    return false;
  };
  const auto is_unreadable = [](const Finding& finding) {
    return finding.rule == "audit.unreadable" && finding.state == FindingState::active;
  };
  if (std::ranges::any_of(report.findings, is_unreadable)) return Exit::failed;
  return std::ranges::any_of(report.findings, fails) ? Exit::no_match : Exit::ok;
}

}  // namespace claimbase
