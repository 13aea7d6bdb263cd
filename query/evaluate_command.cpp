#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

#include "query/commands.h"
#include "query/evaluate.h"
#include "query/ranking_options.h"
#include "query/record_writer.h"
#include "query/usage_error.h"
#include "schema/store.h"

namespace claimbase {
namespace {

struct Asked {
  std::string queries;
  std::string judgements;
  std::string run_out;
  std::string part = "all";
  std::vector<std::size_t> cutoffs{10, 100};
  std::size_t depth = 1000;
  bool baseline = false;
  bool expand = true;
  bool priors = true;
  std::vector<std::string> settings;  // "title=2.5"
};

struct Row {
  std::string name;
  Measures measures;
};

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw UsageError("cannot read " + path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// Every second query, so that settings can be chosen on one half and reported on the other.
std::vector<JudgedQuery> part_of(std::vector<JudgedQuery> queries, const std::string& part) {
  if (part == "all") return queries;
  std::vector<JudgedQuery> half;
  half.reserve(queries.size() / 2 + 1);
  for (std::size_t i = part == "even" ? 0 : 1; i < queries.size(); i += 2) half.push_back(std::move(queries[i]));
  return half;
}

void write_run(const std::string& path, const Evaluation& made) {
  std::ofstream out(path, std::ios::binary);
  for (const QueryRun& run : made.runs) {
    for (std::size_t i = 0; i < run.documents.size(); ++i) {
      const RankedDocument& each = run.documents[i];
      out << fmt::format("{} Q0 {} {} {:.9g} claimbase\n", run.query, each.id, i + 1, static_cast<float>(each.score));
    }
  }
  out.flush();
  if (!out) throw UsageError("cannot write " + path);
}

void print(std::ostream& out, const std::vector<Row>& rows, std::size_t queries, std::int64_t works) {
  out << fmt::format("{} queries over {} works\n\n{:<12}", queries, works, "");
  for (const auto& [k, value] : rows.front().measures.ndcg) out << fmt::format("{:>10}", fmt::format("nDCG@{}", k));
  out << fmt::format("{:>10}", "MAP");
  for (const auto& [k, value] : rows.front().measures.recall) out << fmt::format("{:>12}", fmt::format("recall@{}", k));
  out << fmt::format("{:>10}{:>10}\n", "p50 ms", "p99 ms");
  for (const Row& row : rows) {
    out << fmt::format("{:<12}", row.name);
    for (const auto& [k, value] : row.measures.ndcg) out << fmt::format("{:>10.4f}", value);
    out << fmt::format("{:>10.4f}", row.measures.map);
    for (const auto& [k, value] : row.measures.recall) out << fmt::format("{:>12.4f}", value);
    out << fmt::format("{:>10.2f}{:>10.2f}\n", row.measures.p50, row.measures.p99);
  }
}

Json json_of(const Row& row) {
  Json json{{"name", row.name}, {"ndcg", Json::object()}, {"map", row.measures.map}, {"recall", Json::object()}};
  for (const auto& [k, value] : row.measures.ndcg) json["ndcg"][std::to_string(k)] = value;
  for (const auto& [k, value] : row.measures.recall) json["recall"][std::to_string(k)] = value;
  json["p50_ms"] = row.measures.p50;
  json["p99_ms"] = row.measures.p99;
  return json;
}

Exit run_evaluation(const Asked& asked, Session& session) {
  const std::vector<JudgedQuery> queries = part_of(read_queries(bytes_of(asked.queries)), asked.part);
  const auto judgements = read_judgements(bytes_of(asked.judgements));
  Database db = open_reader(session.database);
  const Transaction reading(db, Transaction::Kind::read);
  RankingSettings settings;
  settings.priors = asked.priors;
  apply_ranking_settings(settings, asked.settings);
  std::vector<Row> rows;
  const Evaluation made =
      evaluate(works_search(db, settings, asked.expand), queries, judgements, asked.cutoffs, asked.depth);
  rows.push_back({"claimbase", made.measures});
  if (asked.baseline) {
    rows.push_back(
        {"plain bm25", evaluate(plain_search(db), queries, judgements, asked.cutoffs, asked.depth).measures});
  }
  if (!asked.run_out.empty()) write_run(asked.run_out, made);
  const std::int64_t works = db.integer("SELECT count(*) FROM reference").value_or(0);
  if (session.format == OutputFormat::text) {
    print(session.out, rows, made.runs.size(), works);
  } else {
    Json json{{"queries", made.runs.size()}, {"works", works}, {"runs", Json::array()}};
    for (const Row& row : rows) json["runs"].push_back(json_of(row));
    session.out << to_text(json) << '\n';
  }
  return made.runs.empty() ? Exit::no_match : Exit::ok;
}

}  // namespace

void add_evaluate(CLI::App& app, CommandLine& line) {
  const auto asked = std::make_shared<Asked>();
  CLI::App& command = add_command(
      app, line, "evaluate", "how well works are ranked, by a collection's queries and judgements",
      "evaluate --queries queries.jsonl --qrels test.tsv --baseline", {OutputFormat::text, OutputFormat::json},
      [asked](Session& session) { return run_evaluation(*asked, session); });
  command.add_option("--queries", asked->queries, "objects with _id and text, one a line")
      ->type_name("FILE")
      ->required();
  command.add_option("--qrels", asked->judgements, "judgements in BEIR's or TREC's columns; names of library records")
      ->type_name("FILE")
      ->required();
  command.add_option("--run-out", asked->run_out, "write the ranking, in TREC's columns")->type_name("FILE");
  command.add_option("-k,--k", asked->cutoffs, "cut-offs of nDCG and recall (10,100)")
      ->type_name("N,...")
      ->delimiter(',')
      ->check(CLI::Range(std::size_t{1}, std::size_t{100'000}));
  command.add_option("--depth", asked->depth, "works that are ranked a query (1000)")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{1}, std::size_t{100'000}));
  command.add_option("--part", asked->part, "every second query only: even (the first, the third ...), odd, all (all)")
      ->type_name("PART")
      ->check(CLI::IsMember({"all", "even", "odd"}));
  command.add_flag("--baseline", asked->baseline,
                   "beside it what plain FTS5 does: porter unicode61, bm25, words joined by OR");
  add_ranking_settings(command, asked->settings);
  command.add_flag("!--no-priors", asked->priors, "study level and retraction do not count");
  command.add_flag("!--no-expand", asked->expand, "the words as typed only");
}

}  // namespace claimbase
