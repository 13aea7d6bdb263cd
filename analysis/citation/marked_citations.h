// Citations that the markup itself makes: an xref to an entry of the reference list.
#pragma once

#include <span>

#include "analysis/bibliography/reference.h"
#include "analysis/citation/citation.h"
#include "analysis/document/document.h"
#include "analysis/document/sentence.h"

namespace claimbase {

/// Appends a citation of kind xref for each mark of that kind that lies in a sentence, resolved by its target: an
/// anchor in a reference entry. Between the ends of a printed range ("4" - "7") the numbers left out cite too, as
/// markers. Targets that are not there: "citation.unresolved". O((marks + sentences) log references).
void find_marked_citations(const Document& document, std::span<const Sentence> sentences,
                           std::span<const Reference> references, CitationResult& result);

}  // namespace claimbase
