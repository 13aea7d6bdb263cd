// What made an article's rows: rows made otherwise are out of date.
#pragma once

#include <string_view>

#include "analysis/claim/vocabulary.h"
#include "schema/records.h"

namespace claimbase {

/// Differs whenever the same bytes may give other rows: through code, built-in data, vocabulary, or what is
/// forced on the article (forced_settings of sources.h).
[[nodiscard]] AnalysisVersions current_versions(const Vocabulary& vocabulary, std::string_view forced);

}  // namespace claimbase
