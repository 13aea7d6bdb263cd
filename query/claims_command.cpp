#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

#include "query/commands.h"
#include "query/common_options.h"
#include "query/place.h"
#include "query/place_json.h"
#include "query/record_writer.h"
#include "schema/store.h"

namespace claimbase {
namespace {

struct Asked {
  FilterOptions filters;
  std::size_t limit = 50;
};

struct ClaimRow {
  std::string id, substance, relation, outcome;
  std::int64_t mentions = 0, articles = 0, hedged = 0, negated = 0, references = 0;
  std::optional<int> best_level;
  std::int64_t total = 0;  // of all claims asked for
};

const std::string kClaims = std::string(
    "SELECT c.id, su.id, c.relation, o.id, count(DISTINCT m.key) AS mentions, count(DISTINCT m.article) AS articles,"
    " count(DISTINCT CASE m.certainty WHEN 'hedged' THEN m.key END),"
    " count(DISTINCT CASE m.polarity WHEN 'negated' THEN m.key END),"
    " count(DISTINCT e.reference), min(nullif(r.level, 0)), count(*) OVER ()"
    " FROM mention AS m JOIN claim AS c ON c.key = m.claim JOIN sentence AS s ON s.key = m.sentence"
    " JOIN article AS a ON a.key = m.article JOIN concept AS su ON su.key = c.substance"
    " JOIN concept AS o ON o.key = c.outcome LEFT JOIN evidence AS e ON e.mention = m.key"
    " AND e.link <> (SELECT number FROM link_kind WHERE name = 'reference-list')"
    " LEFT JOIN reference AS r ON r.key = e.reference WHERE") + kMentionFilter +
    " GROUP BY c.key ORDER BY mentions DESC, articles DESC, c.id LIMIT ?1";

std::vector<ClaimRow> find_claims(const Database& db, const Asked& asked) {
  const Filters filters = resolve(asked.filters, ConceptTable(db));
  Statement claims(db, kClaims);
  claims.bind(1, asked.limit);
  bind_filters(claims, filters);
  std::vector<ClaimRow> rows;
  while (claims.step()) {
    rows.push_back({std::string(claims.text(0)), std::string(claims.text(1)), std::string(claims.text(2)),
                    std::string(claims.text(3)), claims.integer(4), claims.integer(5), claims.integer(6),
                    claims.integer(7), claims.integer(8), optional_integer(claims, 9), claims.integer(10)});
  }
  return rows;
}

void print(std::ostream& out, const Paint& paint, const std::vector<ClaimRow>& rows) {
  out << paint.strong("mentions  articles  references  best level  claim") << '\n';
  for (const ClaimRow& row : rows) {
    const std::string level = row.best_level ? std::to_string(*row.best_level) : "-";
    out << fmt::format("{:>8}  {:>8}  {:>10}  {:>10}  {} {} {}", row.mentions, row.articles, row.references, level,
                       row.substance, row.relation, row.outcome);
    if (row.hedged > 0) out << paint.quiet(fmt::format("  {} hedged", row.hedged));
    if (row.negated > 0) out << paint.warning(fmt::format("  {} negated", row.negated));
    out << '\n';
  }
  const std::int64_t total = rows.empty() ? 0 : rows.front().total;
  out << '\n' << total << (total == 1 ? " claim" : " claims");
  if (std::cmp_less(rows.size(), total)) out << "; " << rows.size() << " shown (--limit)";
  out << '\n';
}

void write(std::ostream& out, Format format, const std::vector<ClaimRow>& rows) {
  RecordWriter writer(out, format, {"id", "substance", "relation", "outcome", "mentions", "articles", "hedged",
                                    "negated", "references", "best_level"});
  for (const ClaimRow& row : rows) {
    if (!writer.write(Json{{"id", row.id}, {"substance", row.substance}, {"relation", row.relation},
                           {"outcome", row.outcome}, {"mentions", row.mentions}, {"articles", row.articles},
                           {"hedged", row.hedged}, {"negated", row.negated}, {"references", row.references},
                           {"best_level", to_json(row.best_level)}})) return;
  }
  writer.finish();
}

}  // namespace

void add_claims(CLI::App& app, CommandLine& line) {
  const auto asked = std::make_shared<Asked>();
  CLI::App& command = add_command(app, line, "claims", "the claims that articles make, most mentioned first",
                                  "claims --substance magnesium --certainty asserted",
                                  {Format::text, Format::json, Format::jsonl, Format::csv}, [asked](Session& session) {
                                    Database db = open_reader(session.database);
                                    const Transaction reading(db, Transaction::Kind::read);
                                    const std::vector<ClaimRow> rows = find_claims(db, *asked);
                                    if (session.format == Format::text) {
                                      print(session.out, session.paint, rows);
                                    } else {
                                      write(session.out, session.format, rows);
                                    }
                                    return rows.empty() ? Exit::no_match : Exit::ok;
                                  });
  add_substance_and_outcome(command, asked->filters);
  add_relation(command, asked->filters);
  add_article_and_language(command, asked->filters);
  command.add_option("--certainty", asked->filters.certainty, "asserted, hedged")
      ->type_name("WHICH")
      ->check(CLI::IsMember({"asserted", "hedged"}));
  command.add_option("--polarity", asked->filters.polarity, "affirmed, negated")
      ->type_name("WHICH")
      ->check(CLI::IsMember({"affirmed", "negated"}));
  add_limit(command, asked->limit);
}

}  // namespace claimbase
