// The whole analysis of one article: a pure function of (bytes, vocabulary, options).
#pragma once

#include <string_view>
#include <vector>

#include "analysis/bibliography/reference.h"
#include "analysis/citation/citation.h"
#include "analysis/claim/mention.h"
#include "analysis/document/document.h"
#include "analysis/document/reader.h"

namespace claimbase {

class ClaimExtractor;  // analysis/claim/extractor.h

struct ArticleAnalysis {
  Document document;
  std::vector<Sentence> sentences;    // of all blocks, in text order
  std::vector<Reference> references;
  std::vector<Citation> citations;
  std::vector<Mention> mentions;      // in text order
  std::vector<Diagnostic> diagnostics;  // of all stages, by position
};

/// Reads and analyses one article. `extractor` is used by one thread at a time. Never throws for what is in `bytes`.
[[nodiscard]] ArticleAnalysis analyze_article(std::string_view bytes, const ReadOptions& options, ClaimExtractor& extractor);

}  // namespace claimbase
