#include "schema/work_parser.h"

#include <algorithm>

#include "schema/work_json.h"

namespace claimbase {

WorkParser::WorkParser(const Database& db)
    : members_(db, "SELECT key, type, value FROM json_each(?1)"),
      authors_(db, "SELECT value->>'family', value->>'given', value->>'literal' FROM json_each(?1, ?2) ORDER BY key"),
      texts_(db, "SELECT value FROM json_each(?1, ?2) ORDER BY key") {}

void WorkParser::read_authors(std::string_view json, std::string_view path, std::vector<AuthorRecord>& authors) {
  for (authors_.bind(1, json).bind(2, path); authors_.step();) {
    authors.push_back({std::string(authors_.text(0)), std::string(authors_.text(1)), std::string(authors_.text(2))});
  }
}

ReferenceRecord WorkParser::parse(std::string_view json) {
  ReferenceRecord work;
  for (members_.bind(1, json); members_.step();) {
    const std::string_view name = members_.text(0);
    if (members_.text(1) == "array") continue;
    if (name == "year") work.year = static_cast<int>(members_.integer(2));
    if (name == "level") work.level = static_cast<int>(members_.integer(2));
    if (name == "et_al") work.et_al = members_.integer(2) != 0;
    const auto field = std::ranges::find(text_fields(), name, &TextField::name);
    if (field != text_fields().end()) work.*(field->member) = members_.text(2);
  }
  read_authors(json, "$.author", work.authors);
  read_authors(json, "$.editor", work.editors);
  for (const auto& [name, member] : list_fields()) {
    const std::string path = "$." + std::string(name);
    for (texts_.bind(1, json).bind(2, path); texts_.step();) (work.*member).emplace_back(texts_.text(0));
  }
  return work;
}

}  // namespace claimbase
