#include "query/run.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ostream>
#include <vector>

#include "query/commands.h"
#include "query/common_options.h"
#include "query/store_message.h"
#include "query/usage_error.h"

namespace claimbase {
namespace {

constexpr const char* kVersion = "claimbase " CLAIMBASE_VERSION;

constexpr const char* kFooter =
    "Exit codes: 0 done; 1 nothing found (check: something is wrong; audit: findings; diff: evidence was lost);\n"
    "2 could not do it.\n"
    "Examples:\n"
    "  claimbase search bloeddruk\n"
    "  claimbase evidence \"magnesium lowers blood pressure\"\n"
    "  claimbase COMMAND --help";

void define(CLI::App& app, CommandLine& line) {
  app.require_subcommand(1);
  app.set_version_flag("--version", kVersion);
  app.footer(kFooter);
  add_common_options(app, line);
  app.add_option("--format", line.format, "text, json, jsonl, csv ...: see the command")->type_name("FORMAT");
  add_search(app, line);
  add_claims(app, line);
  add_evidence(app, line);
  add_references(app, line);
  add_articles(app, line);
  add_show(app, line);
  add_export(app, line);
  add_stats(app, line);
  add_check(app, line);
  add_backup(app, line);
  add_diff(app, line);
  add_runs(app, line);
  add_audit(app, line);
  add_compliance(app, line);
  add_evaluate(app, line);
}

bool colored(const std::string& when, const Terminal& terminal) {
  return when == "always" || (when == "auto" && terminal.is_terminal && !terminal.no_color);
}

int code(Exit exit) {
  return static_cast<int>(exit);
}

int failure(std::ostream& err, const std::string& message) {
  err << "claimbase: " << one_line(message) << '\n';
  return code(Exit::failed);
}

// CLI11 has a code of its own for each mistake; here they are all one, and asking for help is none.
int parse_outcome(const CLI::App& app, const CLI::ParseError& error, std::ostream& out, std::ostream& err) {
  if (error.get_exit_code() == 0) {
    app.exit(error, out, err);
    return code(Exit::ok);
  }
  return failure(err, std::string(error.what()) + " (see claimbase --help)");
}

int work(const CommandLine& line, std::istream& in, std::ostream& out, std::ostream& err, const Terminal& terminal) {
  try {
    Session session{
        line.database, in, out, err, choose_format(line.format, line.formats), Paint(colored(line.color, terminal))};
    return code(line.run(session));
  } catch (const UsageError& error) {
    return failure(err, error.what());
  } catch (const UnknownName& error) {
    err << "claimbase: " << one_line(error.what()) << '\n';
    return code(Exit::no_match);
  } catch (const StoreError& error) {
    return failure(err, store_message(error, line.database));
  } catch (const std::exception& error) {  // out of memory: the last to say so
    return failure(err, error.what());
  }
}

}  // namespace

int run(std::span<const std::string> args, std::istream& in, std::ostream& out, std::ostream& err,
        const Terminal& terminal) {
  CLI::App app("What a health claim rests on: searches a store that claimbase-index made.", "claimbase");
  CommandLine line;
  define(app, line);
  try {
    app.parse(std::vector<std::string>(args.rbegin(), args.rend()));  // CLI11 takes them last first
  } catch (const CLI::ParseError& error) {
    return parse_outcome(app, error, out, err);
  }
  return work(line, in, out, err, terminal);
}

}  // namespace claimbase
