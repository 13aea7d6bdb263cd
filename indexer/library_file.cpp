#include <utility>

#include "analysis/convert/file_bytes.h"
#include "analysis/library/library.h"
#include "analysis/library/retractions.h"
#include "indexer/libraries.h"
#include "indexer/mapping.h"
#include "indexer/settled_time.h"

namespace claimbase {
namespace {

void add_diagnostics(ReadLibrary& made, const std::vector<LibraryDiagnostic>& diagnostics, const std::string& shown) {
  for (const LibraryDiagnostic& each : diagnostics) {
    made.problems.push_back({shown, each.line, each.severity, each.rule, each.message});
    made.file.diagnostics.push_back({std::string(to_string(each.severity)), each.rule, each.line, each.message});
  }
}

void read_records(ReadLibrary& made, std::string_view bytes, const std::string& shown) {
  const LibraryFile library = read_library(bytes);
  add_diagnostics(made, library.diagnostics, shown);
  if (!library.format) return;
  made.kind = ReadLibrary::Kind::read;
  made.file.format = to_string(*library.format);
  made.file.records.reserve(library.records.size());
  for (const LibraryRecord& each : library.records) made.file.records.push_back({each.line, each.key, to_record(each)});
}

void read_notices(ReadLibrary& made, std::string_view bytes, const std::string& shown) {
  const RetractionFile notices = read_retractions(bytes);
  add_diagnostics(made, notices.diagnostics, shown);
  if (!notices.known) return;
  made.kind = ReadLibrary::Kind::read;
  made.file.format = "retraction-watch";
  made.file.notices.reserve(notices.notices.size());
  for (const RetractionNotice& each : notices.notices) made.file.notices.push_back(to_record(each));
}

}  // namespace

ReadLibrary read_library_file(const PendingLibrary& pending) {
  ReadLibrary made;
  const std::string shown = pending.shown.string();
  made.modified = settled_time(pending.stat.modified, now_in_nanoseconds());
  const FileBytes read = read_file(pending.path, kLargestLibrary);
  if (!read.problem.empty()) {
    made.problems.push_back({shown, 0, Severity::error, read.too_large ? "library.too-large" : "library.unreadable",
                             "not read: " + read.problem});
    return made;
  }
  std::string hash = content_hash(read.bytes);
  if (!pending.stored_hash.empty() && hash == pending.stored_hash) {
    made.kind = ReadLibrary::Kind::touched;
    return made;
  }
  made.file.path = pending.id;
  made.file.content_hash = std::move(hash);
  made.file.size = pending.stat.size;
  made.file.inode = pending.stat.inode;
  made.file.modified = made.modified;
  made.file.version = library_version();
  pending.retractions ? read_notices(made, read.bytes, shown) : read_records(made, read.bytes, shown);
  return made;
}

}  // namespace claimbase
