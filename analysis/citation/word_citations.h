// The part of find_citations that reads words: author-year citations and attributions.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>

#include "analysis/citation/citation.h"

namespace claimbase {

/// Of a sentence with markers that lead to references: the reference, where there is but one marker.
using OnlyCited = std::map<std::uint32_t, std::optional<std::uint32_t>>;

/// Adds what the content sentences cite in words. An attribution that fits no reference takes that of the only marker
/// in its sentence.
void find_word_citations(const Document& document, std::span<const Sentence> sentences,
                         std::span<const Reference> references, const OnlyCited& only, CitationResult& result);

}  // namespace claimbase
