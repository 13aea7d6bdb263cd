#include <nlohmann/json.hpp>
#include <ostream>

#include "query/bibtex.h"
#include "query/export.h"
#include "query/ris.h"
#include "query/work.h"

namespace claimbase {
namespace {

constexpr std::string_view kReferences = "SELECT key FROM reference ORDER BY id";

template <typename Write>
void each_work(const Database& db, const Write& write) {
  WorkReader reader(db);
  Statement references(db, kReferences);
  while (references.step() && write(reader.read(references.integer(0)))) {
  }
}

void write_records(const Database& db, std::ostream& out, OutputFormat format) {
  RecordWriter writer(out, format, reference_columns());
  each_work(db, [&writer](const Work& work) { return writer.write(csl_json(work)); });
  writer.finish();
}

void write_bibtex(const Database& db, std::ostream& out) {
  BibtexWriter writer;
  each_work(db, [&](const Work& work) {
    out << writer.entry(work.record, notice_line(work)) << '\n';
    return out.good();
  });
}

void write_ris(const Database& db, std::ostream& out) {
  each_work(db, [&out](const Work& work) {
    out << ris_entry(work.record, notice_line(work));
    return out.good();
  });
}

}  // namespace

void export_references(const Database& db, std::ostream& out, OutputFormat format) {
  switch (format) {
    case OutputFormat::bibtex:
      return write_bibtex(db, out);
    case OutputFormat::ris:
      return write_ris(db, out);
    case OutputFormat::text:
    case OutputFormat::json:
    case OutputFormat::jsonl:
    case OutputFormat::csv:
    case OutputFormat::csl_json:
    case OutputFormat::line:
    case OutputFormat::sarif:
    case OutputFormat::junit:
    case OutputFormat::html:
      return write_records(db, out, format);
  }
}

}  // namespace claimbase
