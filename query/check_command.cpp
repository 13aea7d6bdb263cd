#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>
#include <utility>

#include "query/commands.h"
#include "query/common_options.h"
#include "query/findings.h"
#include "query/manifest.h"
#include "query/record_writer.h"
#include "schema/position.h"
#include "schema/store.h"
#include "schema/store_check.h"

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

std::string_view command_of(Mend mend) {
  return mend == Mend::update ? "update" : "repair";
}

// "2 files changed and 1 is gone since the last run: corpus/a.txt, corpus/b.txt ..."
std::string files_message(const ManifestFinding& files) {
  std::string message;
  if (files.changed > 0) message = counted(files.changed, "file") + " changed";
  if (files.gone > 0) {
    message += message.empty() ? counted(files.gone, "file") : " and " + std::to_string(files.gone);
    message += files.gone == 1 ? " is gone" : " are gone";
  }
  message += " since the last run: ";
  for (std::size_t i = 0; i < files.names.size(); ++i) message += (i == 0 ? "" : ", ") + files.names[i];
  return std::cmp_less(files.names.size(), files.changed + files.gone) ? message + " ..." : message;
}

struct Checked {
  std::vector<StoreProblem> problems;
  std::vector<std::string> sources;  // that are not here to be compared
  StoreCounts counts;
  FindingResult findings;
};

Checked check(const std::filesystem::path& database, std::size_t limit) {
  Store store = Store::open(database, StoreMode::read_only);
  Checked made;
  made.problems = find_store_problems(store.database(), false);
  if (std::ranges::find(made.problems, Mend::rebuild, &StoreProblem::mend) != made.problems.end()) return made;
  ManifestFinding files = compare_files(store.database());
  if (files.changed + files.gone > 0) made.problems.push_back({"store.files", files_message(files), Mend::update});
  made.sources = std::move(files.sources);
  made.counts = store.counts();
  made.findings = find_findings(store.database(), limit);
  return made;
}

// Where a part needs repair, that does the rest too.
std::string mend_line(const Checked& checked, const std::string& database) {
  const bool needs_repair =
      std::ranges::any_of(checked.problems, [](const StoreProblem& each) { return each.mend != Mend::update; });
  return counted(static_cast<std::int64_t>(checked.problems.size()), "problem") + "; mend with: claimbase-index " +
         (needs_repair ? "repair" : "update") + " --database " + one_line(database);
}

void print(std::ostream& out, const Paint& paint, const Checked& checked, const std::string& database) {
  for (const StoreProblem& each : checked.problems) {
    out << paint.warning("problem: " + one_line(each.message)) << ' ' << paint.quiet("[" + each.rule + "]") << '\n';
  }
  for (const std::string& each : checked.sources) {
    out << paint.quiet("not compared with its files, which are not here: " + one_line(each)) << '\n';
  }
  const StoreCounts& counts = checked.counts;
  out << counted(counts.articles, "article") << ", " << counted(counts.sentences, "sentence") << ", "
      << counted(counts.mentions, "mention") << " of " << counted(counts.claims, "claim") << ", "
      << counted(counts.references, "reference") << ", " << counted(counts.citations, "citation") << " ("
      << counts.unresolved_citations << " unresolved), " << counted(counts.evidence, "evidence link") << '\n';
  out << (checked.problems.empty() ? "nothing is wrong" : mend_line(checked, database)) << '\n';
  print_findings(out, paint, checked.findings);
}

Json to_json(const Checked& checked) {
  Json problems = Json::array();
  Json details = Json::array();
  for (const StoreProblem& each : checked.problems) {
    problems.push_back(each.message);
    details.push_back(Json{{"rule", each.rule}, {"message", each.message}, {"mend", command_of(each.mend)}});
  }
  const StoreCounts& counts = checked.counts;
  return Json{{"problems", problems},
              {"problem_details", details},
              {"missing_sources", checked.sources},
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
              {"findings", to_json(checked.findings)},
              {"all_findings", checked.findings.total}};
}

}  // namespace

void add_check(CLI::App& app, CommandLine& line) {
  const auto limit = std::make_shared<std::size_t>(100);
  CLI::App& command =
      add_command(app, line, "check", "reads all of the store, and says what is wrong with it or leads nowhere",
                  "check", {OutputFormat::text, OutputFormat::json}, [limit](Session& session) {
                    const Checked checked = check(session.database, *limit);
                    if (session.format == OutputFormat::text) {
                      print(session.out, session.paint, checked, session.database.string());
                    } else {
                      session.out << to_text(to_json(checked)) << '\n';
                    }
                    return checked.problems.empty() ? Exit::ok : Exit::no_match;
                  });
  add_limit(command, *limit);
}

}  // namespace claimbase
