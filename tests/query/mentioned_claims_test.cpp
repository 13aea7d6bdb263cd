#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "query/claims.h"
#include "sample_store.h"
#include "schema/store.h"

namespace claimbase {
namespace {

// What the command `claims` answers, said in one statement that looks at every mention.
const std::string kPlain = std::string(
                               "SELECT c.id, su.id, c.relation, o.id, count(DISTINCT m.key) AS mentions,"
                               " count(DISTINCT m.article) AS articles,"
                               " count(DISTINCT CASE m.certainty WHEN 'hedged' THEN m.key END),"
                               " count(DISTINCT CASE m.polarity WHEN 'negated' THEN m.key END),"
                               " count(DISTINCT e.reference), min(nullif(r.level, 0)), count(*) OVER ()"
                               " FROM mention AS m JOIN claim AS c ON c.key = m.claim"
                               " JOIN sentence AS s ON s.key = m.sentence JOIN article AS a ON a.key = m.article"
                               " JOIN concept AS su ON su.key = c.substance JOIN concept AS o ON o.key = c.outcome"
                               " LEFT JOIN evidence AS e ON e.mention = m.key"
                               " AND e.link <> (SELECT number FROM link_kind WHERE name = 'reference-list')"
                               " LEFT JOIN reference AS r ON r.key = e.reference WHERE") +
                           kMentionFilter + "GROUP BY c.key ORDER BY mentions DESC, articles DESC, c.id LIMIT ?1";

std::vector<ClaimRow> plainly(const Database& db, const Filters& filters, std::size_t limit) {
  Statement rows(db, kPlain);
  rows.bind(1, limit);
  bind_filters(rows, filters);
  std::vector<ClaimRow> claims;
  while (rows.step()) claims.push_back(read_claim(rows));
  return claims;
}

std::string lines(const std::vector<ClaimRow>& rows) {
  std::string lines;
  for (const ClaimRow& row : rows) lines += to_json(row).dump() + " of " + std::to_string(row.total) + "\n";
  return lines;
}

// Bit by bit: which of the filters are given.
FilterOptions filters_of(unsigned bits, const char* relation) {
  const auto given = [bits](unsigned bit, const char* value) { return (bits >> bit & 1U) != 0 ? value : ""; };
  return {given(0, "magnesium"), given(1, "blood-pressure"), given(2, relation),   given(3, "*.txt"),
          given(4, "nl"),        given(5, "asserted"),       given(6, "affirmed"), false};
}

TEST(MentionedClaims, AnyFiltersFindWhatAPlainStatementFinds) {
  const SampleStore store;
  const Database db = open_reader(store.file());
  ConceptTable table(db);
  ASSERT_GT(plainly(db, {}, 100).size(), 2U);
  for (const char* relation : {"lowers", "treats"}) {
    for (unsigned bits = 0; bits < 128; ++bits) {
      const Filters filters = resolve(filters_of(bits, relation), table);
      for (const std::size_t limit : {1U, 2U, 100U}) {
        EXPECT_EQ(lines(most_mentioned_claims(db, filters, limit)), lines(plainly(db, filters, limit)))
            << relation << ", filters " << bits << ", limit " << limit;
      }
    }
  }
}

}  // namespace
}  // namespace claimbase
