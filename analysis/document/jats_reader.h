// JATS (ANSI/NISO Z39.96, its ancestor NLM and PubMed Central's NXML) -> blocks.
#pragma once

#include <cstdint>
#include <string_view>

#include "analysis/document/document.h"
#include "analysis/document/reader.h"

namespace claimbase::reading {

/// Reads `source` from byte `begin` on into `document`: title, date, publisher, language; abstract, body, floats and
/// back in this order as blocks, `xref` to references and links as marks, the entries of reference lists with the
/// fields the XML gives (Document::entries). Document types and entities other than characters are not read: nothing is
/// expanded, nothing opened. Linear. Errors: "document.malformed" (no XML), "document.too-deep", "document.too-slow"
/// (over the bounds), "document.no-article"; blocks are then empty.
void read_jats(std::string_view source, std::uint32_t begin, const ReadBounds& bounds, Document& document);

}  // namespace claimbase::reading
