#include <CLI/CLI.hpp>
#include <memory>

#include "query/commands.h"
#include "query/common_options.h"
#include "query/search.h"
#include "schema/store.h"

namespace claimbase {

void add_search(CLI::App& app, CommandLine& line) {
  struct Asked {
    std::vector<std::string> words;
    SearchOptions options;
  };
  const auto asked = std::make_shared<Asked>();
  CLI::App& command = add_command(app, line, "search", "sentences with these words, or with others of the same meaning",
                                  "search --substance magnesium \"hoge bloeddruk\"",
                                  {OutputFormat::text, OutputFormat::json, OutputFormat::jsonl, OutputFormat::csv},
                                  [asked](Session& session) {
                                    asked->options.typed = query_text(asked->words, session.in);
                                    Database db = open_reader(session.database);
                                    const Transaction reading(db, Transaction::Kind::read);
                                    const SearchResult result = search(db, asked->options);
                                    if (session.format == OutputFormat::text) {
                                      print_search(session.out, session.paint, result);
                                    } else {
                                      write_search(session.out, session.format, result);
                                    }
                                    return result.total == 0 ? Exit::no_match : Exit::ok;
                                  });
  command.add_option("WORDS", asked->words, "words and \"phrases\"; - reads them from standard input")->required();
  add_substance_and_outcome(command, asked->options.filters);
  add_relation(command, asked->options.filters);
  add_article_and_language(command, asked->options.filters);
  add_limit(command, asked->options.limit);
  command.add_flag("--explain", asked->options.explain, "what each score is made of");
  command.add_flag("!--no-expand", asked->options.expand, "the words as typed only");
}

}  // namespace claimbase
