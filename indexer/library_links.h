// Citations in words against the works of libraries, where the article's own list has none that fits.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "schema/library_citations.h"
#include "schema/store.h"

namespace claimbase {

/// More works than this that fit are no candidates: the words say too little.
inline constexpr std::size_t kMostLibraryCandidates = 20;

/// The citations that works of libraries fit: in author, journal and year as far as the words name them, at least two
/// of the three (a body, or a journal alone, does not single out a work). Of author-year citations all that they say of
/// the authors: the second, how many, "et al.". Pure; a look-up for each citation, after
/// O(works).
[[nodiscard]] std::vector<LibraryCitation> fit_library_works(std::span<const WordCitation> citations,
                                                             std::span<const LibraryWork> works);

/// Brings what the store's citations lead to in libraries up to date, if anything changed since it was last done. All
/// of the store is looked at: seconds for a million works, nothing for a store without libraries.
void link_library_works(Store& store);

}  // namespace claimbase
