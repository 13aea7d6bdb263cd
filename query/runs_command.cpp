#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <ostream>

#include "query/commands.h"
#include "query/recorded_runs.h"
#include "schema/store.h"

namespace claimbase {
namespace {

void print(std::ostream& out, const Paint& paint, const std::vector<RecordedRun>& runs) {
  for (const RecordedRun& run : runs) {
    out << paint.strong(std::to_string(run.number)) << "  " << time_text(run.began) << "  " << one_line(run.command)
        << ": " << work_line(run);
    if (!run.complete) out << paint.quiet(" (counts only)");
    if (!run.ended) out << paint.warning(" (did not come to its end)");
    out << '\n';
  }
  out << '\n' << counted(static_cast<std::int64_t>(runs.size()), "run") << '\n';
}

void write(std::ostream& out, OutputFormat format, const std::vector<RecordedRun>& runs) {
  RecordWriter writer(out, format,
                      {"run", "command", "program", "began", "ended", "complete", "added", "changed", "renamed",
                       "removed", "unchanged", "failed", "libraries"});
  for (const RecordedRun& run : runs) {
    if (!writer.write(to_json(run))) return;
  }
  writer.finish();
}

}  // namespace

void add_runs(CLI::App& app, CommandLine& line) {
  add_command(app, line, "runs", "the runs of claimbase-index that changed something, oldest first",
              "runs --format csv", {OutputFormat::text, OutputFormat::json, OutputFormat::jsonl, OutputFormat::csv},
              [](Session& session) {
                Database db = open_reader(session.database);
                const Transaction reading(db, Transaction::Kind::read);
                const std::vector<RecordedRun> runs = read_runs(db);
                if (session.format == OutputFormat::text) {
                  print(session.out, session.paint, runs);
                } else {
                  write(session.out, session.format, runs);
                }
                return runs.empty() ? Exit::no_match : Exit::ok;
              });
}

}  // namespace claimbase
