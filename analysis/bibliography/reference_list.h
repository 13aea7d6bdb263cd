// The reference list of a document.
#pragma once

#include <vector>

#include "analysis/bibliography/reference.h"
#include "analysis/diagnostic.h"
#include "analysis/document/document.h"

namespace claimbase {

class ReferenceMemo;  // analysis/bibliography/reference_memo.h

struct ReferenceList {
  std::vector<Reference> references;  // in document order; then the works that are only linked to, of number 0
  // "reference.duplicate-number", "reference.unparsed", "reference.no-year" (note), "reference.unsure" (note)
  std::vector<Diagnostic> diagnostics;
};

/// The entries that the reader marked as BlockKind::reference, parsed and numbered, and the works that links in the
/// text name (linked_works.h). `memo`, where there is one, saves the parsing of what it has seen.
[[nodiscard]] ReferenceList read_references(const Document& document, ReferenceMemo* memo = nullptr);

}  // namespace claimbase
