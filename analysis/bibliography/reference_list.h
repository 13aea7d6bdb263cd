// The reference list of a document.
#pragma once

#include <vector>

#include "analysis/bibliography/reference.h"
#include "analysis/diagnostic.h"
#include "analysis/document/document.h"

namespace claimbase {

struct ReferenceList {
  std::vector<Reference> references;  // in document order
  // "reference.duplicate-number", "reference.unparsed", "reference.no-year" (note), "reference.unsure" (note)
  std::vector<Diagnostic> diagnostics;
};

/// The entries that the reader marked as BlockKind::reference, parsed and numbered.
[[nodiscard]] ReferenceList read_references(const Document& document);

}  // namespace claimbase
