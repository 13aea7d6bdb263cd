#include <CLI/CLI.hpp>
#include <memory>

#include "query/commands.h"
#include "query/export.h"
#include "query/usage_error.h"
#include "schema/store.h"

namespace claimbase {
namespace {

Exit export_rows(Session& session, const std::string& what) {
  if (session.format == OutputFormat::text) throw UsageError("format text is for canonical only");
  const bool bibliographic = session.format == OutputFormat::csl_json || session.format == OutputFormat::bibtex ||
                             session.format == OutputFormat::ris;
  if (bibliographic && what != "references") {
    throw UsageError("format " + std::string(to_string(session.format)) + " is for references only");
  }
  Database db = open_reader(session.database);
  const Transaction reading(db, Transaction::Kind::read);
  if (what == "mentions") export_mentions(db, session.out, session.format);
  if (what == "citations") export_citations(db, session.out, session.format);
  if (what == "references") export_references(db, session.out, session.format);
  if (what == "claims") export_claims(db, session.out, session.format);
  return Exit::ok;
}

// All of the content and nothing else: what two stores are compared by. `format`: as it was asked for.
Exit export_canonical(Session& session, const std::string& format) {
  if (!format.empty() && format != to_string(OutputFormat::text))
    throw UsageError("canonical has the format text only");
  Store store = Store::open(session.database, StoreMode::read_only);
  const Transaction reading(store.database(), Transaction::Kind::read);
  store.canonical_dump(session.out);
  return Exit::ok;
}

}  // namespace

void add_export(CLI::App& app, CommandLine& line) {
  const auto what = std::make_shared<std::string>();
  CLI::App& command =
      add_command(app, line, "export", "all rows of one kind, for other programs", "export references --format bibtex",
                  {OutputFormat::jsonl, OutputFormat::json, OutputFormat::csv, OutputFormat::csl_json,
                   OutputFormat::bibtex, OutputFormat::ris, OutputFormat::text},
                  [what, &line](Session& session) {
                    return *what == "canonical" ? export_canonical(session, line.format) : export_rows(session, *what);
                  });
  command.add_option("WHAT", *what, "mentions, citations, references, claims, canonical")
      ->required()
      ->check(CLI::IsMember({"mentions", "citations", "references", "claims", "canonical"}));
}

}  // namespace claimbase
