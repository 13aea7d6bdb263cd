// One article's analysis as JSON.
#pragma once

#include <string>

#include "analysis/article.h"
#include "schema/records.h"

namespace claimbase {

/// One object, indented, with a line end (docs/cli.md lists the fields). Ranges are bytes of the article's source as
/// UTF-8; indexes count from 0. `analysis` is what the record was made of: its text has the words.
[[nodiscard]] std::string to_json(const ArticleRecord& article, const ArticleAnalysis& analysis);

}  // namespace claimbase
