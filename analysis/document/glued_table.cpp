#include "analysis/document/glued_table.h"

#include <algorithm>
#include <utility>

#include "analysis/document/text_shape.h"

namespace claimbase::reading {
namespace {

constexpr std::uint32_t kLongestRow = 400;
constexpr std::uint32_t kLongestHeader = 120;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool can_be_row(std::string_view text, const Line& line) {
  return !line.range.empty() && line.range.size() <= kLongestRow && read_mark(text, line.range).mark == Mark::none;
}

struct RowCuts {
  bool can_be_row = false;
  std::vector<Cut> cuts;
};

bool is_cut(const std::vector<Cut>& cuts) {
  return std::any_of(cuts.begin(), cuts.end(), [](const Cut& cut) { return cut.strength >= 2; });
}

// The cuts that make `columns` cells of the line: the strongest, the first among equals.
std::vector<Cut> choose(std::vector<Cut> cuts, std::size_t wanted) {
  std::stable_sort(cuts.begin(), cuts.end(), [](const Cut& a, const Cut& b) { return a.strength > b.strength; });
  cuts.resize(std::min(cuts.size(), wanted));
  std::sort(cuts.begin(), cuts.end(), [](const Cut& a, const Cut& b) { return a.at < b.at; });
  return cuts;
}

// "Zwangere vrouwen 300": where a cell in the middle is empty, its spaces are what is left of it.
std::uint32_t last_number(std::string_view text, ByteRange line) {
  std::uint32_t begin = line.end;
  while (begin > line.begin && is_digit(text[begin - 1])) --begin;
  const bool spaced = begin > line.begin && trim(text, {line.begin, begin}).end < begin;  // U+00A0 is white space too
  return begin < line.end && spaced ? begin : line.end;
}

std::vector<ByteRange> cut_row(std::string_view text, const Line& line, const std::vector<Cut>& cuts,
                               std::size_t columns, bool indented) {
  std::vector<ByteRange> cells;
  if (indented && columns > 1) cells.push_back({line.range.begin, line.range.begin});
  const std::size_t wanted = columns - 1 - cells.size();
  const std::vector<Cut> chosen = choose(cuts, wanted);
  std::uint32_t begin = line.range.begin;
  for (const Cut& cut : chosen) {
    cells.push_back(trim(text, {begin, cut.at}));
    begin = cut.at;
  }
  const std::uint32_t number = last_number(text, {begin, line.range.end});
  if (cells.size() + 1 < columns && number < line.range.end) {
    cells.push_back(trim(text, {begin, number}));
    while (cells.size() + 1 < columns) cells.push_back({number, number});
    begin = number;
  }
  cells.push_back(trim(text, {begin, line.range.end}));
  return cells;
}

bool is_header(std::string_view text, const TableRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(), [&](ByteRange cell) {
    const std::string_view words = cell.of(text);
    return cell.size() < 60 && words.find(',') == std::string_view::npos && !ends_sentence(words);
  });
}

}  // namespace

Table read_glued_table(std::string_view text, const std::vector<Line>& lines, std::size_t first) {
  const auto line_at = [&](std::size_t i) {
    if (i >= lines.size() || !can_be_row(text, lines[i])) return RowCuts{};
    return RowCuts{true, find_cuts(text, lines[i].range)};
  };
  if (first >= lines.size() || lines[first].range.size() > kLongestHeader) return {};
  RowCuts line = line_at(first);
  if (!is_cut(line.cuts)) return {};
  RowCuts below = line_at(first + 1);
  // "Vitamine DVette vis" is weak evidence: two such rows are asked for.
  if (below.cuts.empty() || (!is_cut(below.cuts) && line_at(first + 2).cuts.empty())) return {};
  const auto columns = 1 + static_cast<std::size_t>(std::count_if(line.cuts.begin(), line.cuts.end(),
                                                                  [](const Cut& cut) { return cut.strength >= 2; }));
  Table table;
  bool numbers = false;  // the last column is one of numbers
  for (std::size_t i = first; line.can_be_row; ++i) {
    const std::vector<Cut>& cuts = line.cuts;
    const bool number_ends = is_digit(text[lines[i].range.end - 1]);
    const bool row = is_cut(cuts) || (numbers && number_ends) ||
                     (!cuts.empty() && !ends_sentence(lines[i].range.of(text))) ||
                     (lines[i].range.size() <= kLongestHeader && is_cut(below.cuts));
    if (!row) break;
    numbers = numbers || (number_ends && is_cut(cuts));
    table.rows.push_back({i, false, cut_row(text, lines[i], cuts, columns, lines[i].indent > lines[first].indent)});
    line = std::exchange(below, line_at(i + 2));
  }
  table.line_count = table.rows.size();
  table.rows.front().header = is_header(text, table.rows.front());
  return table;
}

}  // namespace claimbase::reading
