#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>
#include <utility>

#include "query/commands.h"
#include "query/common_options.h"
#include "query/place.h"
#include "query/ranking_options.h"
#include "query/references.h"
#include "query/search.h"
#include "query/usage_error.h"
#include "schema/store.h"

namespace claimbase {
namespace {

// A term of many labels says enough by its first ones.
std::string shortened(const std::string& name) {
  constexpr std::size_t kMost = 60;
  const std::size_t cut = name.size() <= kMost ? std::string::npos : name.rfind(" / ", kMost);
  return cut == std::string::npos ? name : name.substr(0, cut) + " / ...";
}

Json json_of(const ScorePart& part) {
  return {{"term", part.name}, {"origin", to_string(part.origin)}, {"score", part.score}};
}

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

// The sentence, and what the score is made of.
void print_relevance(std::ostream& out, const Paint& paint, const Relevance& relevance) {
  if (!relevance.sentence.empty()) out << "    \"" << one_line(relevance.sentence) << "\"\n";
  if (relevance.parts.empty()) return;
  std::string why = fmt::format("why: {:.2f} =", relevance.score);
  for (const ScorePart& part : relevance.parts) {
    const std::string origin = part.origin == TermOrigin::typed ? "" : " (" + std::string(to_string(part.origin)) + ")";
    why += fmt::format("{} {:.2f} {}{}", &part == &relevance.parts.front() ? "" : " +", part.score,
                       shortened(part.name), origin);
  }
  out << "    " << paint.quiet(one_line(why)) << '\n';
}

void print(std::ostream& out, const Paint& paint, const ReferenceResult& result) {
  for (const std::string& note : result.notes) out << paint.quiet(note) << '\n';
  const std::string suggestion = suggestion_line(result.suggestion);
  if (!suggestion.empty()) out << paint.strong(one_line(suggestion)) << '\n';
  for (std::size_t i = 0; i < result.works.size(); ++i) {
    const Work& work = result.works[i];
    out << citation_line(work) << "\n    "
        << paint.quiet(design_line(work.record.study_design, work.record.level) + "; " + work.record.id) << '\n';
    print_notices(out, paint, work);
    if (i < result.relevance.size()) print_relevance(out, paint, result.relevance[i]);
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
  for (std::size_t i = 0; i < result.works.size(); ++i) {
    Json record = csl_json(result.works[i]);
    if (format != OutputFormat::csv && i < result.relevance.size()) {
      const Relevance& relevance = result.relevance[i];
      record["score"] = relevance.score;
      if (!relevance.sentence.empty()) record["sentence"] = relevance.sentence;
      for (const ScorePart& part : relevance.parts) record["parts"].push_back(json_of(part));
    }
    if (!writer.write(record)) return;
  }
  // Behind the works, of which there are next to none then.
  const std::string& suggestion = result.suggestion.query;
  if (format != OutputFormat::csv && !suggestion.empty() && !writer.write({{"suggestion", suggestion}})) return;
  writer.finish();
}

}  // namespace

void add_references(CLI::App& app, CommandLine& line) {
  struct Asked {
    std::vector<std::string> words;
    ReferenceOptions options;
    std::vector<std::string> settings;
  };
  const auto asked = std::make_shared<Asked>();
  CLI::App& command = add_command(
      app, line, "references", "the works that articles list and libraries hold", "references --level 1 bloeddruk",
      {OutputFormat::text, OutputFormat::json, OutputFormat::jsonl, OutputFormat::csv}, [asked](Session& session) {
        asked->options.typed = query_text(asked->words, session.in);
        if (!asked->options.claim.empty() && !asked->options.typed.empty()) {
          throw UsageError("words or --claim, not both");
        }
        apply_ranking_settings(asked->options.ranking, asked->settings);
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
  command
      .add_option("--claim", options.claim,
                  "works that could support this sentence, or magnesium:lowers:blood-pressure")
      ->type_name("CLAIM");
  command.add_flag("--explain", options.explain, "what each score is made of");
  command.add_flag("!--no-priors", options.ranking.priors, "study level and retraction do not count");
  add_ranking_settings(command, asked->settings);
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
