#include "indexer/reference_json.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace claimbase {
namespace {

using Json = nlohmann::ordered_json;

void put(Json& json, const char* name, const std::string& value) {
  if (!value.empty()) json[name] = value;
}

Json authors_of(const Reference& reference) {
  Json authors = Json::array();
  for (const Author& author : reference.authors) {
    if (!author.literal.empty()) {
      authors.push_back(Json{{"literal", author.literal}});
      continue;
    }
    Json name{{"family", author.family}};
    put(name, "given", author.given);
    authors.push_back(name);
  }
  return authors;
}

// "2024-03-05", "2024-03", "2024": digits and hyphens, as read_date makes them.
Json date_of(const std::string& iso) {
  Json parts = Json::array();
  for (std::size_t at = 0; at < iso.size();) {
    const auto end = std::min(iso.find('-', at), iso.size());
    parts.push_back(std::stoi(iso.substr(at, end - at)));
    at = end + 1;
  }
  return Json{{"date-parts", Json::array({parts})}};
}

double rounded(float sure) {
  return std::round(static_cast<double>(sure) * 1000.0) / 1000.0;
}

Json confidence_of(const Reference& reference) {
  const FieldConfidence& sure = reference.confidence;
  Json json = Json::object();
  const auto tell = [&json](const char* name, bool there, float value) {
    if (there) json[name] = rounded(value);
  };
  tell("author", !reference.authors.empty(), sure.authors);
  tell("year", reference.year.has_value(), sure.year);
  tell("title", !reference.title.empty(), sure.title);
  tell("container-title", !reference.container_title.empty(), sure.container_title);
  tell("volume", !reference.volume.empty(), sure.volume);
  tell("issue", !reference.issue.empty(), sure.issue);
  tell("page", !reference.page.empty(), sure.page);
  tell("publisher", !reference.publisher.empty(), sure.publisher);
  return json;
}

}  // namespace

std::string to_csl_json(const Reference& reference) {
  Json json;
  json["id"] = reference_id(reference);
  json["type"] = reference.type.empty() ? "document" : reference.type;
  put(json, "title", reference.title);
  json["author"] = authors_of(reference);
  if (reference.et_al) json["et_al"] = true;
  if (reference.year) json["issued"] = Json{{"date-parts", Json::array({Json::array({*reference.year})})}};
  put(json, "container-title", reference.container_title);
  put(json, "volume", reference.volume);
  put(json, "issue", reference.issue);
  put(json, "page", reference.page);
  put(json, "publisher", reference.publisher);
  put(json, "DOI", reference.doi);
  put(json, "PMID", reference.pmid);
  put(json, "PMCID", reference.pmcid);
  put(json, "URL", reference.url);
  if (!reference.accessed.empty()) json["accessed"] = date_of(reference.accessed);
  json["year"] = reference.year ? Json(*reference.year) : Json(nullptr);
  json["study_design"] = std::string(to_string(reference.design));
  json["level"] = ocebm_level(reference.design);
  json["raw"] = reference.raw;
  json["confidence"] = confidence_of(reference);
  json["unsure"] = reference.unsure;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace claimbase
