#include <algorithm>
#include <pugixml.hpp>

#include "analysis/document/jats_text.h"
#include "analysis/document/jats_walk.h"

namespace claimbase::reading {
namespace {

constexpr int kMostSpanned = 100;  // columns or rows: no table of an article is larger

int span_of(pugi::xml_node cell, const char* name) {
  return std::clamp(cell.attribute(name).as_int(1), 1, kMostSpanned);
}

bool all_header_cells(pugi::xml_node row) {
  bool any = false;
  for (const pugi::xml_node cell : row.children()) {
    if (cell.type() != pugi::node_element) continue;
    if (local_name(cell) != "th") return false;
    any = true;
  }
  return any;
}

}  // namespace

void JatsWalk::table(pugi::xml_node node) {
  std::vector<int> spans;
  bool begun = false;
  for (const pugi::xml_node part : node.children()) {
    const std::string_view name = local_name(part);
    if (name == "tr") {
      row(part, !begun && all_header_cells(part), spans);
      begun = true;
    }
    if (name != "thead" && name != "tbody" && name != "tfoot") continue;
    for (const pugi::xml_node each : part.children("tr")) {
      row(each, name == "thead" || (!begun && all_header_cells(each)), spans);
      begun = true;
    }
  }
}

// A cell that reaches over columns or rows leaves empty ones there, so that cells stay under their headers.
void JatsWalk::row(pugi::xml_node node, bool header, std::vector<int>& spans) {
  builder_.open({.kind = header ? BlockKind::table_header : BlockKind::table_row, .role = role_, .settled = true});
  std::size_t column = 0;
  const auto skip_spanned = [&] {
    for (; column < spans.size() && spans[column] > 0; ++column) {
      --spans[column];
      builder_.cell();
    }
  };
  for (const pugi::xml_node cell : node.children()) {
    if (cell.type() != pugi::node_element) continue;
    skip_spanned();
    const int width = span_of(cell, "colspan");
    const int height = span_of(cell, "rowspan");
    for (int i = 0; i < width; ++i, ++column) {
      builder_.cell();
      if (i == 0) inlines(cell);
      if (spans.size() <= column) spans.resize(column + 1);
      spans[column] = height - 1;
    }
  }
  skip_spanned();
  builder_.close();
}

}  // namespace claimbase::reading
