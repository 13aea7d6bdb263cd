// The stuff that generated articles are made of, cut out of the project's own sample articles and test sentences.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bench/generated_articles.h"

namespace claimbase::bench {

/// The preferred labels of a scheme in one language: those of concepts with many names first, since what is much
/// written about has many. Groups are left out.
[[nodiscard]] std::vector<std::string> preferred_labels(const Vocabulary& vocabulary, ConceptScheme scheme,
                                                        std::string_view language);

/// Throws std::runtime_error where the source files are missing or hold nothing in `language`.
[[nodiscard]] ArticleParts article_parts(const Vocabulary& vocabulary, const std::string& language);

}  // namespace claimbase::bench
