// Tables of a page: of data, or of its layout.
#include <algorithm>

#include "analysis/document/html_node.h"
#include "analysis/document/html_walk.h"

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

int span_of(const GumboNode& cell) {
  const std::string_view span = attribute(cell, "colspan");
  return span.empty() || span.size() > 3 ? 1 : std::clamp(std::atoi(std::string(span).c_str()), 1, kWidestSpan);
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
  const auto cells = children_of(node);
  const bool all_headers =
      std::ranges::all_of(cells, [](const GumboNode* cell) { return tag_of(*cell) != GUMBO_TAG_TD; });
  open(start_of(place, head || all_headers ? BlockKind::table_header : BlockKind::table_row));
  place.in_cell = true;
  bool any = false;
  for (const GumboNode* cell : cells) {
    if (!is_cell(tag_of(*cell))) continue;
    build_.cell();
    add_anchor(*cell);
    children(*cell, place);
    any = any || build_.has_words();
    for (int span = span_of(*cell); span > 1; --span) build_.cell();
  }
  build_.close();
}

}  // namespace claimbase::reading
