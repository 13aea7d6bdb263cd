// The front matter of a Markdown file.
#pragma once

#include <cstdint>
#include <string_view>

#include "analysis/document/document.h"
#include "analysis/document/structure.h"

namespace claimbase::reading {

/// Where the article starts. Title, date, publisher and language go into `document`, the entries of a list of sources
/// become blocks of kind reference, the rest metadata blocks. The keys are data: corpus/document/front_matter.tsv.
[[nodiscard]] std::uint32_t read_markdown_head(std::string_view source, std::uint32_t begin, Document& document,
                                               StructureBuilder& builder);

}  // namespace claimbase::reading
