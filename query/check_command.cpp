#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>
#include <utility>

#include "query/commands.h"
#include "query/common_options.h"
#include "query/findings.h"
#include "query/record_writer.h"
#include "schema/position.h"
#include "schema/store.h"

namespace claimbase {
namespace {

void print_findings(std::ostream& out, const Paint& paint, const FindingResult& result) {
  if (result.total == 0) return;
  out << '\n';
  for (const StoreFinding& each : result.findings) {
    out << paint.strong(position_of(each.article, each.format, each.line)) << ": " << one_line(each.message) << ' '
        << paint.quiet("[" + each.rule + "]") << '\n';
  }
  out << counted(result.total, "thing") << " to look at";
  if (std::cmp_less(result.findings.size(), result.total)) out << "; " << result.findings.size() << " shown (--limit)";
  out << '\n';
}

Json to_json(const FindingResult& result) {
  Json list = Json::array();
  for (const StoreFinding& each : result.findings) {
    list.push_back(Json{{"rule", each.rule},
                        {"article", each.article},
                        {"line", each.line},
                        {"reference", each.reference.empty() ? Json(nullptr) : Json(each.reference)},
                        {"message", each.message}});
  }
  return list;
}

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
  const auto limit = std::make_shared<std::size_t>(100);
  CLI::App& command =
      add_command(app, line, "check", "reads all of the store, and says what is wrong with it or leads nowhere",
                  "check", {OutputFormat::text, OutputFormat::json}, [limit](Session& session) {
                    Store store = Store::open(session.database, StoreMode::read_only);
                    const std::vector<std::string> problems = store.check();
                    const StoreCounts counts = store.counts();
                    const FindingResult found = find_findings(store.database(), *limit);
                    if (session.format == OutputFormat::text) {
                      print(session.out, session.paint, problems, counts, session.database.string());
                      print_findings(session.out, session.paint, found);
                    } else {
                      session.out << to_text(Json{{"problems", problems},
                                                  {"articles", counts.articles},
                                                  {"sentences", counts.sentences},
                                                  {"claims", counts.claims},
                                                  {"mentions", counts.mentions},
                                                  {"references", counts.references},
                                                  {"citations", counts.citations},
                                                  {"unresolved_citations", counts.unresolved_citations},
                                                  {"evidence", counts.evidence},
                                                  {"libraries", counts.libraries},
                                                  {"library_records", counts.library_records},
                                                  {"notices", counts.notices},
                                                  {"retracted", counts.retracted},
                                                  {"findings", to_json(found)},
                                                  {"all_findings", found.total}})
                                  << '\n';
                    }
                    return problems.empty() ? Exit::ok : Exit::no_match;
                  });
  add_limit(command, *limit);
}

}  // namespace claimbase
