#include "schema/csl_json.h"

#include <nlohmann/json.hpp>

namespace claimbase {
namespace {

using Json = nlohmann::ordered_json;

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

Json csl_json(const ReferenceRecord& work) {
  Json json{{"id", work.id}, {"type", work.type.empty() ? "document" : work.type}, {"title", work.title}};
  json["author"] = names_of(work.authors);
  if (!work.editors.empty()) json["editor"] = names_of(work.editors);
  const Json issued = date_of(work.date);
  if (!issued.is_null()) {
    json["issued"] = issued;
  } else if (work.year) {
    json["issued"] = Json{{"date-parts", Json::array({Json::array({*work.year})})}};
  }
  put(json, "container-title", work.container_title);
  put(json, "volume", work.volume);
  put(json, "issue", work.issue);
  put(json, "page", work.page);
  put(json, "publisher", work.publisher);
  put(json, "DOI", work.doi);
  put(json, "PMID", work.pmid);
  put(json, "PMCID", work.pmcid);
  put(json, "URL", work.url);
  const Json accessed = date_of(work.accessed);
  if (!accessed.is_null()) json["accessed"] = accessed;
  put(json, "abstract", work.abstract);
  put(json, "language", work.language);
  put(json, "ISSN", work.issn);
  put(json, "ISBN", work.isbn);
  put(json, "keyword", keyword_line(work.keywords));
  if (!work.mesh.empty()) json["mesh"] = work.mesh;
  if (!work.publication_types.empty()) json["publication_types"] = work.publication_types;
  if (work.et_al) json["et_al"] = true;
  json["year"] = work.year ? Json(*work.year) : Json(nullptr);
  json["raw"] = work.raw;
  json["study_design"] = work.study_design;
  json["level"] = work.level;
  return json;
}

}  // namespace claimbase
