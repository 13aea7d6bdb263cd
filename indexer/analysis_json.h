// One article's analysis as JSON.
#pragma once

#include <string>

#include "schema/records.h"

namespace claimbase {

/// One object, indented, with a line end (docs/cli.md lists the fields). Ranges are bytes of the article's
/// text as UTF-8; indexes count from 0. `text` is that text.
[[nodiscard]] std::string to_json(const ArticleRecord& article, const std::string& text);

}  // namespace claimbase
