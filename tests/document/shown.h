// A document's blocks as short lines, for exact comparison.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/document/reader.h"

namespace claimbase {

/// "kind[/role] [^heading] [<lead-in] [#number] [+level]: text", or the cells between bars.
inline std::string shown(const Document& document, const Block& block) {
  std::string out(to_string(block.kind));
  if (block.role != BlockRole::content) out.append("/").append(to_string(block.role));
  if (block.heading >= 0) out.append(" ^").append(std::to_string(block.heading));
  if (block.lead_in >= 0) out.append(" <").append(std::to_string(block.lead_in));
  if (block.number != 0) out.append(" #").append(std::to_string(block.number));
  if (block.level != 0) out.append(" +").append(std::to_string(block.level));
  out += ": ";
  if (block.cells.empty()) return out.append(block.range.of(document.text));
  for (std::size_t i = 0; i < block.cells.size(); ++i)
    out.append(i == 0 ? "" : "|").append(block.cells[i].of(document.text));
  return out;
}

inline std::vector<std::string> shown(std::string_view text) {
  const Document document = read_document(text);
  std::vector<std::string> lines;
  for (const Block& block : document.blocks) lines.push_back(shown(document, block));
  return lines;
}

}  // namespace claimbase
