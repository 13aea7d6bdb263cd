#include "analysis/register/register_export.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "analysis/document/encoding.h"
#include "analysis/library/csv_rows.h"
#include "analysis/library/json_slices.h"
#include "analysis/register/export_row.h"
#include "analysis/register/held_entries.h"

namespace claimbase {
namespace {

using registers::Column;
using registers::ExportRow;
using Json = nlohmann::json;
using Columns = std::vector<std::optional<Column>>;

constexpr int kMostRowsAbove = 20;  // the names

std::string_view without_space(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

// The separator of a file whose first lines have the names of the columns; 0: none.
char separator_of(std::string_view text) {
  for (const char separator : {',', ';', '\t'}) {
    bool found = false;
    int rows = 0;
    library::each_csv_row(
        text,
        [&](const std::vector<std::string>& cells, std::size_t) {
          Columns columns;
          for (const std::string& cell : cells) columns.push_back(registers::column_named(cell));
          found = registers::is_header(columns);
          return !found && ++rows < kMostRowsAbove;
        },
        separator);
    if (found) return separator;
  }
  return 0;
}

std::string text_of(const Json& value) {
  if (value.is_string()) return value.get_ref<const std::string&>();
  if (value.is_number_integer()) return std::to_string(value.get<std::int64_t>());
  std::string text;
  if (!value.is_array()) return text;
  for (const Json& each : value) {
    if (each.is_string() || each.is_number_integer()) text += (text.empty() ? "" : " | ") + text_of(each);
  }
  return text;
}

void put(ExportRow& row, Column column, std::string_view value) {
  std::string& cell = row[static_cast<std::size_t>(column)];
  if (cell.empty()) cell = registers::one_line(value);
}

struct JsonRow {
  ExportRow cells;
  bool is_entry = false;
};

std::optional<JsonRow> read_object(std::string_view object) {
  const Json json = Json::parse(object, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  JsonRow row;
  Columns columns;
  for (const auto& [key, value] : json.items()) {
    columns.push_back(registers::column_named(key));
    if (columns.back()) put(row.cells, *columns.back(), text_of(value));
  }
  row.is_entry = registers::is_header(columns);
  return row;
}

class ExportReader {
 public:
  explicit ExportReader(std::string_view text) : text_(text) {}

  RegisterFile read_csv(char separator) {
    Columns columns;
    library::each_csv_row(
        text_,
        [&](const std::vector<std::string>& cells, std::size_t offset) {
          if (columns.empty()) {
            for (const std::string& cell : cells) columns.push_back(registers::column_named(cell));
            if (!registers::is_header(columns)) columns.clear();
            return true;
          }
          ExportRow row;
          for (std::size_t i = 0; i < std::min(cells.size(), columns.size()); ++i) {
            if (columns[i]) put(row, *columns[i], cells[i]);
          }
          if (std::ranges::any_of(row, [](const std::string& cell) { return !cell.empty(); })) add(row, offset);
          return true;
        },
        separator);
    return std::move(file_);
  }

  RegisterFile read_json() {
    library::each_json_object(text_, [&](std::string_view object, std::size_t offset) {
      const auto row = read_object(object);
      if (row && row->is_entry) {
        add(row->cells, offset);
      } else {
        read_inner(object, offset, row.has_value());
      }
    });
    return std::move(file_);
  }

 private:
  // The objects of the array within an object that is no entry.
  void read_inner(std::string_view object, std::size_t offset, bool is_json) {
    const std::size_t list = object.find('[');
    const std::size_t first = list == std::string_view::npos ? list : object.find_first_not_of(" \t\r\n", list + 1);
    if (first == std::string_view::npos || object[first] != '{') {
      say(offset, is_json ? "an object without the keys of an entry" : "an object that cannot be read");
      return;
    }
    library::each_json_object(object.substr(first), [&](std::string_view inner, std::size_t place) {
      const auto row = read_object(inner);
      if (row && row->is_entry) {
        add(row->cells, offset + first + place);
      } else {
        say(offset + first + place, row ? "an object without the keys of an entry" : "an object that cannot be read");
      }
    });
  }

  void say(std::size_t offset, std::string message) {
    file_.problems.push_back({line_of(offset), "register.row", std::move(message)});
  }

  void add(const ExportRow& row, std::size_t offset) {
    std::string problem;
    auto entry = registers::entry_of(row, problem);
    if (!entry) {
      say(offset, problem);
      return;
    }
    // Several entries of the list share a number: one opinion judged them.
    entry->id =
        "eu/" + (entry->entry_ids.empty() ? "line-" + std::to_string(line_of(offset)) : entry->entry_ids.front());
    const int before = ids_[entry->id]++;
    if (before > 0) entry->id += "/" + std::to_string(before + 1);
    entry->verified_en = "export";
    held_.complete(*entry);
    file_.entries.push_back(*std::move(entry));
  }

  // Offsets come in order.
  std::uint32_t line_of(std::size_t offset) {
    line_ += static_cast<std::uint32_t>(std::ranges::count(text_.substr(counted_, offset - counted_), '\n'));
    counted_ = offset;
    return line_;
  }

  std::string_view text_;
  registers::HeldEntries held_;
  std::map<std::string, int> ids_;
  std::size_t counted_ = 0;
  std::uint32_t line_ = 1;
  RegisterFile file_;
};

// In our own format the first line that is no comment has a basis in its sixth cell.
bool is_ours(std::string_view text) {
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.empty() || line.front() == '#' || line == "\r") continue;
    std::string_view rest = line;
    for (int column = 0; column < 5; ++column) {
      const std::size_t tab = rest.find('\t');
      if (tab == std::string_view::npos) return false;
      rest.remove_prefix(tab + 1);
    }
    return legal_basis_named(rest.substr(0, rest.find('\t'))).has_value();
  }
  return false;
}

RegisterFormat format_of(std::string_view text) {
  const std::string_view begin = without_space(text);
  if (begin.starts_with('[') || begin.starts_with('{')) return RegisterFormat::json;
  if (is_ours(text)) return RegisterFormat::ours;
  return separator_of(text) != 0 ? RegisterFormat::csv : RegisterFormat::unknown;
}

std::string_view text_of(const reading::DecodedText& decoded) {
  return std::string_view(decoded.text).substr(std::min<std::size_t>(decoded.begin, decoded.text.size()));
}

}  // namespace

RegisterFormat register_format(std::string_view bytes) {
  const reading::DecodedText decoded = reading::decode(bytes);
  return format_of(text_of(decoded));
}

RegisterFile read_register_file(std::string_view bytes) {
  const reading::DecodedText decoded = reading::decode(bytes);
  const std::string_view text = text_of(decoded);
  switch (format_of(text)) {
    case RegisterFormat::ours:
      return read_register(text);
    case RegisterFormat::csv:
      return ExportReader(text).read_csv(separator_of(text));
    case RegisterFormat::json:
      return ExportReader(text).read_json();
    case RegisterFormat::unknown:
      break;
  }
  return {{},
          {{1, "register.unknown-format",
            "neither an export of the register as CSV or JSON nor a file in the format of health_claims.tsv"}}};
}

}  // namespace claimbase
