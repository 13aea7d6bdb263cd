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

struct MaskedMarkdown {
  std::string text;   // as long as the source and, but for what was masked, the same: offsets are those of the source
  std::string notes;  // likewise, with the bodies of footnotes not masked
  std::vector<Footnote> footnotes;
};

/// Replaces residue by spaces (what it is, is data: corpus/document/markdown_residue.tsv), and footnote definitions
/// likewise; nothing inside fenced code. Bytes before `begin` are masked too. Linear: what is opened and not closed
/// within 4,096 bytes is text.
[[nodiscard]] MaskedMarkdown mask_markdown(std::string_view source, std::uint32_t begin);

}  // namespace claimbase::reading
