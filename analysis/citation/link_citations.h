// Citations that a page's or a Markdown file's markup makes: links and raised numbers.
#pragma once

#include <span>
#include <vector>

#include "analysis/bibliography/reference.h"
#include "analysis/citation/citation.h"
#include "analysis/document/document.h"
#include "analysis/document/sentence.h"

namespace claimbase {

/// Appends, for marks in the text of the article,
/// - xref: a link to a place in an entry of the reference list;
/// - link: a link to the address of a work ("https://doi.org/..."), resolved to the reference with that identifier;
/// - marker: each number of raised digits ("<sup>1,2</sup>") where all of them are numbers of the list. Exponents
///   ("10^6", "kg/m^2"), isotopes and units are none.
/// A mark that lies in another citation is passed over. `not_markers` gets the ranges of raised numbers that are none.
/// O((marks + sentences) log references), and the numbers of the markers.
void find_link_citations(const Document& document, std::span<const Sentence> sentences,
                         std::span<const Reference> references, CitationResult& result,
                         std::vector<ByteRange>& not_markers);

}  // namespace claimbase
