#include <algorithm>

#include "analysis/document/docx_walk.h"
#include "analysis/document/office_xml.h"

namespace claimbase::reading {
namespace {

constexpr int kWidestSpan = 64;
constexpr std::size_t kLongestHeader = 60;  // bytes of a cell

std::vector<pugi::xml_node> named(pugi::xml_node parent, std::string_view name) {
  std::vector<pugi::xml_node> found;
  for (const pugi::xml_node child : parent.children()) {
    const std::string_view own = local_name_of(child);
    if (own == name) found.push_back(child);
    if (own == "sdt") {
      for (const pugi::xml_node each : child_of(child, "sdtContent").children()) {
        if (local_name_of(each) == name) found.push_back(each);
      }
    }
  }
  return found;
}

bool is_deleted(pugi::xml_node row) {
  return is_said(child_of(row, "trPr"), "del");
}

bool says_first_row_is_header(pugi::xml_node table) {
  const pugi::xml_node look = child_of(child_of(table, "tblPr"), "tblLook");
  const std::string_view first = attribute_in(look, "firstRow");
  if (!first.empty()) return first == "1" || first == "true";
  constexpr std::string_view kHexadecimal = "0123456789ABCDEF";
  const std::string_view bits = attribute_in(look, "val");  // "04A0": bit 5
  return bits.size() == 4 && (kHexadecimal.find(bits[2]) & 2U) != 0 && kHexadecimal.find(bits[2]) < 16;
}

std::string words_in(pugi::xml_node node, std::size_t limit) {
  std::string made;
  for (pugi::xml_node at = node.first_child(); at && at != node && made.size() < limit;) {
    if (local_name_of(at) == "t") made += at.child_value();
    if (at.first_child() && local_name_of(at) != "del") {
      at = at.first_child();
      continue;
    }
    while (at != node && !at.next_sibling()) at = at.parent();
    if (at != node) at = at.next_sibling();
  }
  return made;
}

// Word says "first row" of nearly every table; a header's cells are short and hold no numbers.
bool looks_like_header(pugi::xml_node row) {
  const auto cells = named(row, "tc");
  return std::ranges::all_of(cells.begin() + (cells.empty() ? 0 : 1), cells.end(), [](pugi::xml_node cell) {
    const std::string words = words_in(cell, kLongestHeader + 1);
    return !words.empty() && words.size() <= kLongestHeader && (words.front() < '0' || words.front() > '9');
  });
}

bool is_heading(pugi::xml_node paragraph, const DocxStyles& styles) {
  const int outline = styles.of(value_of(child_of(paragraph, "pPr"), "pStyle")).outline;
  return outline >= 0 && outline < 9;
}

}  // namespace

// One row or column, or headings inside: made to place things on the page.
void DocxWalk::table(pugi::xml_node node) {
  if (!enter()) return leave();
  const Nodes rows = named(node, "tr");
  std::size_t columns = 0;
  bool headings = false;
  for (const pugi::xml_node row : rows) {
    const Nodes cells = named(row, "tc");
    columns = std::max(columns, cells.size());
    for (const pugi::xml_node cell : cells) {
      headings = headings || std::ranges::any_of(cell.children(), [&](pugi::xml_node each) {
                   return local_name_of(each) == "p" && is_heading(each, styles_);
                 });
    }
  }
  if (rows.size() < 2 || columns < 2 || headings) {
    for (const pugi::xml_node row : rows) {
      if (is_deleted(row)) continue;
      for (const pugi::xml_node cell : named(row, "tc")) blocks(cell);
    }
    return leave();
  }
  bool header = true;  // only the first rows can be
  for (std::size_t i = 0; i < rows.size() && fault_ == WalkFault::none; ++i) {
    if (is_deleted(rows[i])) continue;
    const bool by_look = i == 0 && says_first_row_is_header(node) && looks_like_header(rows[i]);
    header = header && (is_on(child_of(rows[i], "trPr"), "tblHeader") || by_look);
    row(rows[i], header);
  }
  builder_.close();
  leave();
}

void DocxWalk::row(pugi::xml_node node, bool header) {
  builder_.open({.kind = header ? BlockKind::table_header : BlockKind::table_row});
  for (const pugi::xml_node cell : named(node, "tc")) {
    builder_.cell();
    const pugi::xml_node properties = child_of(cell, "tcPr");
    cell_words(cell);
    for (int span = std::clamp(number_of(properties, "gridSpan", 1), 1, kWidestSpan); span > 1; --span) builder_.cell();
  }
  builder_.close();
  bold_words_ = other_words_ = false;
  text_boxes_.clear();
}

void DocxWalk::cell_words(pugi::xml_node node) {
  if (enter()) {
    for (pugi::xml_node child = node.first_child(); child && fault_ == WalkFault::none; child = child.next_sibling()) {
      const std::string_view name = local_name_of(child);
      if (name == "p") {
        paragraph_words(child);
        builder_.space(source_);
      } else if (name != "tcPr" && name != "trPr" && name != "tblPr" && name != "sdtPr" && name != "del") {
        cell_words(child);
      }
    }
  }
  leave();
}

}  // namespace claimbase::reading
