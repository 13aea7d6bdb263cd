#include "query/audit/audit_values.h"

#include <nlohmann/json.hpp>

#include "query/audit/rules.h"
#include "query/place_json.h"
#include "schema/position.h"

namespace claimbase {
namespace {

template <typename Range>
Json list_of(const Range& range) {
  Json list = Json::array();
  for (const auto& each : range) list.push_back(each);
  return list;
}

template <typename Range, typename Make>
Json list_of(const Range& range, Make make) {
  Json list = Json::array();
  for (const auto& each : range) list.push_back(make(each));
  return list;
}

Json range_json(ByteRange range) {
  return Json::array({range.begin, range.end});
}

std::string_view side_name(DiffWord::Side side) {
  switch (side) {
    case DiffWord::Side::both:
      return "both";
    case DiffWord::Side::official:
      return "official";
    case DiffWord::Side::copy:
      return "copy";
  }
  return "";
}

Json match_json(const RegisterMatch& match) {
  return {
      {"entry", match.entry},
      {"legal_basis", match.legal_basis},
      {"status", match.status},
      {"regulation", match.regulation},
      {"official", match.official},
      {"language", match.language},
      {"wording", to_string(match.wording)},
      {"diff", list_of(match.diff,
                       [](const DiffWord& word) {
                         return Json{{"side", side_name(word.side)}, {"text", word.text}};
                       })},
      {"conditions",
       list_of(
           match.conditions,
           [](const ConditionCheck& check) {
             return Json{{"condition", check.condition}, {"state", to_string(check.state)}, {"stated", check.stated}};
           })},
      {"text_range", range_json(match.range)}};
}

Json evidence_json(const EvidenceItem& item) {
  return {{"article", item.article},
          {"unit", position_unit(item.format)},
          {"line", item.line},
          {"sentence", item.sentence},
          {"claim", item.claim},
          {"stance", item.stance},
          {"link", item.link},
          {"weight", item.weight},
          {"reference", item.reference ? to_json(*item.reference) : Json(nullptr)},
          {"attribution", item.attribution ? to_json(*item.attribution) : Json(nullptr)}};
}

}  // namespace

Json to_json(const LawJudgement& law) {
  return {
      {"class", to_string(law.law)},
      {"also", list_of(law.also, [](LawClass each) { return Json(to_string(each)); })},
      {"quoted", law.quoted},
      {"negated", law.negated},
      {"nutrients", list_of(law.nutrients)},
      {"signals",
       list_of(law.signals,
               [](const Signal& signal) {
                 return Json{{"name", signal.name}, {"words", signal.words}, {"text_range", range_json(signal.range)}};
               })},
      {"matches", list_of(law.matches, match_json)},
      {"authorised", list_of(law.authorised, range_json)},
      {"alternative", law.alternative},
      {"alternative_entry", law.alternative_entry}};
}

Json to_json(const SourceJudgement& sources) {
  return {{"verdict", to_string(sources.verdict)},
          {"reasons", list_of(sources.reasons)},
          {"details", list_of(sources.details)},
          {"mentions", sources.mentions},
          {"evidence", list_of(sources.evidence, evidence_json)}};
}

Json to_json(const Finding& finding) {
  return {{"rule", finding.rule},
          {"severity", severity_name(finding.severity)},
          {"state", to_string(finding.state)},
          {"path", finding.path},
          {"unit", position_unit(finding.format)},
          {"line", finding.span.line},
          {"column", finding.span.column},
          {"end_line", finding.span.end_line},
          {"end_column", finding.span.end_column},
          {"begin", finding.span.source.begin},
          {"end", finding.span.source.end},
          {"message", finding.message},
          {"why", finding.why},
          {"suggestion", finding.suggestion},
          {"certainty", to_string(finding.certainty)},
          {"sentence", finding.sentence},
          {"fingerprint", finding.fingerprint},
          {"mute_reason", finding.mute_reason.empty() ? Json(nullptr) : Json(finding.mute_reason)},
          {"related", list_of(finding.related, [](const RelatedPlace& place) {
             return Json{{"path", place.path},
                         {"unit", position_unit(place.format)},
                         {"line", place.line},
                         {"message", place.message}};
           })}};
}

Json to_json(const AuditSummary& summary) {
  Json classes = Json::object();
  for (std::size_t i = 0; i < kLawClasses; ++i) {
    classes[std::string(to_string(static_cast<LawClass>(i)))] = summary.classes.at(i);
  }
  Json verdicts = Json::object();
  for (std::size_t i = 0; i < kSourceVerdicts; ++i) {
    verdicts[std::string(to_string(static_cast<SourceVerdict>(i)))] = summary.verdicts.at(i);
  }
  return {{"files", summary.files},
          {"sentences", summary.sentences},
          {"claims", summary.claims},
          {"errors", summary.errors},
          {"warnings", summary.warnings},
          {"notes", summary.notes},
          {"known", summary.known},
          {"muted", summary.muted},
          {"off", summary.off},
          {"baseline_gone", summary.has_baseline ? Json(summary.gone) : Json(nullptr)},
          {"classes", std::move(classes)},
          {"verdicts", std::move(verdicts)}};
}

}  // namespace claimbase
