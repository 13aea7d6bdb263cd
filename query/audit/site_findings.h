// Findings that no file shows alone: what the files of a site say together.
#pragma once

#include <vector>

#include "analysis/claim/vocabulary.h"
#include "query/audit/report.h"

namespace claimbase {

/// The same claim with different doses in two files (site.dose-differs); a page that sells a substance beside one that
/// reports studies on it (site.selling-and-study: the NVWA judges a site as a whole).
[[nodiscard]] std::vector<Finding> site_findings(const std::vector<AuditedFile>& files, const Vocabulary& vocabulary);

}  // namespace claimbase
