// Judgements by sources -> findings.
#pragma once

#include <vector>

#include "query/audit/report.h"

namespace claimbase {

/// One finding for each claim of the file that is not supported, and for each way in which it is overstated; one
/// (evidence.not-checkable) for a sentence that claims something of which no claim could be read.
[[nodiscard]] std::vector<Finding> source_findings(const AuditedFile& file);

}  // namespace claimbase
