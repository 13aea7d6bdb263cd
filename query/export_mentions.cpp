#include <nlohmann/json.hpp>
#include <unordered_map>

#include "query/concepts.h"
#include "query/export.h"
#include "query/place.h"
#include "query/place_json.h"
#include "query/population.h"
#include "query/record_writer.h"

namespace claimbase {
namespace {

constexpr std::string_view kMentions =
    "SELECT m.key, a.path, s.line, s.begin_byte, s.end_byte, s.text, b.kind, su.id, m.exposure, c.relation, o.key, "
    "o.id,"
    " m.polarity, m.certainty, c.id, m.inherited, m.confidence, b.heading_path"
    " FROM article AS a JOIN mention AS m ON m.article = a.key JOIN sentence AS s ON s.key = m.sentence"
    " JOIN block AS b ON b.key = s.block JOIN claim AS c ON c.key = m.claim JOIN concept AS su ON su.key = c.substance"
    " JOIN concept AS o ON o.key = c.outcome ORDER BY a.path, m.ordinal";

constexpr std::string_view kQuantities =
    "SELECT kind, low, high, unit, printed, begin_byte, end_byte FROM quantity WHERE mention = ?1 ORDER BY ordinal";

constexpr std::string_view kEvidence =
    "SELECT r.id, k.name, e.weight, i.kind, i.marker, i.journal, i.year, i.study_design, r.notice FROM evidence AS e"
    " JOIN link_kind AS k ON k.number = e.link LEFT JOIN reference AS r ON r.key = e.reference"
    " LEFT JOIN citation AS i ON i.key = e.citation WHERE e.mention = ?1 ORDER BY e.link, i.ordinal, r.id";

class MentionReader {
 public:
  explicit MentionReader(const Database& db) : table_(db), quantities_(db, kQuantities), evidence_(db, kEvidence) {}

  Json read(const Statement& row) {
    const auto text = [&row](int column) { return std::string(row.text(column)); };
    Json json{{"article", text(1)},
              {"line", row.integer(2)},
              {"begin", row.integer(3)},
              {"end", row.integer(4)},
              {"sentence", text(5)},
              {"block", text(6)},
              {"substance", text(7)},
              {"exposure", text(8)},
              {"relation", text(9)},
              {"outcome", text(11)},
              {"outcome_broader", Json::array()},
              {"polarity", text(12)},
              {"certainty", text(13)}};
    json["outcome_broader"] = broader(row.integer(10));
    put_quantities(json, row.integer(0));
    put_evidence(json, row.integer(0));
    json["claim"] = text(14);
    json["inherited"] = row.integer(15) != 0;
    json["confidence"] = row.real(16);
    json["heading"] = text(17);
    return json;
  }

 private:
  const Json& broader(std::int64_t outcome) {
    const auto [place, is_new] = broader_.try_emplace(outcome, Json::array());
    if (!is_new) return place->second;
    for (const std::int64_t above : table_.broader_chain(outcome)) place->second.push_back(table_.at(above).id);
    return place->second;
  }

  void put_quantities(Json& json, std::int64_t mention) {
    Json quantities = Json::array();
    Json population = Json::array();
    for (quantities_.bind(1, mention); quantities_.step();) {
      const Json place{{"printed", std::string(quantities_.text(4))},
                       {"begin", quantities_.integer(5)},
                       {"end", quantities_.integer(6)}};
      Json each;
      if (quantities_.text(0) == kPopulationKind) {
        const PopulationName who = population_name(quantities_.text(3));
        each = {{"class", std::string(who.kind)},
                {"group", std::string(who.group)},
                {"age_low", age(quantities_.real(1), kNoLowestAge)},
                {"age_high", age(quantities_.real(2), kNoHighestAge)}};
      } else {
        each = {{"kind", std::string(quantities_.text(0))},
                {"low", quantities_.real(1)},
                {"high", quantities_.real(2)},
                {"unit", std::string(quantities_.text(3))}};
      }
      each.update(place);
      (quantities_.text(0) == kPopulationKind ? population : quantities).push_back(std::move(each));
    }
    json["quantities"] = std::move(quantities);
    json["population"] = std::move(population);
  }

  static Json age(double years, double none) { return years == none ? Json(nullptr) : Json(years); }

  // attribution: the surest; references, markers: each once, without what a bare reference list makes likely.
  void put_evidence(Json& json, std::int64_t mention) {
    Json attribution = nullptr;
    Json references = Json::array();
    Json markers = Json::array();
    Json retracted = Json::array();
    Json links = Json::array();
    const auto once = [](Json& all, const std::string& value) {
      if (!value.empty() && std::find(all.begin(), all.end(), Json(value)) == all.end()) all.push_back(value);
    };
    for (evidence_.bind(1, mention); evidence_.step();) {
      const std::string reference(evidence_.text(0));
      const std::string link(evidence_.text(1));
      if (link != "reference-list") once(references, reference);
      once(markers, std::string(evidence_.text(4)));
      if (evidence_.text(8) == "retraction") once(retracted, reference);
      if (attribution.is_null() && evidence_.text(3) == "attribution") {
        attribution = Json{{"journal", std::string(evidence_.text(5))},
                           {"year", to_json(optional_integer(evidence_, 6))},
                           {"study_design", std::string(evidence_.text(7))}};
      }
      links.push_back(Json{{"reference", reference.empty() ? Json(nullptr) : Json(reference)},
                           {"link", link},
                           {"weight", evidence_.real(2)}});
    }
    json["attribution"] = std::move(attribution);
    json["references"] = std::move(references);
    json["markers"] = std::move(markers);
    json["evidence"] = std::move(links);
    json["retracted"] = std::move(retracted);
  }

  ConceptTable table_;
  std::unordered_map<std::int64_t, Json> broader_;  // ids, by the outcome's key
  Statement quantities_;
  Statement evidence_;
};

}  // namespace

void export_mentions(const Database& db, std::ostream& out, OutputFormat format) {
  RecordWriter writer(
      out, format,
      {"article",    "line",    "begin",           "end",       "sentence",  "block",      "substance",  "exposure",
       "relation",   "outcome", "outcome_broader", "polarity",  "certainty", "quantities", "population", "attribution",
       "references", "markers", "evidence",        "retracted", "claim",     "inherited",  "confidence", "heading"});
  MentionReader reader(db);
  Statement mentions(db, kMentions);
  while (mentions.step()) {
    if (!writer.write(reader.read(mentions))) return;
  }
  writer.finish();
}

}  // namespace claimbase
