// Records as JSON, JSON lines or CSV, written as they come.
#pragma once

#include <iosfwd>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "query/format.h"

namespace claimbase {

using Json = nlohmann::ordered_json;

/// A value on one line; bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string to_text(const Json& value);

/// CSV: the columns are the names of the first record; a list's items are joined by "; ", a list of objects and an
/// object are JSON. A spreadsheet is not guarded against: the fields are what the store holds.
class RecordWriter {
 public:
  /// json, jsonl or csv (csl_json: as json). `columns`: printed as CSV's first line, records or none.
  RecordWriter(std::ostream& out, OutputFormat format, std::vector<std::string> columns);

  /// False: nobody reads on.
  bool write(const Json& record);
  /// Must come after the last record.
  void finish();
  [[nodiscard]] std::size_t count() const { return count_; }

 private:
  void write_csv(const Json& record);
  std::ostream& out_;
  OutputFormat format_;
  std::vector<std::string> columns_;
  std::size_t count_ = 0;
};

}  // namespace claimbase
