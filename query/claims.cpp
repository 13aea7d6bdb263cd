#include "query/claims.h"

#include <nlohmann/json.hpp>

#include "query/place.h"
#include "query/place_json.h"

namespace claimbase {
namespace {

const std::string kRows =
    "SELECT c.id, su.id, c.relation, o.id, count(DISTINCT m.key) AS mentions, count(DISTINCT m.article) AS articles,"
    " count(DISTINCT CASE m.certainty WHEN 'hedged' THEN m.key END),"
    " count(DISTINCT CASE m.polarity WHEN 'negated' THEN m.key END),"
    " count(DISTINCT e.reference), min(nullif(r.level, 0)), count(*) OVER ()"
    " FROM mention AS m JOIN claim AS c ON c.key = m.claim JOIN sentence AS s ON s.key = m.sentence"
    " JOIN article AS a ON a.key = m.article JOIN concept AS su ON su.key = c.substance"
    " JOIN concept AS o ON o.key = c.outcome LEFT JOIN evidence AS e ON e.mention = m.key"
    " AND e.link <> (SELECT number FROM link_kind WHERE name = 'reference-list')"
    " LEFT JOIN reference AS r ON r.key = e.reference";

}  // namespace

Statement all_claims(const Database& db) {
  return {db, kRows + " GROUP BY c.key ORDER BY c.id"};
}

ClaimRow read_claim(const Statement& row) {
  return {std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3)),
          row.integer(4),           row.integer(5),           row.integer(6),           row.integer(7),
          row.integer(8),           optional_integer(row, 9), row.integer(10)};
}

Json to_json(const ClaimRow& row) {
  return {{"id", row.id},
          {"substance", row.substance},
          {"relation", row.relation},
          {"outcome", row.outcome},
          {"mentions", row.mentions},
          {"articles", row.articles},
          {"hedged", row.hedged},
          {"negated", row.negated},
          {"references", row.references},
          {"best_level", to_json(row.best_level)}};
}

std::vector<std::string> claim_columns() {
  return {"id",       "substance", "relation", "outcome",    "mentions",
          "articles", "hedged",    "negated",  "references", "best_level"};
}

}  // namespace claimbase
