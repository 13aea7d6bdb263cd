// The whole analysis of one article: a pure function of (bytes, vocabulary, options).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/bibliography/reference.h"
#include "analysis/citation/citation.h"
#include "analysis/claim/mention.h"
#include "analysis/document/document.h"
#include "analysis/document/reader.h"

namespace claimbase {

class ClaimExtractor;  // analysis/claim/extractor.h
class ReferenceMemo;   // analysis/bibliography/reference_memo.h

struct ArticleAnalysis {
  Document document;
  std::vector<Sentence> sentences;  // of all blocks, in text order
  std::vector<std::string>
      words;  // of each sentence for full-text search (index_words.h); empty where nobody read them
  std::vector<Reference> references;
  std::vector<Citation> citations;
  std::vector<Mention> mentions;        // in text order
  std::vector<Diagnostic> diagnostics;  // of all stages, by position
};

/// Reads and analyses one article. `extractor` and `memo` are used by one thread at a time; with a memo and without the
/// result is the same. Never throws for what is in `bytes`.
[[nodiscard]] ArticleAnalysis analyze_article(std::string_view bytes, const ReadOptions& options,
                                              ClaimExtractor& extractor, ReferenceMemo* memo = nullptr);

/// The sentences of all blocks, in text order. A heading, a row of a table and an entry of a reference list are one
/// each.
[[nodiscard]] std::vector<Sentence> sentences_of(const Document& document);

/// Raised whenever references, citations or sentences may come out differently by a change of code.
inline constexpr int kAnalysisVersion = 10;

/// Changes whenever the same bytes and vocabulary may give another analysis: the versions of the stages and the data
/// files that are built in, the vocabulary's aside.
[[nodiscard]] std::uint64_t analysis_fingerprint();

}  // namespace claimbase
