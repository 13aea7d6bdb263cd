// The language of copy too short for a detector.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "analysis/claim/extractor.h"
#include "analysis/document/reader.h"

namespace claimbase {

/// The language with cue words of its own in which most of the copy's words are known; "" where none is known in any.
/// Of as many the first by code. Reads the copy once a language: for what no detector could tell.
[[nodiscard]] std::string likeliest_language(ClaimExtractor& extractor, std::string_view bytes, ReadOptions options);

/// "Vitamine D voorkomt griep." among English paragraphs: gives a block of which next to nothing is known in the
/// document's language, and whose own no detector tells, the one in which clearly more is. `extractor` has just
/// extracted from `document`; true where it has read something else since, and must extract again.
bool settle_block_languages(ClaimExtractor& extractor, std::span<const Sentence> sentences, Document& document);

}  // namespace claimbase
