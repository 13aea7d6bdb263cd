#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

#include "query/commands.h"
#include "query/evidence.h"
#include "query/search.h"
#include "schema/connection.h"

namespace claimbase {

void add_evidence(CLI::App& app, CommandLine& line) {
  struct Asked {
    std::vector<std::string> words;
    EvidenceOptions options;
  };
  const auto asked = std::make_shared<Asked>();
  CLI::App& command = add_command(app, line, "evidence", "what a claim rests on, by level of evidence",
                                  "evidence \"verlaagt magnesium de bloeddruk?\"",
                                  {OutputFormat::text, OutputFormat::json}, [asked](Session& session) {
                                    asked->options.typed = query_text(asked->words, session.in);
                                    asked->options.whole_works = session.format != OutputFormat::text;
                                    Database db = open_lookup_reader(session.database);
                                    const Transaction reading(db, Transaction::Kind::read);
                                    const EvidenceResult result = find_evidence(db, asked->options);
                                    if (session.format == OutputFormat::text) {
                                      print_evidence(session.out, session.paint, result);
                                    } else {
                                      session.out << to_text(to_json(result)) << '\n';
                                    }
                                    return result.counts.mentions == 0 ? Exit::no_match : Exit::ok;
                                  });
  command
      .add_option("CLAIM", asked->words,
                  "a claim's id (magnesium:lowers:blood-pressure) or words; - reads them from standard input")
      ->required();
  command.add_option("--article", asked->options.article, "in this article only; * and ? stand for anything")
      ->type_name("GLOB");
  command.add_flag("--exact", asked->options.exact, "without narrower substances and outcomes");
}

}  // namespace claimbase
