// Markdown -> blocks, through MD4C (CommonMark with GitHub's tables). MD4C hands out its text as pointers into the
// input: that is where the exact source positions come from.
#pragma once

#include <cstdint>
#include <string_view>

#include "analysis/document/document.h"
#include "analysis/document/reader.h"

namespace claimbase::reading {

/// Reads `source` from byte `begin` on into `document`: text, blocks, marks (links, superscripts, named footnotes),
/// anchors, source map, and what the front matter says. Template tags, imports and components are left out, footnotes
/// and `sources:` of the front matter become reference blocks. Linear; memory a few times that of the source. What MD4C
/// would blow up (tables of empty cells, link definitions used again and again) ends the reading: rule
/// "markdown.cut-short", a warning. Over a bound blocks are empty: "document.too-deep", "document.too-slow".
void read_markdown(std::string_view source, std::uint32_t begin, const ReadBounds& bounds, Document& document);

}  // namespace claimbase::reading
