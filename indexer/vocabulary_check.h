// What is wrong with a vocabulary file, beyond what keeps it from being read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/claim/vocabulary.h"
#include "indexer/file_problem.h"

namespace claimbase {

/// Reads `rdf_xml` on top of `known` (the built-in vocabulary, or none) and checks it. By line. Rules, beside those of
/// Vocabulary::add:
///   vocabulary.duplicate-label    warning  two concepts of one scheme have the same label in the same language
///   vocabulary.missing-language   warning  a concept has no preferred label in Dutch, or none in English
///   vocabulary.unknown-broader    error    skos:broader names a concept that is nowhere
///   vocabulary.cycle              error    a concept is broader than itself, over others or at once
/// Cost: linear in labels; for cycles, concepts times the length of their chains.
[[nodiscard]] std::vector<FileProblem> check_vocabulary(const std::string& path, std::string_view rdf_xml,
                                                        const Vocabulary& known);

}  // namespace claimbase
