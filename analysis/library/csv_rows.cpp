#include "analysis/library/csv_rows.h"

namespace claimbase::library {
namespace {

/// Reads the cell at `at` and leaves `at` behind its separator. False: it is the last of its row.
bool read_cell(std::string_view text, std::size_t& at, std::string& cell, char separator) {
  cell.clear();
  bool quoted = at < text.size() && text[at] == '"';
  if (quoted) ++at;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted) {
      if (c != '"') {
        cell += c;
      } else if (text.substr(at + 1, 1) == "\"") {
        cell += c;
        ++at;
      } else {
        quoted = false;
      }
    } else if (c == separator) {
      ++at;
      return true;
    } else if (c == '\n') {
      ++at;
      return false;
    } else if (c != '\r') {
      cell += c;
    }
  }
  return false;
}

}  // namespace

void each_csv_row(std::string_view text,
                  const std::function<bool(const std::vector<std::string>& cells, std::size_t offset)>& use,
                  char separator) {
  std::vector<std::string> cells;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    cells.clear();
    bool more = true;
    while (more) {
      cells.emplace_back();
      more = read_cell(text, at, cells.back(), separator);
    }
    const bool empty = cells.size() == 1 && cells.front().empty();
    if (!empty && !use(cells, begin)) return;
  }
}

}  // namespace claimbase::library
