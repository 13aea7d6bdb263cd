#include "indexer/reference_json.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "indexer/mapping.h"
#include "schema/csl_json.h"

namespace claimbase {
namespace {

using Json = nlohmann::ordered_json;

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
  Json json = csl_json(to_record(reference));
  json["confidence"] = confidence_of(reference);
  json["unsure"] = reference.unsure;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace claimbase
