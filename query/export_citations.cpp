#include <nlohmann/json.hpp>

#include "query/export.h"
#include "query/place.h"
#include "query/place_json.h"
#include "query/record_writer.h"

namespace claimbase {
namespace {

constexpr std::string_view kCitations =
    "SELECT a.path, i.line, i.begin_byte, i.end_byte, s.text, i.kind, i.marker, r.id, i.journal, i.year, "
    "i.study_design,"
    " i.authors, i.organisation, i.specific, i.level, r.notice, (SELECT json_group_array(id) FROM (SELECT c.id FROM"
    " citation_candidate AS n JOIN reference AS c ON c.key = n.reference WHERE n.citation = i.key AND i.reference IS "
    "NULL ORDER BY n.ordinal))"
    " FROM article AS a JOIN citation AS i ON i.article = "
    "a.key"
    " JOIN sentence AS s ON s.key = i.sentence LEFT JOIN reference AS r ON r.key = i.reference ORDER BY a.path, "
    "i.ordinal";

Json citation_of(const Statement& row) {
  const auto text = [&row](int column) { return std::string(row.text(column)); };
  Json json{{"article", text(0)},  {"line", row.integer(1)}, {"begin", row.integer(2)}, {"end", row.integer(3)},
            {"sentence", text(4)}, {"kind", text(5)},        {"marker", text(6)}};
  json["reference"] = row.is_null(7) ? Json(nullptr) : Json(text(7));
  json["retracted"] = row.text(15) == "retraction";
  json["candidates"] = Json::parse(row.text(16));
  json["attribution"] = nullptr;
  if (row.text(5) == "attribution" || row.text(5) == "author-year") {
    json["attribution"] = Json{{"journal", text(8)},       {"year", to_json(optional_integer(row, 9))},
                               {"study_design", text(10)}, {"authors", text(11)},
                               {"organisation", text(12)}, {"specific", row.integer(13) != 0},
                               {"level", row.integer(14)}};
  }
  return json;
}

}  // namespace

void export_citations(const Database& db, std::ostream& out, OutputFormat format) {
  RecordWriter writer(out, format,
                      {"article", "line", "begin", "end", "sentence", "kind", "marker", "reference", "retracted",
                       "candidates", "attribution"});
  Statement citations(db, kCitations);
  while (citations.step()) {
    if (!writer.write(citation_of(citations))) return;
  }
  writer.finish();
}

}  // namespace claimbase
