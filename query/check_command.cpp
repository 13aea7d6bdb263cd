#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <ostream>

#include "query/commands.h"
#include "query/record_writer.h"
#include "schema/store.h"

namespace claimbase {
namespace {

void print(std::ostream& out, const Paint& paint, const std::vector<std::string>& problems, const StoreCounts& counts,
           const std::string& database) {
  for (const std::string& problem : problems) out << paint.warning("problem: " + problem) << '\n';
  out << counted(counts.articles, "article") << ", " << counted(counts.sentences, "sentence") << ", "
      << counted(counts.mentions, "mention") << " of " << counted(counts.claims, "claim") << ", "
      << counted(counts.references, "reference") << ", " << counted(counts.citations, "citation") << " ("
      << counts.unresolved_citations << " unresolved), " << counted(counts.evidence, "evidence link") << '\n';
  if (problems.empty()) {
    out << "nothing is wrong\n";
  } else {
    out << counted(static_cast<std::int64_t>(problems.size()), "problem")
        << "; mend with: claimbase-index rebuild --database " << one_line(database) << " FOLDER\n";
  }
}

}  // namespace

void add_check(CLI::App& app, CommandLine& line) {
  add_command(app, line, "check", "reads all of the store and says what is wrong with it", "check",
              {Format::text, Format::json}, [](Session& session) {
                Store store = Store::open(session.database, StoreMode::read_only);
                const std::vector<std::string> problems = store.check();
                const StoreCounts counts = store.counts();
                if (session.format == Format::text) {
                  print(session.out, session.paint, problems, counts, session.database.string());
                } else {
                  session.out << to_text(Json{{"problems", problems},
                                              {"articles", counts.articles},
                                              {"sentences", counts.sentences},
                                              {"claims", counts.claims},
                                              {"mentions", counts.mentions},
                                              {"references", counts.references},
                                              {"citations", counts.citations},
                                              {"unresolved_citations", counts.unresolved_citations},
                                              {"evidence", counts.evidence}})
                              << '\n';
                }
                return problems.empty() ? Exit::ok : Exit::no_match;
              });
}

}  // namespace claimbase
