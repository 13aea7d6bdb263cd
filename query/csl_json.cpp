#include "schema/csl_json.h"

#include <nlohmann/json.hpp>

#include "query/work.h"

namespace claimbase {
namespace {

Json notices_of(const Work& work) {
  Json notices = Json::array();
  for (const NoticeOnWork& each : work.notices) {
    notices.push_back(Json{{"nature", each.nature}, {"date", each.date}, {"DOI", each.doi}, {"reasons", each.reasons}});
  }
  return notices;
}

}  // namespace

Json csl_json(const Work& work) {
  Json json = csl_json(work.record);
  json["retracted"] = work.notice == "retraction";
  if (!work.notice.empty()) json["notice"] = Json{{"nature", work.notice}, {"date", work.notice_date}};
  if (!work.notices.empty()) json["notices"] = notices_of(work);
  if (!work.libraries.empty()) json["libraries"] = work.libraries;
  json["cited_by"] = Json::array();
  for (const CitedBy& by : work.cited_by) {
    json["cited_by"].push_back(
        Json{{"article", by.article}, {"number", by.entry.number > 0 ? Json(by.entry.number) : Json(nullptr)}});
  }
  return json;
}

std::vector<std::string> reference_columns() {
  return {"id",   "type",         "title", "author",    "container-title", "volume",  "issue",
          "page", "publisher",    "DOI",   "PMID",      "PMCID",           "URL",     "year",
          "raw",  "study_design", "level", "retracted", "notice",          "cited_by"};
}

}  // namespace claimbase
