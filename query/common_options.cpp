#include "query/common_options.h"

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "query/relations.h"

namespace claimbase {

void add_common_options(CLI::App& app, CommandLine& line) {
  app.add_option("--database", line.database, "the store (claimbase.db)")->type_name("FILE");
  app.add_option("--color", line.color, "auto (on a terminal, unless NO_COLOR is set), always, never")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
}

CLI::App& add_command(CLI::App& app, CommandLine& line, const std::string& name, const std::string& about,
                      const std::string& example, std::vector<OutputFormat> formats,
                      std::function<Exit(Session&)> run) {
  CLI::App& command = *app.add_subcommand(name, about);
  add_common_options(command, line);
  command
      .add_option("--format", line.format, list_formats(formats) + " (" + std::string(to_string(formats.front())) + ")")
      ->type_name("FORMAT");
  command.footer("Example:\n  claimbase " + example);
  command.callback([&line, formats = std::move(formats), run = std::move(run)] {
    line.formats = formats;
    line.run = run;
  });
  return command;
}

void add_substance_and_outcome(CLI::App& command, FilterOptions& filters) {
  command.add_option("--substance", filters.substance, "id or name, with what is narrower")->type_name("NAME");
  command.add_option("--outcome", filters.outcome, "id or name, with what is narrower")->type_name("NAME");
  command.add_flag("--exact", filters.exact, "without narrower substances and outcomes");
}

void add_relation(CLI::App& command, FilterOptions& filters) {
  std::string all;
  for (const std::string_view relation : kRelations) all += (all.empty() ? "" : ", ") + std::string(relation);
  command.add_option("--relation", filters.relation, all)
      ->type_name("RELATION")
      ->check(CLI::IsMember(std::vector<std::string>(kRelations.begin(), kRelations.end())));
}

void add_article_and_language(CLI::App& command, FilterOptions& filters) {
  command.add_option("--article", filters.article, "path or name of the article; * and ? stand for anything")
      ->type_name("GLOB");
  command.add_option("--language", filters.language, "of the sentence: nl, en ...")->type_name("CODE");
}

void add_limit(CLI::App& command, std::size_t& limit) {
  command.add_option("--limit", limit, "at most so many (" + std::to_string(limit) + ")")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{1}, kMaxLimit));
}

}  // namespace claimbase
