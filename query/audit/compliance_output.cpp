#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "query/audit/compliance.h"
#include "query/audit/write.h"
#include "schema/position.h"

namespace claimbase {
namespace {

// "supported by Zhang 2016, meta-analysis, level 1 (articles/a.txt:12)"
std::string evidence_line(const SourceJudgement& evidence) {
  std::string line = fmt::format("index: {}", to_string(evidence.verdict));
  if (evidence.mentions > 0) line += fmt::format(", {}", counted(evidence.mentions, "mention"));
  if (evidence.evidence.empty()) return line;
  const EvidenceItem& best = evidence.evidence.front();
  if (best.reference)
    line += fmt::format("; {}, {}", short_name(*best.reference),
                        design_line(best.reference->study_design, best.reference->level));
  else if (best.attribution)
    line += "; " + attribution_line(*best.attribution);
  return line + fmt::format(" ({})", position_of(best.article, best.format, best.line));
}

void print_entries(std::ostream& out, const Paint& paint, std::string_view title,
                   const std::vector<ComplianceEntry>& entries) {
  if (entries.empty()) return;
  out << '\n' << paint.strong(fmt::format("{} ({})", title, entries.size())) << '\n';
  for (const ComplianceEntry& each : entries) {
    const RegisterEntry& entry = *each.entry;
    out << "  nl: " << (entry.claim_nl.empty() ? "(not known here)" : one_line(entry.claim_nl)) << '\n'
        << "  en: " << one_line(entry.claim_en) << '\n'
        << "    "
        << paint.quiet(fmt::format("{}; Art. {}; {}", entry.id, to_string(entry.basis), one_line(entry.regulation)))
        << '\n';
    for (const ConditionCheck& check : each.conditions) {
      const std::string line = fmt::format("{}: {}", to_string(check.state), one_line(check.condition));
      out << "    " << (check.state == ConditionState::not_met ? paint.warning(line) : line) << '\n';
    }
    if (!entry.restrictions.empty()) out << "    restriction: " << one_line(entry.restrictions) << '\n';
    if (each.evidence) out << "    " << paint.quiet(evidence_line(*each.evidence)) << '\n';
  }
}

Json entries_json(const std::vector<ComplianceEntry>& entries) {
  Json list = Json::array();
  for (const ComplianceEntry& each : entries) {
    const RegisterEntry& entry = *each.entry;
    Json made{{"id", entry.id},
              {"legal_basis", to_string(entry.basis)},
              {"status", to_string(entry.status)},
              {"claim_nl", entry.claim_nl},
              {"claim_en", entry.claim_en},
              {"conditions_of_use", entry.conditions},
              {"restrictions", entry.restrictions},
              {"regulation", entry.regulation},
              {"verified_nl", entry.verified_nl},
              {"verified_en", entry.verified_en}};
    made["conditions"] = Json::array();
    for (const ConditionCheck& check : each.conditions)
      made["conditions"].push_back(
          {{"condition", check.condition}, {"state", to_string(check.state)}, {"stated", check.stated}});
    if (each.evidence) {
      Json places = Json::array();
      for (const EvidenceItem& item : each.evidence->evidence)
        places.push_back({{"article", item.article},
                          {"line", item.line},
                          {"claim", item.claim},
                          {"reference", item.reference ? item.reference->id : ""},
                          {"study_design", item.reference ? item.reference->study_design : ""},
                          {"level", item.reference ? item.reference->level : 0}});
      made["evidence"] = {{"verdict", to_string(each.evidence->verdict)},
                          {"mentions", each.evidence->mentions},
                          {"best", std::move(places)}};
    }
    list.push_back(std::move(made));
  }
  return list;
}

}  // namespace

void print_compliance(std::ostream& out, const Paint& paint, const ComplianceAnswer& answer) {
  out << paint.strong(fmt::format("{} / {}", answer.name_nl, answer.name_en))
      << (answer.dose.empty() ? "" : ", " + one_line(answer.dose)) << '\n';
  if (answer.authorised.empty() && answer.on_hold.empty() && answer.refused.empty())
    out << "The register has no claim on it: no health claim may be made of it (1924/2006, Art. 10(1)).\n";
  print_entries(out, paint, "Authorised: may be said, under these conditions", answer.authorised);
  print_entries(out, paint, "On hold: not authorised; only under the transitional measure", answer.on_hold);
  print_entries(out, paint, "Refused or withdrawn: may not be said", answer.refused);
  out << '\n' << paint.quiet(kNoAdvice) << '\n';
}

Json to_json(const ComplianceAnswer& answer) {
  return {{"substance", answer.substance},
          {"name_nl", answer.name_nl},
          {"name_en", answer.name_en},
          {"dose", answer.dose},
          {"authorised", entries_json(answer.authorised)},
          {"on_hold", entries_json(answer.on_hold)},
          {"refused", entries_json(answer.refused)},
          {"notice", kNoAdvice}};
}

}  // namespace claimbase
