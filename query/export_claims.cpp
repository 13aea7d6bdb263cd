#include <nlohmann/json.hpp>

#include "query/export.h"
#include "query/place.h"
#include "query/place_json.h"
#include "query/record_writer.h"

namespace claimbase {
namespace {

constexpr std::string_view kClaims =
    "SELECT c.id, su.id, c.relation, o.id, count(DISTINCT m.key), count(DISTINCT m.article),"
    " count(DISTINCT CASE m.certainty WHEN 'hedged' THEN m.key END),"
    " count(DISTINCT CASE m.polarity WHEN 'negated' THEN m.key END), count(DISTINCT e.reference), min(nullif(r.level, 0))"
    " FROM claim AS c JOIN concept AS su ON su.key = c.substance JOIN concept AS o ON o.key = c.outcome"
    " JOIN mention AS m ON m.claim = c.key LEFT JOIN evidence AS e ON e.mention = m.key"
    " AND e.link <> (SELECT number FROM link_kind WHERE name = 'reference-list')"
    " LEFT JOIN reference AS r ON r.key = e.reference GROUP BY c.key ORDER BY c.id";

}  // namespace

void export_claims(const Database& db, std::ostream& out, Format format) {
  RecordWriter writer(out, format, {"id", "substance", "relation", "outcome", "mentions", "articles", "hedged",
                                    "negated", "references", "best_level"});
  Statement claims(db, kClaims);
  while (claims.step()) {
    const auto text = [&claims](int column) { return std::string(claims.text(column)); };
    const bool read_on = writer.write(Json{{"id", text(0)},
                                           {"substance", text(1)},
                                           {"relation", text(2)},
                                           {"outcome", text(3)},
                                           {"mentions", claims.integer(4)},
                                           {"articles", claims.integer(5)},
                                           {"hedged", claims.integer(6)},
                                           {"negated", claims.integer(7)},
                                           {"references", claims.integer(8)},
                                           {"best_level", to_json(optional_integer(claims, 9))}});
    if (!read_on) return;
  }
  writer.finish();
}

}  // namespace claimbase
