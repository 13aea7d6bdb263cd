#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>
#include <utility>

#include "query/claims.h"
#include "query/commands.h"
#include "query/common_options.h"
#include "schema/connection.h"

namespace claimbase {
namespace {

struct Asked {
  FilterOptions filters;
  std::size_t limit = 50;
};

std::vector<ClaimRow> find_claims(const Database& db, const Asked& asked) {
  ConceptTable table(db);
  return most_mentioned_claims(db, resolve(asked.filters, table), asked.limit);
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
  out << '\n' << counted(total, "claim");
  if (std::cmp_less(rows.size(), total)) out << "; " << rows.size() << " shown (--limit)";
  out << '\n';
}

void write(std::ostream& out, OutputFormat format, const std::vector<ClaimRow>& rows) {
  RecordWriter writer(out, format, claim_columns());
  for (const ClaimRow& row : rows) {
    if (!writer.write(to_json(row))) return;
  }
  writer.finish();
}

}  // namespace

void add_claims(CLI::App& app, CommandLine& line) {
  const auto asked = std::make_shared<Asked>();
  CLI::App& command = add_command(app, line, "claims", "the claims that articles make, most mentioned first",
                                  "claims --substance magnesium --certainty asserted",
                                  {OutputFormat::text, OutputFormat::json, OutputFormat::jsonl, OutputFormat::csv},
                                  [asked](Session& session) {
                                    Database db = open_lookup_reader(session.database);
                                    const Transaction reading(db, Transaction::Kind::read);
                                    const std::vector<ClaimRow> rows = find_claims(db, *asked);
                                    if (session.format == OutputFormat::text) {
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
