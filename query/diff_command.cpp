#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

#include "query/commands.h"
#include "query/run_diff.h"
#include "schema/store.h"

namespace claimbase {
namespace {

struct DiffOptions {
  std::string run;
  std::string since;
};

Exit print(Session& session, const DiffOptions& options) {
  Database db = open_reader(session.database);
  const Transaction reading(db, Transaction::Kind::read);
  const RunDiff diff = find_diff(db, select_runs(read_runs(db), options.run, options.since));
  switch (session.format) {
    case OutputFormat::json:
      session.out << to_text(to_json(diff)) << '\n';
      break;
    case OutputFormat::jsonl:
      write_diff_records(session.out, diff);
      break;
    default:
      if (diff.runs.empty()) {
        session.out << "no run is on record\n";
      } else {
        print_diff(session.out, session.paint, diff);
      }
  }
  return lost_evidence(diff) ? Exit::no_match : Exit::ok;
}

}  // namespace

void add_diff(CLI::App& app, CommandLine& line) {
  const auto options = std::make_shared<DiffOptions>();
  CLI::App& command =
      add_command(app, line, "diff", "what a run of claimbase-index changed in the claims and what they rest on",
                  "diff --since 12", {OutputFormat::text, OutputFormat::json, OutputFormat::jsonl},
                  [options](Session& session) { return print(session, *options); });
  CLI::Option* run = command.add_option("RUN", options->run, "the run's number (the last one): see `claimbase runs`");
  command.add_option("--since", options->since, "all runs after this one together, or from this date (of UTC) on")
      ->type_name("RUN|DATE")
      ->excludes(run);
}

}  // namespace claimbase
