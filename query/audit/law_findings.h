// Judgements by law -> findings.
#pragma once

#include <vector>

#include "analysis/claim/vocabulary.h"
#include "query/audit/report.h"

namespace claimbase {

/// The findings on one file, by its sentences' judgements. Severities are the catalogue's; what the user changes is
/// changed later.
[[nodiscard]] std::vector<Finding> law_findings(const AuditedFile& file, const Vocabulary& vocabulary);

}  // namespace claimbase
