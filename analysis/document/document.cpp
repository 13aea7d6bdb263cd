#include "analysis/document/document.h"

#include <algorithm>

namespace claimbase {

std::string_view to_string(BlockKind kind) {
  switch (kind) {
    case BlockKind::title:
      return "title";
    case BlockKind::heading:
      return "heading";
    case BlockKind::paragraph:
      return "paragraph";
    case BlockKind::list_item:
      return "list_item";
    case BlockKind::table_header:
      return "table_header";
    case BlockKind::table_row:
      return "table_row";
    case BlockKind::question:
      return "question";
    case BlockKind::answer:
      return "answer";
    case BlockKind::caption:
      return "caption";
    case BlockKind::reference:
      return "reference";
  }
  return "";
}

std::string_view to_string(BlockRole role) {
  switch (role) {
    case BlockRole::content:
      return "content";
    case BlockRole::keywords:
      return "keywords";
    case BlockRole::contents:
      return "contents";
    case BlockRole::navigation:
      return "navigation";
    case BlockRole::promotion:
      return "promotion";
    case BlockRole::regulatory:
      return "regulatory";
    case BlockRole::disclaimer:
      return "disclaimer";
    case BlockRole::references:
      return "references";
    case BlockRole::metadata:
      return "metadata";
  }
  return "";
}

std::uint32_t Document::line_of(std::uint32_t offset) const {
  const auto after = std::upper_bound(line_starts.begin(), line_starts.end(), source_map.source_of(offset));
  return static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(after - line_starts.begin(), 1));
}

}  // namespace claimbase
