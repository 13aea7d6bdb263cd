// HTML and XHTML -> Document.
#pragma once

#include <string_view>

#include "analysis/document/document.h"
#include "analysis/document/reader.h"

namespace claimbase::reading {

/// Reads a page, in UTF-8, into `document`: text, blocks, marks, anchors, title, date, publisher, the page's own
/// address; `document.language` where the page declares one and nothing is forced. The article is read as content; what
/// stands around it keeps its words and gets a role. A page over a bound gives no blocks and a diagnostic. Memory: that
/// of the tree (html_tree.h) and a few times the text.
void read_html(std::string_view source, const ReadOptions& options, Document& document);

}  // namespace claimbase::reading
