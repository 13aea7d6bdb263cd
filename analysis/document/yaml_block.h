// The YAML block at the head of a Markdown file, line by line. What YAML writes by hand in front of articles is a small
// part of the language, and is often broken (never closed, an unquoted colon, a tab): a strict parser would give up the
// title for that. Read are "key: value" at the margin, and lists of strings or of "key: value" groups below a key.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "analysis/language/byte_range.h"

namespace claimbase::reading {

struct YamlLine {
  ByteRange line;  // without white space at its ends
  std::uint32_t indent = 0;
  bool item = false;  // "- ..."
  ByteRange key;      // empty: none
  ByteRange value;    // behind the colon, or the item's text; without quotes
};

struct YamlBlock {
  std::vector<YamlLine> lines;  // empty ones and the fences left out
  std::uint32_t end = 0;        // where the article starts
};

/// The block that starts at byte `begin` of `text` (blank lines before it aside): between "---" lines, or, never
/// closed, up to the first line that is no YAML, or a blank one before a line without a key. At most 1,000 lines.
[[nodiscard]] std::optional<YamlBlock> read_yaml_block(std::string_view text, std::uint32_t begin);

/// The strings of a flow list ("[a, 'b, c']"), without quotes. Empty where `value` is none.
[[nodiscard]] std::vector<ByteRange> read_flow_list(std::string_view text, ByteRange value);

}  // namespace claimbase::reading
