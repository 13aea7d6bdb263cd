#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>
#include <utility>

#include "query/commands.h"
#include "query/common_options.h"
#include "query/place.h"
#include "query/references.h"
#include "query/search.h"
#include "schema/store.h"

namespace claimbase {
namespace {

// The notice that stands, and those before and beside it.
void print_notices(std::ostream& out, const Paint& paint, const Work& work) {
  if (work.notice.empty()) return;
  const auto found = std::ranges::find_if(work.notices, [&](const NoticeOnWork& each) {
    return each.nature == work.notice && each.date == work.notice_date;
  });
  const std::string reasons = found == work.notices.end() || found->reasons.empty() ? "" : ": " + found->reasons;
  out << "    " << paint.warning(notice_line(work) + reasons) << '\n';
  for (const NoticeOnWork& each : work.notices) {
    if (each.nature == work.notice && each.date == work.notice_date) continue;
    out << "    " << paint.quiet("also " + notice_line(each.nature, each.date)) << '\n';
  }
}

void print(std::ostream& out, const Paint& paint, const ReferenceResult& result) {
  for (const std::string& note : result.notes) out << paint.quiet(note) << '\n';
  for (const Work& work : result.works) {
    out << citation_line(work) << "\n    "
        << paint.quiet(design_line(work.record.study_design, work.record.level) + "; " + work.record.id) << '\n';
    print_notices(out, paint, work);
    for (const std::string& library : work.libraries) out << "    held by " << one_line(library) << '\n';
    for (const CitedBy& by : work.cited_by) {
      const int number = by.entry.number;
      const std::string entry = number > 0 ? " [" + std::to_string(number) + "]" : ", " + entry_name(by.entry);
      out << "    cited by " << one_line(by.article) << entry << ", " << counted(by.places, "place") << '\n';
    }
  }
  out << '\n' << counted(result.total, "reference");
  if (std::cmp_less(result.works.size(), result.total)) out << "; " << result.works.size() << " shown (--limit)";
  out << '\n';
}

void write(std::ostream& out, OutputFormat format, const ReferenceResult& result) {
  RecordWriter writer(out, format, reference_columns());
  for (const Work& work : result.works) {
    if (!writer.write(csl_json(work))) return;
  }
  writer.finish();
}

}  // namespace

void add_references(CLI::App& app, CommandLine& line) {
  struct Asked {
    std::vector<std::string> words;
    ReferenceOptions options;
  };
  const auto asked = std::make_shared<Asked>();
  CLI::App& command = add_command(
      app, line, "references", "the works that articles list and libraries hold", "references --level 1 bloeddruk",
      {OutputFormat::text, OutputFormat::json, OutputFormat::jsonl, OutputFormat::csv}, [asked](Session& session) {
        asked->options.typed = query_text(asked->words, session.in);
        Database db = open_reader(session.database);
        const Transaction reading(db, Transaction::Kind::read);
        const ReferenceResult result = find_references(db, asked->options);
        if (session.format == OutputFormat::text) {
          print(session.out, session.paint, result);
        } else {
          write(session.out, session.format, result);
        }
        return result.works.empty() ? Exit::no_match : Exit::ok;
      });
  ReferenceOptions& options = asked->options;
  command.add_option("WORDS", asked->words, "words of title, authors, journal or abstract; - reads standard input");
  command.add_option("--article", options.article, "listed by this article; * and ? stand for anything")
      ->type_name("GLOB");
  command.add_option("--design", options.design, "meta-analysis, randomised-trial ...")->type_name("NAME");
  command.add_option("--level", options.level, "of evidence, 1 (best) to 5 (OCEBM 2011); 0: unknown")
      ->type_name("N")
      ->check(CLI::Range(0, 5));
  command.add_option("--year", options.years, "2016 or 2016-2020")->type_name("YEARS");
  command.add_flag("--retracted", options.retracted, "only those that were retracted");
  command.add_flag("--unlinked", options.unlinked, "only those that no citation points at");
  command.add_flag("!--no-expand", options.expand, "the words as typed only");
  add_limit(command, options.limit);
}

}  // namespace claimbase
