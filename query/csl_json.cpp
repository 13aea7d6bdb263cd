#include <nlohmann/json.hpp>

#include "query/place_json.h"
#include "query/work.h"

namespace claimbase {
namespace {

Json names_of(const std::vector<AuthorRecord>& names) {
  Json authors = Json::array();
  for (const AuthorRecord& author : names) {
    if (!author.literal.empty()) {
      authors.push_back(Json{{"literal", author.literal}});
    } else if (author.given.empty()) {
      authors.push_back(Json{{"family", author.family}});
    } else {
      authors.push_back(Json{{"family", author.family}, {"given", author.given}});
    }
  }
  return authors;
}

// "2024-03-05", "2024-03", "2024" as CSL's date-parts.
Json date_of(const std::string& iso) {
  Json parts = Json::array();
  std::size_t at = 0;
  while (at < iso.size()) {
    std::size_t end = iso.find('-', at);
    if (end == std::string::npos) end = iso.size();
    int value = 0;
    for (const char c : iso.substr(at, end - at)) {
      if (c < '0' || c > '9' || value > 9999) return nullptr;
      value = value * 10 + (c - '0');
    }
    parts.push_back(value);
    at = end + 1;
  }
  return parts.empty() ? Json(nullptr) : Json{{"date-parts", Json::array({parts})}};
}

Json notices_of(const Work& work) {
  Json notices = Json::array();
  for (const NoticeOnWork& each : work.notices) {
    notices.push_back(Json{{"nature", each.nature}, {"date", each.date}, {"DOI", each.doi}, {"reasons", each.reasons}});
  }
  return notices;
}

void put(Json& json, const char* name, const std::string& value) {
  if (!value.empty()) json[name] = value;
}

}  // namespace

// Keywords may hold commas, so semicolons part them; a lone one with a comma has one behind it.
std::string keyword_line(const std::vector<std::string>& keywords) {
  std::string line;
  for (const std::string& keyword : keywords) line += (line.empty() ? "" : "; ") + keyword;
  const bool open = keywords.size() == 1 && line.find(',') != std::string::npos;
  return open ? line + ";" : line;
}

Json csl_json(const Work& work) {
  const ReferenceRecord& record = work.record;
  Json json{{"id", record.id}, {"type", record.type.empty() ? "document" : record.type}, {"title", record.title}};
  json["author"] = names_of(record.authors);
  if (!record.editors.empty()) json["editor"] = names_of(record.editors);
  const Json issued = date_of(record.date);
  if (!issued.is_null()) {
    json["issued"] = issued;
  } else if (record.year) {
    json["issued"] = Json{{"date-parts", Json::array({Json::array({*record.year})})}};
  }
  put(json, "container-title", record.container_title);
  put(json, "volume", record.volume);
  put(json, "issue", record.issue);
  put(json, "page", record.page);
  put(json, "publisher", record.publisher);
  put(json, "DOI", record.doi);
  put(json, "PMID", record.pmid);
  put(json, "PMCID", record.pmcid);
  put(json, "URL", record.url);
  const Json accessed = date_of(record.accessed);
  if (!accessed.is_null()) json["accessed"] = accessed;
  put(json, "abstract", record.abstract);
  put(json, "language", record.language);
  put(json, "ISSN", record.issn);
  put(json, "ISBN", record.isbn);
  put(json, "keyword", keyword_line(record.keywords));
  if (!record.mesh.empty()) json["mesh"] = record.mesh;
  if (!record.publication_types.empty()) json["publication_types"] = record.publication_types;
  if (record.et_al) json["et_al"] = true;
  json["year"] = to_json(record.year);
  json["raw"] = record.raw;
  json["study_design"] = record.study_design;
  json["level"] = record.level;
  json["retracted"] = work.notice == "retraction";
  if (!work.notice.empty()) json["notice"] = Json{{"nature", work.notice}, {"date", work.notice_date}};
  if (!work.notices.empty()) json["notices"] = notices_of(work);
  if (!work.libraries.empty()) json["libraries"] = work.libraries;
  json["cited_by"] = Json::array();
  for (const CitedBy& by : work.cited_by) {
    json["cited_by"].push_back(
        Json{{"article", by.article}, {"number", by.number > 0 ? Json(by.number) : Json(nullptr)}});
  }
  return json;
}

std::vector<std::string> reference_columns() {
  return {"id",   "type",         "title", "author",    "container-title", "volume",  "issue",
          "page", "publisher",    "DOI",   "PMID",      "PMCID",           "URL",     "year",
          "raw",  "study_design", "level", "retracted", "notice",          "cited_by"};
}

}  // namespace claimbase
