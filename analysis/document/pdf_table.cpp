#include "analysis/document/pdf_table.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace claimbase::reading {
namespace {

constexpr double kNextRow = 3;          // of the size: further down another thing begins
constexpr std::size_t kMostBytes = 40;  // of a cell, on average: more is prose in columns

struct Column {
  double left = 0;
  double right = 0;
};

double bottom_of(const PdfRow& row) {
  double bottom = row.front().box.bottom;
  for (const PdfLine& piece : row) bottom = std::max(bottom, piece.box.bottom);
  return bottom;
}

bool follows(const PdfRow& above, const PdfRow& below) {
  return below.front().box.top - bottom_of(above) < kNextRow * above.front().size;
}

// The columns with those of another row: what overlaps is one. Sorted by place; as few as a row can have.
void widen(std::vector<Column>& columns, const PdfRow& row) {
  for (const PdfLine& piece : row) columns.push_back({piece.box.left, piece.box.right});
  std::ranges::sort(columns, {}, &Column::left);
  std::vector<Column> made;
  for (const Column& each : columns) {
    if (!made.empty() && each.left <= made.back().right) {
      made.back().right = std::max(made.back().right, each.right);
    } else {
      made.push_back(each);
    }
  }
  columns = std::move(made);
}

std::size_t column_of(const std::vector<Column>& columns, const PdfLine& piece) {
  const auto after = std::ranges::upper_bound(columns, piece.box.left, {}, &Column::left);
  return after == columns.begin() ? 0 : static_cast<std::size_t>(after - columns.begin()) - 1;
}

bool goes_on(const std::vector<Column>& columns, const PdfRow& above, const PdfRow& row) {
  return row.front().box.top - bottom_of(above) < 0.5 * above.front().size && column_of(columns, row.front()) > 0 &&
         row.front().box.left >= columns[1].left - 1;
}

void append(PdfLine& cell, const PdfLine& piece) {
  std::ranges::copy(piece.words, std::back_inserter(cell.words));
}

}  // namespace

std::size_t take_table(const std::vector<PdfRow>& rows, std::size_t first, std::vector<PdfItem>& items) {
  std::vector<Column> columns;
  std::vector<std::size_t> starts;  // rows with a first cell
  std::size_t end = first;
  std::size_t bytes = 0;
  std::size_t pieces = 0;
  for (; end < rows.size(); ++end) {
    const PdfRow& row = rows[end];
    if (end > first && !follows(rows[end - 1], row)) break;
    if (columns.size() >= 2 && goes_on(columns, rows[end - 1], row)) continue;
    if (row.size() < 2) break;
    std::vector<Column> wider = columns;
    widen(wider, row);
    // A row that bridges columns ends the table.
    if (wider.size() < 2 || (!columns.empty() && wider.size() < columns.size())) break;
    columns = std::move(wider);
    starts.push_back(end);
    for (const PdfLine& piece : row) bytes += words_of(piece).size();
    pieces += row.size();
    constexpr std::size_t kEnough = 8;
    if (starts.size() >= kEnough && bytes > kMostBytes * pieces) return 0;
  }
  if (starts.size() < 2 || bytes > kMostBytes * pieces) return 0;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    PdfItem item;
    item.cells.resize(columns.size());
    const std::size_t until = i + 1 < starts.size() ? starts[i + 1] : end;
    for (std::size_t at = starts[i]; at < until; ++at) {
      for (const PdfLine& piece : rows[at]) append(item.cells[column_of(columns, piece)], piece);
    }
    item.line = rows[starts[i]].front();
    items.push_back(std::move(item));
  }
  return end - first;
}

}  // namespace claimbase::reading
