#include "analysis/document/table.h"

#include <algorithm>

#include "analysis/document/glued_table.h"
#include "analysis/document/text_shape.h"

namespace claimbase::reading {
namespace {

constexpr std::size_t kMostCells = 100;

// The cells between `separator`s; the empty ones outside a row's first and last pipe left out.
std::vector<ByteRange> split_cells(std::string_view text, ByteRange line, char separator) {
  std::vector<ByteRange> cells;
  std::uint32_t begin = line.begin;
  if (separator == '|' && text[begin] == '|') ++begin;
  for (std::uint32_t i = begin; i <= line.end; ++i) {
    const bool escaped = i > begin && i < line.end && text[i - 1] == '\\';
    const bool full = cells.size() + 1 >= kMostCells;
    if (i < line.end && (text[i] != separator || escaped || full)) continue;
    if (i == line.end && begin == line.end && separator == '|') break;
    cells.push_back(trim(text, {begin, i}));
    begin = i + 1;
  }
  return cells;
}

Table read_piped_table(std::string_view text, const std::vector<Line>& lines, std::size_t first) {
  const auto mark_of = [&](std::size_t i) { return read_mark(text, lines[i].range); };
  Table table;
  std::size_t i = first;
  for (; i < lines.size() && !lines[i].range.empty(); ++i) {
    const MarkedLine line = mark_of(i);
    if (line.mark == Mark::pipe_rule) {
      if (table.rows.size() == 1) table.rows.front().header = true;
      continue;
    }
    // A row without its outer pipes is one only under a rule.
    const bool bare = line.mark == Mark::none && line.content.of(text).find('|') != std::string_view::npos &&
                      (i > first || (i + 1 < lines.size() && mark_of(i + 1).mark == Mark::pipe_rule));
    if (line.mark != Mark::pipe_row && !bare) break;
    table.rows.push_back({i, false, split_cells(text, line.content, '|')});
  }
  if (!table.rows.empty()) table.line_count = i - first;
  return table;
}

std::size_t count_bars(std::string_view text, const Line& line) {
  std::size_t bars = 0;
  const std::string_view inside = line.range.of(text);
  for (std::size_t at = inside.find(" | "); at != std::string_view::npos; at = inside.find(" | ", at + 2)) ++bars;
  return bars;
}

// Rows that lost their outer pipes and the rule below the first: three or more, cut alike. One or two may be a trail of
// links.
Table read_barred_table(std::string_view text, const std::vector<Line>& lines, std::size_t first) {
  constexpr std::size_t kFewest = 3;
  const std::size_t bars = count_bars(text, lines[first]);
  if (bars == 0) return {};
  Table table;
  for (std::size_t i = first; i < lines.size() && count_bars(text, lines[i]) == bars; ++i) {
    const MarkedLine line = read_mark(text, lines[i].range);
    if (line.mark != Mark::none || ends_sentence(line.content.of(text))) break;
    table.rows.push_back({i, i == first, split_cells(text, line.content, '|')});
  }
  if (table.rows.size() < kFewest) return {};
  table.line_count = table.rows.size();
  return table;
}

std::size_t count_tabs(std::string_view text, const Line& line) {
  const std::string_view inside = line.range.of(text);
  return static_cast<std::size_t>(std::count(inside.begin(), inside.end(), '\t'));
}

Table read_tabbed_table(std::string_view text, const std::vector<Line>& lines, std::size_t first) {
  const std::size_t tabs = count_tabs(text, lines[first]);
  if (tabs == 0 || first + 1 >= lines.size() || count_tabs(text, lines[first + 1]) != tabs) return {};
  if (read_mark(text, lines[first].range).mark != Mark::none) return {};
  Table table;
  for (std::size_t i = first; i < lines.size() && count_tabs(text, lines[i]) == tabs; ++i) {
    table.rows.push_back({i, i == first, split_cells(text, lines[i].range, '\t')});
  }
  table.line_count = table.rows.size();
  return table;
}

bool holds(std::string_view text, const Line& line, char c) {
  return line.range.of(text).find(c) != std::string_view::npos;
}

}  // namespace

Table read_table(std::string_view text, const std::vector<Line>& lines, std::size_t first) {
  if (lines[first].range.empty()) return {};
  if (holds(text, lines[first], '|')) {
    Table piped = read_piped_table(text, lines, first);
    if (piped.line_count > 0) return piped;
    Table barred = read_barred_table(text, lines, first);
    if (barred.line_count > 0) return barred;
  }
  if (holds(text, lines[first], '\t')) {
    Table tabbed = read_tabbed_table(text, lines, first);
    if (tabbed.line_count > 0) return tabbed;
  }
  return read_glued_table(text, lines, first);
}

}  // namespace claimbase::reading
