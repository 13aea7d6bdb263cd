#include "schema/library_rows.h"

#include <string>
#include <vector>

#include "schema/hexadecimal.h"
#include "schema/work_json.h"

namespace claimbase {
namespace {

constexpr std::string_view kAddFile =
    "INSERT INTO library(path, format, content_hash, size, modified, version, inode) VALUES (?1, ?2, ?3, ?4, ?5, ?6, "
    "?7)";
constexpr std::string_view kAddRecord =
    "INSERT INTO library_record(library, ordinal, reference, line, name, fields, work, identity)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
constexpr std::string_view kAddNotice =
    "INSERT INTO retraction_notice(library, ordinal, line, record_id, nature, date, doi, pmid, reasons, title, "
    "identity)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
constexpr std::string_view kAddDiagnostic =
    "INSERT INTO library_diagnostic(library, ordinal, severity, rule, line, message) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
// References of the work that a notice is about.
constexpr std::string_view kNoticeReferences =
    "SELECT r.key FROM identity AS i JOIN reference AS r ON r.id = i.work WHERE i.key = ?1";

}  // namespace

LibraryRows::LibraryRows(Database& db, WorkRows& works)
    : db_(db),
      works_(works),
      find_(db, "SELECT key FROM library WHERE path = ?1"),
      records_of_(db, "SELECT DISTINCT reference, identity FROM library_record WHERE library = ?1"),
      notices_of_(db, "SELECT DISTINCT identity FROM retraction_notice WHERE library = ?1"),
      notice_references_(db, kNoticeReferences),
      remove_(db, "DELETE FROM library WHERE key = ?1"),
      add_file_(db, kAddFile),
      add_record_(db, kAddRecord),
      add_notice_(db, kAddNotice),
      add_diagnostic_(db, kAddDiagnostic) {}

void LibraryRows::replace(const LibraryRecordFile& file) {
  take_out(file.path);
  const std::int64_t key = add_file(file);
  add_records(file, key);
  add_notices(file, key);
  add_diagnostics(file, key);
  works_.settle();
}

bool LibraryRows::remove(std::string_view path) {
  const bool found = take_out(path);
  works_.resolve();
  works_.settle();
  return found;
}

bool LibraryRows::take_out(std::string_view path) {
  std::int64_t key = 0;
  for (find_.bind(1, path); find_.step();) key = find_.integer(0);
  if (key == 0) return false;
  for (records_of_.bind(1, key); records_of_.step();) {
    works_.changed(records_of_.integer(0));
    works_.drop(records_of_.integer(1));
  }
  for (notices_of_.bind(1, key); notices_of_.step();) {
    for (notice_references_.bind(1, notices_of_.integer(0)); notice_references_.step();) {
      works_.changed(notice_references_.integer(0));
    }
    works_.drop(notices_of_.integer(0));
  }
  remove_.bind(1, key).run();  // takes all rows of the file with it
  return true;
}

std::int64_t LibraryRows::add_file(const LibraryRecordFile& file) {
  const std::string version = to_hexadecimal(file.version);
  add_file_.bind(1, file.path).bind(2, file.format).bind(3, file.content_hash).bind(4, file.size);
  add_file_.bind(5, file.modified).bind(6, version).bind(7, file.inode).run();
  return db_.last_insert_rowid();
}

void LibraryRows::add_records(const LibraryRecordFile& file, std::int64_t key) {
  std::vector<std::int64_t> identities;
  identities.reserve(file.records.size());
  for (const auto& record : file.records) identities.push_back(works_.describe(record.work));
  works_.resolve();
  for (std::size_t i = 0; i < file.records.size(); ++i) {
    const LibraryRecordRow& record = file.records[i];
    const std::string work = to_json(record.work);
    const std::int64_t reference = works_.reference_of(identities[i]);
    add_record_.bind(1, key).bind(2, i).bind(3, reference).bind(4, record.line).bind(5, record.name);
    add_record_.bind(6, count_fields(record.work)).bind(7, work).bind(8, identities[i]).run();
  }
}

void LibraryRows::add_notices(const LibraryRecordFile& file, std::int64_t key) {
  std::vector<std::int64_t> identities;
  identities.reserve(file.notices.size());
  for (const auto& notice : file.notices) identities.push_back(works_.describe(notice.paper));
  works_.resolve();
  for (std::size_t i = 0; i < file.notices.size(); ++i) {
    const RetractionRecord& notice = file.notices[i];
    add_notice_.bind(1, key).bind(2, i).bind(3, notice.line).bind(4, notice.record_id).bind(5, notice.nature);
    add_notice_.bind(6, notice.date).bind(7, notice.doi).bind(8, notice.pmid).bind(9, notice.reasons);
    add_notice_.bind(10, notice.paper.title).bind(11, identities[i]).run();
    for (notice_references_.bind(1, identities[i]); notice_references_.step();) {
      works_.changed(notice_references_.integer(0));
    }
  }
}

void LibraryRows::add_diagnostics(const LibraryRecordFile& file, std::int64_t key) {
  std::size_t ordinal = 0;
  for (const auto& found : file.diagnostics) {
    add_diagnostic_.bind(1, key).bind(2, ordinal++).bind(3, found.severity).bind(4, found.rule);
    add_diagnostic_.bind(5, found.line).bind(6, found.message).run();
  }
}

}  // namespace claimbase
