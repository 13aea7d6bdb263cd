#include "query/place_json.h"

#include <nlohmann/json.hpp>

namespace claimbase {

Json to_json(const std::optional<int>& number) {
  return number ? Json(*number) : Json(nullptr);
}

Json to_json(const MentionSummary& mention) {
  return {{"claim", mention.claim},        {"substance", mention.substance}, {"relation", mention.relation},
          {"outcome", mention.outcome},    {"exposure", mention.exposure},   {"polarity", mention.polarity},
          {"certainty", mention.certainty}};
}

Json to_json(const ReferenceSummary& reference) {
  Json json{{"id", reference.id},
            {"authors", reference.authors},
            {"et_al", reference.et_al},
            {"year", to_json(reference.year)},
            {"title", reference.title},
            {"container-title", reference.container_title},
            {"study_design", reference.study_design},
            {"level", reference.level}};
  if (reference.number > 0) json["number"] = reference.number;
  json["retracted"] = reference.notice == "retraction";
  if (!reference.notice.empty()) json["notice"] = Json{{"nature", reference.notice}, {"date", reference.notice_date}};
  return json;
}

Json to_json(const AttributionSummary& attribution) {
  Json json{{"journal", attribution.journal},           {"year", to_json(attribution.year)},
            {"study_design", attribution.study_design}, {"authors", attribution.authors},
            {"organisation", attribution.organisation}, {"specific", attribution.specific}};
  if (attribution.candidates.empty()) return json;
  Json candidates = Json::array();
  for (const ReferenceSummary& each : attribution.candidates) candidates.push_back(to_json(each));
  json["candidates"] = std::move(candidates);
  return json;
}

}  // namespace claimbase
