// The stuff that generated articles are made of, cut out of the project's own sample articles and test sentences.
#pragma once

#include "bench/generated_articles.h"

namespace claimbase::bench {

/// Throws std::runtime_error where the source files are missing or hold nothing in `language`.
[[nodiscard]] ArticleParts article_parts(const Vocabulary& vocabulary, const std::string& language);

}  // namespace claimbase::bench
