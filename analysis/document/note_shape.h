// Whether a footnote is a reference.
#pragma once

#include <string_view>

namespace claimbase::reading {

/// By its shape: a DOI or link, or a year as references print it: in brackets behind names, or with volume and pages
/// behind it. "In 2019 veranderde het advies." is none. O(words).
[[nodiscard]] bool is_reference_note(std::string_view words);

}  // namespace claimbase::reading
