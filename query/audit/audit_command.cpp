#include <CLI/CLI.hpp>
#include <filesystem>
#include <future>
#include <istream>
#include <memory>
#include <optional>
#include <ostream>
#include <set>
#include <utility>

#include "analysis/compliance/built_in_wordings.h"
#include "analysis/convert/file_bytes.h"
#include "analysis/convert/pdf_text.h"
#include "analysis/document/format.h"
#include "analysis/language/function_words.h"
#include "query/audit/audit.h"
#include "query/audit/explain.h"
#include "query/audit/new_finding.h"
#include "query/audit/options.h"
#include "query/audit/register_file.h"
#include "query/audit/vocabulary_files.h"
#include "query/audit/write.h"
#include "query/commands.h"
#include "query/usage_error.h"
#include "schema/connection.h"
#include "schema/counts.h"

namespace claimbase {
namespace {

constexpr const char* kDefaultDatabase = "claimbase.db";

struct Asked {
  std::vector<std::string> files;
  AuditOptions options;
  bool no_index = false;
  std::string language;
  std::string read_as;
};

// Errors of the reader ("document.too-large") as findings: a file that was not read was not judged.
void add_unreadable(const AuditedFile& file, std::vector<Finding>& findings) {
  for (const Diagnostic& each : file.document.diagnostics) {
    if (each.severity != Severity::error) continue;
    findings.push_back(new_finding(file, {}, "audit.unreadable", {}, "not read: " + each.message));
  }
}

// What the lexicons are compiled for at once; another language is compiled when it is met.
std::string likely_language(const Asked& asked, const std::string& file) {
  if (!asked.language.empty()) return asked.language;
  return file != "-" && reads_as(read_file(file).bytes, "en") ? "en" : "nl";
}

AuditedFile unread(std::string path, std::string problem) {
  AuditedFile file;
  file.path = std::move(path);
  file.document.diagnostics.push_back({Severity::error, "document.unreadable", {}, std::move(problem)});
  return file;
}

Format format_asked(const std::string& name) {
  const std::optional<Format> format = format_from_string(name);
  if (!format) throw UsageError("--read-as: no format " + name + " (text, markdown, html, jats, docx, pdf)");
  return *format;
}

// The index that copy is held against. A store that was not asked for and is not there leaves the law alone.
std::optional<Database> open_index(const Asked& asked, const std::string& path, bool named, std::ostream& err) {
  if (asked.no_index) return std::nullopt;
  std::error_code error;
  if (!named && !std::filesystem::exists(path, error)) {
    err << "claimbase: no " << path << " here: judged by law only (claimbase-index update makes one)\n";
    return std::nullopt;
  }
  return open_lookup_reader(path);
}

AuditBasis basis_of(const Database* index, const std::string& database, const LoadedRegister& loaded) {
  AuditBasis basis;
  if (index != nullptr) {
    basis.database = database;
    if (const auto noted = noted_counts(*index)) {
      basis.articles = noted->articles;
      basis.references = noted->references;
    } else {
      basis.articles = index->integer("SELECT count(*) FROM article").value_or(0);
      basis.references = index->integer("SELECT count(*) FROM reference").value_or(0);
    }
  }
  basis.register_name = loaded.name;
  basis.register_date = loaded.date;
  basis.register_entries = static_cast<std::int64_t>(loaded.entries.size());
  return basis;
}

Exit audit(const Asked& asked, Session& session) {
  if (!asked.options.explain.empty()) {
    explain_rule(session.out, session.format, session.paint, asked.options.explain);
    return Exit::ok;
  }
  const AuditSettings settings = load_settings(asked.options);
  const std::vector<std::string> files = files_to_audit(asked.files, settings);
  if (files.empty()) throw UsageError("no file to audit: name files or folders, or set [paths] in .claimbase.toml");
  std::string database = session.database.string();
  const bool typed = database != kDefaultDatabase;
  if (!typed && !settings.database.empty()) database = settings.database;
  std::optional<Database> index = open_index(asked, database, typed || !settings.database.empty(), session.err);
  std::optional<Transaction> reading;
  if (index) reading.emplace(*index, Transaction::Kind::read);

  LoadedRegister loaded = load_register(settings.register_file, session.err);
  AuditReport report;
  report.basis = basis_of(index ? &*index : nullptr, database, loaded);
  const Vocabulary vocabulary = audit_vocabulary(settings.vocabulary, index ? &*index : nullptr, session.err);
  // The two lexicons take most of the time that a page takes: each on a core of its own.
  const std::string language = likely_language(asked, files.front());
  std::future<LawJudge> judging = std::async(std::launch::async, [&] {
    LawJudge made(std::move(loaded.entries), vocabulary,
                  settings.register_file.empty() ? built_in_wordings() : std::span<const ResourceEntry>());
    made.prepare(language);
    return made;
  });
  ClaimExtractor extractor(vocabulary, Annotates::copy);
  extractor.prepare(language);
  LawJudge judge = judging.get();
  const AuditTools tools{vocabulary, extractor, judge, index ? &*index : nullptr};
  ReadOptions options;
  options.language = asked.language;
  options.convert_pdf = convert_pdf;
  if (!asked.read_as.empty()) options.format = format_asked(asked.read_as);

  report.files.reserve(files.size());
  for (const std::string& path : files) {
    FileBytes read = path == "-" ? read_stream(session.in) : read_file(path);
    if (!read.problem.empty()) {
      report.files.push_back(unread(path, std::move(read.problem)));
      continue;
    }
    options.path = path;
    report.files.push_back(audit_file(tools, path, std::move(read.bytes), options));
  }
  for (const AuditedFile& file : report.files) add_unreadable(file, report.findings);
  std::ranges::move(findings_of(tools, report.files), std::back_inserter(report.findings));
  const AuditSummary summary = apply_settings(report, settings);
  write_audit(session.out, session.format, session.paint, report, summary);
  if (!asked.options.write_baseline.empty()) write_baseline_file(report, settings, asked.options.write_baseline);
  return audit_exit(report, settings.fail);
}

}  // namespace

void add_audit(CLI::App& app, CommandLine& line) {
  const auto asked = std::make_shared<Asked>();
  CLI::App& command =
      add_command(app, line, "audit", "judges copy by its sources in the index and by EU law on health claims",
                  "audit product.html --format sarif", audit_formats(),
                  [asked](Session& session) { return audit(*asked, session); });
  command.add_option("FILE", asked->files, "copy in any format that is read, folders of it, or - for standard input");
  command.add_flag("--no-index", asked->no_index, "by law only");
  command.add_option("--language", asked->language, "of the copy (nl, en); else detected")->type_name("CODE");
  command.add_option("--read-as", asked->read_as, "the format of the copy; else by its content")->type_name("FORMAT");
  add_audit_options(command, asked->options);
}

}  // namespace claimbase
