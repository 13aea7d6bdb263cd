// What a Markdown file holds beside Markdown: template tags, imports, components, tables of contents, footnotes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/language/byte_range.h"

namespace claimbase::reading {

struct Footnote {
  ByteRange label;  // between "[^" and "]"
  ByteRange body;   // behind the colon, over all its lines
};

/// Bytes that are not in the source: from offset `from` of the text on, `bytes` have been put in.
struct Inserted {
  std::uint32_t from = 0;
  std::uint32_t bytes = 0;
};

struct MaskedMarkdown {
  std::string text;   // the source with spaces in place of what was masked, and `inserted`: offsets are else the same
  std::string notes;  // likewise, with the bodies of footnotes not masked and nothing put in
  std::vector<Footnote> footnotes;
  std::vector<Inserted> inserted;
};

/// The place in the source of a place in MaskedMarkdown::text. O(log inserted).
[[nodiscard]] std::uint32_t source_place(const std::vector<Inserted>& inserted, std::uint32_t place);

/// Replaces residue by spaces (what it is, is data: corpus/document/markdown_residue.tsv), and footnote definitions
/// likewise; nothing inside fenced code. The line below a table's header gets the three dashes a column that MD4C asks
/// for. Bytes before `begin` are masked too. Linear: what is opened and not closed
/// within 4,096 bytes is text.
[[nodiscard]] MaskedMarkdown mask_markdown(std::string_view source, std::uint32_t begin);

}  // namespace claimbase::reading
