#include "schema/library_rows.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "schema/hexadecimal.h"
#include "schema/work_json.h"

namespace claimbase {
namespace {

constexpr std::string_view kAddFile =
    "INSERT INTO library(path, format, content_hash, size, modified, version, inode) VALUES (?1, ?2, ?3, ?4, ?5, ?6, "
    "?7)";
constexpr std::string_view kAddNotice =
    "INSERT INTO retraction_notice(library, ordinal, line, record_id, nature, date, doi, pmid, reasons, title, "
    "identity)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
constexpr std::string_view kAddDiagnostic =
    "INSERT INTO library_diagnostic(library, ordinal, severity, rule, line, message) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
// References of the work that a notice is about.
constexpr std::string_view kNoticeReferences =
    "SELECT r.key FROM identity AS i JOIN reference AS r ON r.id = i.work WHERE i.key = ?1";

/// Records whose JSON is in memory at one time.
constexpr std::size_t kAtOnce = 64;

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
      add_record_(db, "library_record", "library, ordinal, reference, line, name, fields, work, identity"),
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
  const std::vector<std::int64_t> identities =
      described(file.records, [](const LibraryRecordRow& record) { return &record.work; });
  for (std::size_t begin = 0; begin < file.records.size(); begin += kAtOnce) {
    const std::size_t count = std::min(kAtOnce, file.records.size() - begin);
    const auto records = std::span(file.records).subspan(begin, count);
    const auto identities_of = std::span(identities).subspan(begin, count);
    std::vector<Description> descriptions;
    descriptions.reserve(count);
    for (const LibraryRecordRow& record : records) descriptions.push_back({&record.work, "", to_json(record.work)});
    const std::vector<std::int64_t> references = works_.references_of(identities_of, descriptions);
    add_record_.insert(count, [&](RowValues& row, std::size_t i) {
      const LibraryRecordRow& record = records[i];
      row.bind(1, key).bind(2, begin + i).bind(3, references[i]).bind(4, record.line).bind(5, record.name);
      row.bind(6, count_fields(record.work)).bind(7, descriptions[i].json).bind(8, identities_of[i]);
    });
  }
}

// Of works that may be a million.
template <typename Row, typename WorkOf>
std::vector<std::int64_t> LibraryRows::described(const std::vector<Row>& rows, const WorkOf& work_of) {
  std::vector<std::int64_t> identities;
  identities.reserve(rows.size());
  std::vector<const ReferenceRecord*> works;
  works.reserve(kAtOnce);
  for (const Row& row : rows) {
    works.push_back(work_of(row));
    if (works.size() < kAtOnce && &row != &rows.back()) continue;
    for (const std::int64_t identity : works_.describe(works)) identities.push_back(identity);
    works.clear();
  }
  works_.resolve();
  return identities;
}

void LibraryRows::add_notices(const LibraryRecordFile& file, std::int64_t key) {
  const std::vector<std::int64_t> identities =
      described(file.notices, [](const RetractionRecord& notice) { return &notice.paper; });
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
