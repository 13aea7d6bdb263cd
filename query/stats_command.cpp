#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <array>
#include <nlohmann/json.hpp>
#include <ostream>

#include "query/commands.h"
#include "query/record_writer.h"
#include "schema/store.h"

namespace claimbase {
namespace {

struct Figure {
  const char* name;
  const char* sql;
};

constexpr std::array kFigures = {
    Figure{"articles", "SELECT count(*) FROM article"},
    Figure{"blocks", "SELECT count(*) FROM block"},
    Figure{"sentences", "SELECT count(*) FROM sentence"},
    Figure{"substances", "SELECT count(*) FROM concept WHERE scheme = 'substance'"},
    Figure{"outcomes", "SELECT count(*) FROM concept WHERE scheme = 'outcome'"},
    Figure{"claims", "SELECT count(*) FROM claim"},
    Figure{"mentions", "SELECT count(*) FROM mention"},
    Figure{"hedged mentions", "SELECT count(*) FROM mention WHERE certainty = 'hedged'"},
    Figure{"negated mentions", "SELECT count(*) FROM mention WHERE polarity = 'negated'"},
    Figure{"mentions with evidence", "SELECT count(DISTINCT mention) FROM evidence"},
    Figure{"references", "SELECT count(*) FROM reference"},
    Figure{"citations", "SELECT count(*) FROM citation"},
    Figure{"attributions", "SELECT count(*) FROM citation WHERE kind = 'attribution'"},
    Figure{"citations without a reference", "SELECT count(*) FROM citation WHERE reference IS NULL"},
    Figure{"evidence links", "SELECT count(*) FROM evidence"},
    Figure{"diagnostics", "SELECT count(*) FROM diagnostic"},
};

// A row: what is counted, and how many.
struct Breakdown {
  const char* name;
  const char* sql;
};

constexpr std::array kBreakdowns = {
    Breakdown{"articles by language", "SELECT language, count(*) FROM article GROUP BY 1 ORDER BY 2 DESC, 1"},
    Breakdown{"mentions by relation",
              "SELECT c.relation, count(*) FROM mention AS m JOIN claim AS c ON c.key = m.claim GROUP BY 1 ORDER BY 2 "
              "DESC, 1"},
    Breakdown{"references by study design",
              "SELECT study_design || CASE level WHEN 0 THEN '' ELSE ', level ' || level END, count(*) FROM reference"
              " GROUP BY 1 ORDER BY 2 DESC, 1"},
    Breakdown{
        "evidence by link",
        "SELECT k.name, count(*) FROM evidence AS e JOIN link_kind AS k ON k.number = e.link GROUP BY 1 ORDER BY 2"
        " DESC, 1"},
    Breakdown{"diagnostics by rule", "SELECT rule, count(*) FROM diagnostic GROUP BY 1 ORDER BY 2 DESC, 1"},
};

Json count_all(const Database& db) {
  Json all = Json::object();
  for (const Figure& figure : kFigures) all[figure.name] = db.integer(figure.sql).value_or(0);
  for (const Breakdown& breakdown : kBreakdowns) {
    Json& counts = all[breakdown.name] = Json::object();
    Statement rows(db, breakdown.sql);
    while (rows.step()) counts[std::string(rows.text(0))] = rows.integer(1);
  }
  return all;
}

void print(std::ostream& out, const Paint& paint, const Json& all) {
  for (const auto& [name, value] : all.items()) {
    if (!value.is_object()) {
      out << fmt::format("{:>8}  {}\n", value.get<std::int64_t>(), name);
    } else if (!value.empty()) {
      out << '\n' << paint.strong(name) << '\n';
      for (const auto& [key, count] : value.items()) {
        out << fmt::format("{:>8}  {}\n", count.template get<std::int64_t>(), one_line(key));
      }
    }
  }
}

}  // namespace

void add_stats(CLI::App& app, CommandLine& line) {
  add_command(app, line, "stats", "how much of what the store holds", "stats --format json",
              {OutputFormat::text, OutputFormat::json}, [](Session& session) {
                Database db = open_reader(session.database);
                const Transaction reading(db, Transaction::Kind::read);
                const Json all = count_all(db);
                if (session.format == OutputFormat::text) {
                  print(session.out, session.paint, all);
                } else {
                  session.out << to_text(all) << '\n';
                }
                return Exit::ok;
              });
}

}  // namespace claimbase
