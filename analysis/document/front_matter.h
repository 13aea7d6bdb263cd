// The YAML block between "---" lines at the start of a Markdown file. Only its simple "key: value" lines are read.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "analysis/document/document.h"
#include "analysis/document/line.h"

namespace claimbase::reading {

/// Where the text starts with front matter: one metadata block is appended, title, date and publisher are set where the
/// keys of corpus/document/front_matter.tsv name them. The index of the first line behind it; `first` where there is
/// none.
[[nodiscard]] std::size_t read_front_matter(const std::vector<Line>& lines, std::size_t first, Document& document);

}  // namespace claimbase::reading
