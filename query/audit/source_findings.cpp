#include "query/audit/source_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "query/audit/new_finding.h"
#include "query/paint.h"

namespace claimbase {
namespace {

std::vector<RelatedPlace> places_of(const SourceJudgement& judgement) {
  std::vector<RelatedPlace> places;
  places.reserve(judgement.evidence.size());
  for (const EvidenceItem& item : judgement.evidence) {
    std::string source = item.claim;
    if (item.reference) {
      source +=
          "; " + short_name(*item.reference) + ", " + design_line(item.reference->study_design, item.reference->level);
      const std::string notice = notice_line(item.reference->notice, item.reference->notice_date);
      if (!notice.empty()) source += ", " + notice;
    } else if (item.attribution) {
      source += "; " + attribution_line(*item.attribution);
    }
    places.push_back({item.article, item.format, item.line, std::move(source)});
  }
  return places;
}

// What it rests on, in a few words: "best evidence: Rosanoff 2021, meta-analysis, level 1".
std::string best_of(const SourceJudgement& judgement) {
  if (judgement.evidence.empty() || !judgement.evidence.front().reference) return "";
  const ReferenceSummary& best = *judgement.evidence.front().reference;
  return fmt::format("best evidence: {}, {}", short_name(best), design_line(best.study_design, best.level));
}

class ClaimFindings {
 public:
  ClaimFindings(const AuditedFile& file, const AuditedSentence& sentence, std::vector<Finding>& findings)
      : file_(file), sentence_(sentence), findings_(findings) {}

  void add(const AuditedClaim& claim) {
    const std::string said = claim_line(claim.claim);
    const SourceJudgement& sources = claim.sources;
    switch (sources.verdict) {
      case SourceVerdict::supported:
      case SourceVerdict::not_checkable:
        return;
      case SourceVerdict::no_evidence:
        add(claim, "evidence.none", fmt::format("nothing in the index speaks of: {}", said));
        return;
      case SourceVerdict::mentioned_only:
        add(claim, "evidence.mentioned-only",
            fmt::format("{} in the index, none with a source: {}", counted(sources.mentions, "mention"), said));
        return;
      case SourceVerdict::contradicted:
        add(claim, "evidence.contradicted", fmt::format("the sources say otherwise: {}", said));
        return;
      case SourceVerdict::overstated:
        for (std::size_t i = 0; i < sources.reasons.size(); ++i)
          add(claim, sources.reasons[i], fmt::format("{}: {}", said, sources.details[i]));
        return;
    }
  }

 private:
  void add(const AuditedClaim& claim, const std::string& rule, std::string message) {
    Finding& made = findings_.emplace_back(new_finding(file_, sentence_, rule, claim.span.text, std::move(message)));
    made.related = places_of(claim.sources);
    const std::string best = best_of(claim.sources);
    if (!best.empty()) made.why += "; " + best;
  }

  const AuditedFile& file_;
  const AuditedSentence& sentence_;
  std::vector<Finding>& findings_;
};

bool claims_something(const LawJudgement& law) {
  switch (law.law) {
    case LawClass::medicinal:
    case LawClass::disease_risk:
    case LawClass::child:
    case LawClass::on_hold:
    case LawClass::function:
      return true;
    case LawClass::omission:
    case LawClass::weight_loss:
    case LawClass::endorsement:
    case LawClass::evidence_reference:
    case LawClass::general:
    case LawClass::nutrition:
    case LawClass::none:
      return false;
  }
  return false;
}

}  // namespace

std::vector<Finding> source_findings(const AuditedFile& file) {
  std::vector<Finding> findings;
  for (const AuditedSentence& sentence : file.sentences) {
    ClaimFindings of_sentence(file, sentence, findings);
    for (const AuditedClaim& claim : sentence.claims) of_sentence.add(claim);
    if (sentence.claims.empty() && claims_something(sentence.law))
      findings.push_back(
          new_finding(file, sentence, "evidence.not-checkable", sentence.span.text,
                      "reads as a claim, and no substance with an effect could be read from it: nothing to look up"));
  }
  return findings;
}

}  // namespace claimbase
