#include <nlohmann/json.hpp>

#include "query/evidence.h"
#include "query/place_json.h"

namespace claimbase {
namespace {

Json to_json(const EvidencePlace& place) {
  Json json{{"article", place.article},
            {"line", place.line},
            {"sentence", place.sentence},
            {"stance", to_string(place.stance)},
            {"claims", Json::array()}};
  for (const MentionSummary& mention : place.mentions) json["claims"].push_back(to_json(mention));
  json["quantities"] = place.quantities;
  if (!place.link.empty()) {
    json["link"] = place.link;
    json["weight"] = place.weight;
    json["marker"] = place.marker;
  }
  return json;
}

Json to_json(const CitedWork& cited) {
  Json json{{"reference", csl_json(cited.work)}, {"places", Json::array()}};
  for (const EvidencePlace& place : cited.places) json["places"].push_back(to_json(place));
  return json;
}

Json to_json(const Untraceable& source) {
  Json json{{"kind", source.kind}, {"words", source.words}};
  const bool named =
      source.kind == "attribution" || source.kind == "author-year" || !source.attribution.candidates.empty();
  json["attribution"] = named ? to_json(source.attribution) : Json(nullptr);
  json["place"] = to_json(source.place);
  return json;
}

}  // namespace

Json to_json(const EvidenceResult& result) {
  const EvidenceCounts& counts = result.counts;
  Json json{{"query", result.typed},
            {"understood", result.understood},
            {"relations", result.other_relations},
            {"counts",
             {{"mentions", counts.mentions},
              {"articles", counts.articles},
              {"for", counts.supporting},
              {"hedged", counts.hedged},
              {"denied", counts.denied},
              {"no_effect", counts.no_effect},
              {"opposite", counts.opposite}}},
            {"cited", Json::array()},
            {"untraceable", Json::array()},
            {"no_evidence", Json::array()}};
  for (const CitedWork& cited : result.cited) json["cited"].push_back(to_json(cited));
  for (const Untraceable& source : result.untraceable) json["untraceable"].push_back(to_json(source));
  for (const EvidencePlace& place : result.bare) json["no_evidence"].push_back(to_json(place));
  return json;
}

}  // namespace claimbase
