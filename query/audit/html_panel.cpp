#include <ostream>

#include "query/audit/html_parts.h"
#include "query/audit/rules.h"
#include "query/place.h"
#include "schema/position.h"

namespace claimbase::html {
namespace {

void write_findings(std::ostream& out, const std::vector<NumberedFinding>& findings) {
  if (findings.empty()) return;
  out << "<ul class=\"found\">";
  for (const NumberedFinding& each : findings) {
    const Finding& finding = *each.finding;
    out << "<li><span class=\"severity " << severity_class(finding.severity) << "\">" << severity_name(finding.severity)
        << "</span> " << escaped(finding.message) << " <a href=\"#" << finding_id(each.number) << "\">finding "
        << each.number << "</a>";
    if (finding.state != FindingState::active) out << " (" << to_string(finding.state) << ")";
    out << "</li>";
  }
  out << "</ul>";
}

// The official text turned into the copy's: what is left out, what is put in.
void write_diff(std::ostream& out, const RegisterMatch& match) {
  if (match.diff.empty()) return;
  out << "<p class=\"label\">Word by word, from the official text to the copy</p><p class=\"diff\" dir=\"auto\""
      << lang_attribute(match.language) << ">";
  for (const DiffWord& word : match.diff) {
    switch (word.side) {
      case DiffWord::Side::both:
        out << escaped(word.text) << ' ';
        break;
      case DiffWord::Side::official:
        out << "<del>" << escaped(word.text) << "</del> ";
        break;
      case DiffWord::Side::copy:
        out << "<ins>" << escaped(word.text) << "</ins> ";
        break;
    }
  }
  out << "</p>";
}

void write_conditions(std::ostream& out, const RegisterMatch& match) {
  if (match.conditions.empty()) return;
  out << "<p class=\"label\">Conditions of use</p><ul class=\"conditions\">";
  for (const ConditionCheck& check : match.conditions) {
    out << "<li><span class=\"state " << to_string(check.state) << "\">" << to_string(check.state) << "</span> "
        << escaped(check.condition);
    if (!check.stated.empty()) out << " (the copy: <q>" << escaped(check.stated) << "</q>)";
    out << "</li>";
  }
  out << "</ul>";
}

void write_match(std::ostream& out, const RegisterMatch& match) {
  out << "<p>Nearest entry: <code>" << escaped(match.entry) << "</code>, Article " << escaped(match.legal_basis) << ", "
      << escaped(match.status) << ", " << escaped(match.regulation) << ". Wording: <strong>" << to_string(match.wording)
      << "</strong>.</p><blockquote dir=\"auto\"" << lang_attribute(match.language) << ">" << escaped(match.official)
      << "</blockquote>";
  write_diff(out, match);
  write_conditions(out, match);
}

void write_law(std::ostream& out, const AuditedSentence& sentence) {
  const LawJudgement& law = sentence.law;
  out << "<p class=\"part\">By EU law: " << law_label(law.law);
  for (const LawClass also : law.also) out << ", " << law_label(also);
  out << "</p>";
  if (law.quoted) out << "<p>It is a quotation.</p>";
  if (law.negated) out << "<p>It is denied, not claimed.</p>";
  if (!law.signals.empty()) {
    out << "<p>Decided by: ";
    for (const Signal& signal : law.signals) {
      out << (&signal == &law.signals.front() ? "" : ", ") << "<q" << lang_attribute(sentence.language) << ">"
          << escaped(signal.words) << "</q> (" << escaped(signal.name) << ")";
    }
    out << "</p>";
  }
  for (const RegisterMatch& match : law.matches) write_match(out, match);
  if (!law.alternative.empty()) {
    out << "<p class=\"label\">May be said instead (<code>" << escaped(law.alternative_entry)
        << "</code>)</p><blockquote dir=\"auto\"" << lang_attribute(sentence.language) << ">"
        << escaped(law.alternative) << "</blockquote>";
  }
}

void write_evidence(std::ostream& out, const EvidenceItem& item) {
  out << "<li><p>" << escaped(position_of(item.article, item.format, item.line)) << ": " << escaped(item.claim) << ", "
      << "stance: " << escaped(item.stance) << "</p><blockquote dir=\"auto\">" << escaped(item.sentence)
      << "</blockquote>";
  if (item.reference) {
    const ReferenceSummary& work = *item.reference;
    out << "<p>" << escaped(short_name(work)) << ", <cite>" << escaped(work.title) << "</cite>, "
        << escaped(work.container_title) << ". " << escaped(design_line(work.study_design, work.level));
    const std::string notice = notice_line(work.notice, work.notice_date);
    if (!notice.empty()) out << ". <strong>" << escaped(notice) << "</strong>";
    out << "</p>";
  } else if (item.attribution) {
    out << "<p>" << escaped(attribution_line(*item.attribution)) << "</p>";
  } else {
    out << "<p>No reference.</p>";
  }
  out << "</li>";
}

void write_sources(std::ostream& out, const AuditedClaim& claim) {
  const SourceJudgement& sources = claim.sources;
  out << "<p class=\"part\">By the sources: " << to_string(sources.verdict) << "</p><p>"
      << escaped(claim_line(claim.claim));
  for (const std::string& quantity : claim.quantities) out << ", " << escaped(quantity);
  out << "; " << sources.mentions << (sources.mentions == 1 ? " mention" : " mentions") << " in the index</p>";
  if (!sources.reasons.empty()) {
    out << "<ul>";
    for (std::size_t i = 0; i < sources.reasons.size(); ++i) {
      const Rule* rule = find_rule(sources.reasons[i]);
      out << "<li>" << escaped(rule == nullptr ? std::string_view(sources.reasons[i]) : rule->title);
      if (i < sources.details.size() && !sources.details[i].empty()) out << ": " << escaped(sources.details[i]);
      out << "</li>";
    }
    out << "</ul>";
  }
  if (sources.evidence.empty()) return;
  out << "<ol class=\"evidence\">";
  for (const EvidenceItem& item : sources.evidence) write_evidence(out, item);
  out << "</ol>";
}

}  // namespace

void write_panel(std::ostream& out, const AuditedSentence& sentence, const std::vector<NumberedFinding>& findings) {
  out << "<div class=\"panel\" lang=\"en\" dir=\"ltr\">";
  write_findings(out, findings);
  write_law(out, sentence);
  for (const AuditedClaim& claim : sentence.claims) write_sources(out, claim);
  if (sentence.claims.empty()) out << "<p class=\"part\">By the sources: no claim that can be looked up</p>";
  out << "</div>";
}

}  // namespace claimbase::html
