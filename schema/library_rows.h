// The rows of one library file, or of one file of notices: written and taken out as a whole.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "schema/database.h"
#include "schema/records.h"
#include "schema/row_inserter.h"
#include "schema/work_rows.h"

namespace claimbase {

/// The statements that write libraries, prepared once. Every function runs inside a transaction of the caller.
class LibraryRows {
 public:
  /// Both must outlive it.
  LibraryRows(Database& db, WorkRows& works);

  /// See Store::replace_library.
  void replace(const LibraryRecordFile& file);
  /// False: there was none.
  bool remove(std::string_view path);

 private:
  bool take_out(std::string_view path);
  std::int64_t add_file(const LibraryRecordFile& file);
  void add_records(const LibraryRecordFile& file, std::int64_t key);
  template <typename Row, typename WorkOf>
  [[nodiscard]] std::vector<std::int64_t> described(const std::vector<Row>& rows, const WorkOf& work_of);
  void add_notices(const LibraryRecordFile& file, std::int64_t key);
  void add_diagnostics(const LibraryRecordFile& file, std::int64_t key);

  Database& db_;
  WorkRows& works_;
  Statement find_;
  Statement records_of_;
  Statement notices_of_;
  Statement notice_references_;
  Statement remove_;
  Statement add_file_;
  RowInserter add_record_;
  Statement add_notice_;
  Statement add_diagnostic_;
};

}  // namespace claimbase
