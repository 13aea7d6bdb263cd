#include "query/record_writer.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "query/csv.h"

namespace claimbase {
namespace {

std::string cell(const Json& value) {
  if (value.is_null()) return "";
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array()) return to_text(value);
  if (std::ranges::any_of(value, [](const Json& item) { return item.is_structured(); })) return to_text(value);
  std::string joined;
  for (const Json& item : value) {
    if (!joined.empty()) joined += "; ";
    joined += cell(item);
  }
  return joined;
}

}  // namespace

std::string to_text(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

RecordWriter::RecordWriter(std::ostream& out, OutputFormat format, std::vector<std::string> columns)
    : out_(out), format_(format), columns_(std::move(columns)) {
  if (format_ != OutputFormat::csv) return;
  for (std::size_t i = 0; i < columns_.size(); ++i) out_ << (i == 0 ? "" : ",") << csv_field(columns_[i]);
  out_ << '\n';
}

bool RecordWriter::write(const Json& record) {
  ++count_;
  if (format_ == OutputFormat::csv) {
    write_csv(record);
  } else if (format_ == OutputFormat::jsonl) {
    out_ << to_text(record) << '\n';
  } else {
    out_ << (count_ == 1 ? "[\n" : ",\n") << to_text(record);
  }
  return out_.good();
}

void RecordWriter::write_csv(const Json& record) {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const auto found = record.find(columns_[i]);
    out_ << (i == 0 ? "" : ",") << (found == record.end() ? "" : csv_field(cell(*found)));
  }
  out_ << '\n';
}

void RecordWriter::finish() {
  if (format_ == OutputFormat::json || format_ == OutputFormat::csl_json) out_ << (count_ == 0 ? "[]\n" : "\n]\n");
}

}  // namespace claimbase
