// A reference string as it was read, as CSL-JSON.
#pragma once

#include <string>

#include "analysis/bibliography/reference.h"

namespace claimbase {

/// One object without a line end. Names of CSL-JSON, and besides: `year`, `et_al`, `study_design`, `level`, `raw`,
/// `confidence` (of each field that is there, 0 to 1) and `unsure` (docs/cli.md). Bytes that are not UTF-8 are
/// replaced.
[[nodiscard]] std::string to_csl_json(const Reference& reference);

}  // namespace claimbase
