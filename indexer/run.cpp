#include "indexer/run.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "analysis/language/unicode.h"
#include "indexer/commands.h"
#include "indexer/options.h"
#include "indexer/store_file.h"

namespace claimbase {
namespace {

struct UpdateCommand {
  UpdateCommand(CLI::App& app, const std::string& name, const std::string& help, bool is_status = false)
      : command(*app.add_subcommand(name, help)),
        store(command),
        sources(command),
        libraries(command),
        vocabulary(command),
        language(command),
        format(command, is_status),
        jobs(command),
        size(command),
        wait(command),
        output(command),
        dry_run(is_status),
        compares(!is_status) {}

  [[nodiscard]] UpdateRequest request() const {
    UpdateRequest made;
    made.database = store.database;
    made.paths = sources.paths;
    if (!sources.root.empty()) made.root = sources.root;
    made.language = language.chosen();
    made.format = format.name();
    made.vocabularies = vocabulary.chosen();
    made.libraries = libraries.libraries;
    made.retractions = libraries.retractions;
    made.jobs = jobs.jobs;
    made.largest_article = size.bytes();
    made.dry_run = dry_run;
    made.compares = compares;
    made.prune = sources.prune;
    made.command = command.get_name();
    made.wait = wait.duration();
    return made;
  }

  CLI::App& command;
  StoreOption store;
  SourceOptions sources;
  LibraryOptions libraries;
  VocabularyOptions vocabulary;
  LanguageOption language;
  FormatOption format;
  JobsOption jobs;
  SizeOption size;
  WaitOption wait;
  OutputOptions output;
  bool dry_run;
  bool compares;
};

IndexExit dispatch(std::span<const std::string> args, const Console& console) {
  CLI::App app("Reads articles and keeps a store of their claims and the evidence behind them.", "claimbase-index");
  app.set_version_flag("--version", "claimbase-index " CLAIMBASE_VERSION);
  app.require_subcommand(1);
  app.footer(
      "Exit codes: 0 done, 1 something could not be read (the rest was done; status: there is something to do), 2 wrong"
      " arguments or no usable store.");

  UpdateCommand update(app, "update", "make the store true to the articles; only what has changed is read");
  update.command.add_flag("--dry-run", update.dry_run, "say what would be done, and do nothing");
  UpdateCommand rebuild(app, "rebuild", "make the store anew and put it in the place of the old one");
  rebuild.command.add_flag("--dry-run", rebuild.dry_run, "say what would be done, and do nothing");
  UpdateCommand status(app, "status", "say what update would do, and why; exit code 1 where there is something", true);
  UpdateCommand watch(app, "watch", "keep the store true to the articles while they change, until it is stopped");
  const PollOption poll(watch.command);

  CLI::App& analyze = *app.add_subcommand("analyze", "print the analysis of one article as JSON, without a store");
  std::string article;
  analyze.add_option("file", article, "the article; - for standard input")->required();
  const VocabularyOptions analyze_vocabulary(analyze);
  const LanguageOption analyze_language(analyze);
  const FormatOption analyze_format(analyze);
  const SizeOption analyze_size(analyze);

  CLI::App& explain = *app.add_subcommand("explain", "say why a sentence is read as it is");
  ExplainCommandRequest explained;
  explain.add_option("sentence", explained.sentence, "the sentence, in quotes")->required();
  explain.add_option("--topic", explained.topic, "the substance spoken of, by id: magnesium");
  explain.add_flag("--item", explained.item, "read it as an item of a list, which may leave its subject out");
  const VocabularyOptions explain_vocabulary(explain);
  const LanguageOption explain_language(explain);

  CLI::App& parse = *app.add_subcommand("parse-references", "print what is read from reference strings, one a line");
  std::string strings;
  parse.add_option("file", strings, "the strings; - for standard input")->required();

  CLI::App& optimize = *app.add_subcommand("optimize", "make the store smaller and its searches faster");
  const StoreOption optimize_store(optimize);
  const WaitOption optimize_wait(optimize);
  bool quiet = false;
  optimize.add_flag("-q,--quiet", quiet, "no result, errors only");

  CLI::App& repair = *app.add_subcommand("repair", "find what is wrong with the store, and mend it");
  const StoreOption repair_store(repair);
  const WaitOption repair_wait(repair);
  const OutputOptions repair_output(repair);

  CLI::App& vocabulary = *app.add_subcommand("vocabulary", "work on vocabulary files");
  vocabulary.require_subcommand(1);
  CLI::App& check = *vocabulary.add_subcommand("check", "print what is wrong with vocabulary files");
  std::vector<std::filesystem::path> files;
  bool alone = false;
  check.add_option("files", files, "vocabularies in SKOS RDF/XML")->required();
  check.add_flag("--alone", alone, "leave the built-in vocabulary out of it");

  try {
    app.parse(std::vector<std::string>(args.rbegin(), args.rend()));  // CLI11 takes them from the back
  } catch (const CLI::ParseError& error) {
    return app.exit(error, console.out, console.err) == 0 ? IndexExit::ok : IndexExit::failed;
  }
  if (update.command.parsed()) return run_update(update.request(), update.output.json, update.output.quiet, console);
  if (status.command.parsed()) {
    return run_update(status.request(), status.output.json || status.format.json(), status.output.quiet, console);
  }
  if (rebuild.command.parsed()) {
    UpdateRequest request = rebuild.request();
    request.rebuild = true;
    request.command = "rebuild";
    return run_update(request, rebuild.output.json, rebuild.output.quiet, console);
  }
  if (watch.command.parsed()) {
    return run_watch(watch.request(), poll.interval(), watch.output.json, watch.output.quiet, console);
  }
  if (analyze.parsed()) {
    return run_analyze({article, analyze_language.chosen().value_or(""), analyze_format.chosen(), analyze_size.bytes(),
                        analyze_vocabulary.files},
                       console);
  }
  if (explain.parsed()) {
    explained.language = explain_language.chosen().value_or("");
    explained.vocabularies = explain_vocabulary.files;
    return run_explain(explained, console);
  }
  if (parse.parsed()) return run_parse_references(strings, console);
  if (optimize.parsed()) return run_optimize(optimize_store.database, optimize_wait.duration(), quiet, console);
  if (repair.parsed()) {
    return run_repair(repair_store.database, repair_wait.duration(), repair_output.json, repair_output.quiet, console);
  }
  return run_vocabulary_check(files, alone, console);
}

bool can_redraw(const std::ostream& err) {
  if (&err != &std::cerr || ::isatty(STDERR_FILENO) == 0) return false;
  const char* terminal = std::getenv("TERM");  // NOLINT(concurrency-mt-unsafe): before any thread
  return terminal != nullptr && std::string_view(terminal) != "dumb";
}

IndexExit complain(std::ostream& err, const std::string& what) {
  err << printable("claimbase-index: " + what) << '\n';
  return IndexExit::failed;
}

}  // namespace

IndexExit run_indexer(std::span<const std::string> args, std::istream& in, std::ostream& out, std::ostream& err) {
  try {
    const IndexExit result = dispatch(args, {in, out, err, can_redraw(err)});
    errno = 0;
    out.flush();
    if (!out && errno != EPIPE) return complain(err, "write the result: no room, or the output is closed");
    return result;
  } catch (const UsageError& error) {
    return complain(err, error.what());
  } catch (const StoreError& error) {
    return complain(err, std::string(error.what()) + " (" + std::string(advice(error.kind())) + ')');
  } catch (const std::exception& error) {
    return complain(err, error.what());
  }
}

}  // namespace claimbase
