// The cheap look before the dear one: whether a sentence has any of the words without which it names no source.
#pragma once

#include <string_view>

namespace claimbase {

/// False: find_attribution would find nothing. One pass that hashes each word (and each pair of words) of `sentence`
/// and looks it up: words for studies and publication, organisations, long titles of journals, "et al.", regulations,
/// single cases; or a year after an opening bracket. bench/bench_citation.cpp measures it.
[[nodiscard]] bool may_attribute(std::string_view sentence);

}  // namespace claimbase
