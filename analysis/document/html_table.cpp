// Tables of a page: of data, or of its layout.
#include <algorithm>

#include "analysis/document/html_node.h"
#include "analysis/document/html_walk.h"
#include "analysis/document/text_shape.h"

namespace claimbase::reading {
namespace {

constexpr std::uint32_t kLargestCell = 600;  // bytes of words; more is an article, not a value
constexpr int kWidestSpan = 20;

bool is_cell(GumboTag tag) {
  return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH;
}

struct TableShape {
  std::size_t columns = 0;  // of the widest row
  std::size_t rows = 0;
  bool headers = false;
  bool holds_blocks = false;  // headings, tables, lists of links: what no cell of data has
};

void look_at_cell(const GumboNode& node, TableShape& shape) {
  for (const GumboNode* child : children_of(node)) {
    const GumboTag tag = tag_of(*child);
    if (tag == GUMBO_TAG_TABLE || heading_level(tag) > 0) shape.holds_blocks = true;
    if (!shape.holds_blocks) look_at_cell(*child, shape);
  }
}

void look_at_rows(const GumboNode& node, TableShape& shape) {
  for (const GumboNode* child : children_of(node)) {
    const GumboTag tag = tag_of(*child);
    if (tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_THEAD || tag == GUMBO_TAG_TFOOT) look_at_rows(*child, shape);
    if (tag != GUMBO_TAG_TR) continue;
    ++shape.rows;
    std::size_t columns = 0;
    for (const GumboNode* cell : children_of(*child)) {
      if (!is_cell(tag_of(*cell))) continue;
      ++columns;
      shape.headers = shape.headers || tag_of(*cell) == GUMBO_TAG_TH;
      look_at_cell(*cell, shape);
    }
    shape.columns = std::max(shape.columns, columns);
  }
}

int span_of(const GumboNode& cell, std::string_view name) {
  const std::string_view span = attribute(cell, name);
  return span.empty() || span.size() > 3 ? 1 : std::clamp(std::atoi(std::string(span).c_str()), 1, kWidestSpan);
}

// Cells that are all <th>, or all bold in the first row: the names of the columns.
bool names_columns(const GumboNode& row) {
  const auto cells = children_of(row);
  const auto fits = [](const auto& is_name) {
    return [&](const GumboNode* cell) { return !is_cell(tag_of(*cell)) || is_name(*cell); };
  };
  const auto is_header = [](const GumboNode& cell) { return tag_of(cell) == GUMBO_TAG_TH; };
  if (std::ranges::all_of(cells, fits(is_header))) return true;
  const GumboNode* const part = row.parent;
  const bool first = part != nullptr && std::ranges::none_of(children_of(*part), [&](const GumboNode* each) {
                       return tag_of(*each) == GUMBO_TAG_TR && each->index_within_parent < row.index_within_parent;
                     });
  return first && std::ranges::all_of(cells, fits(is_bold_alone));
}

}  // namespace

bool HtmlWalker::is_layout(const GumboNode& table) const {
  const std::string_view role = attribute(table, "role");
  if (role == "presentation" || role == "none" || path_.contains(&table)) return true;
  TableShape shape;
  look_at_rows(table, shape);
  if (shape.holds_blocks || shape.columns < 2) return true;
  const HtmlMass mass = mass_of(table);
  return !shape.headers && (shape.rows < 2 || mass.words > kLargestCell * shape.rows * shape.columns);
}

void HtmlWalker::table(const GumboNode& node, const Place& place) {
  build_.close();
  if (is_layout(node)) {
    for (const GumboNode* child : children_of(node)) this->node(*child, place);
  } else {
    held_.clear();
    rows(node, place, false);
  }
  build_.close();
}

void HtmlWalker::rows(const GumboNode& node, const Place& place, bool head) {
  for (const GumboNode* child : children_of(node)) {
    switch (tag_of(*child)) {
      case GUMBO_TAG_THEAD:
      case GUMBO_TAG_TBODY:
      case GUMBO_TAG_TFOOT:
        rows(*child, place, tag_of(*child) == GUMBO_TAG_THEAD);
        break;
      case GUMBO_TAG_TR:
        row(*child, place, head);
        break;
      case GUMBO_TAG_CAPTION:
        this->node(*child, place);
        break;
      default:
        break;
    }
  }
}

void HtmlWalker::row(const GumboNode& node, Place place, bool head) {
  const bool empty = trim(words_of(node)).empty();
  if (!empty) open(start_of(place, head || names_columns(node) ? BlockKind::table_header : BlockKind::table_row));
  place.in_cell = true;
  column_ = 0;
  if (empty) {
    for (int& rows : held_) rows = std::max(rows - 1, 0);
    return;
  }
  cells(node, place);
  build_.close();
}

// An empty cell for each column that a cell above still takes.
void HtmlWalker::held_cells() {
  for (; column_ < held_.size() && held_[column_] > 0; ++column_) {
    --held_[column_];
    build_.cell();
  }
}

void HtmlWalker::cells(const GumboNode& row, const Place& place) {
  constexpr std::size_t kMostHeld = 50;  // columns; so that rows without cells stay small
  for (const GumboNode* cell : children_of(row)) {
    if (!is_cell(tag_of(*cell))) continue;
    held_cells();
    build_.cell();
    add_anchor(*cell);
    children(*cell, place);
    const int rows = span_of(*cell, "rowspan");
    for (int span = span_of(*cell, "colspan"); span > 0; --span, ++column_) {
      if (rows > 1 && column_ < kMostHeld) {
        held_.resize(std::max(held_.size(), column_ + 1));
        held_[column_] = rows - 1;
      }
      if (span > 1) build_.cell();
    }
  }
  held_cells();
}

}  // namespace claimbase::reading
