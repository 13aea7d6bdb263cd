// Values of the analysis -> records of the store.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/article.h"
#include "analysis/claim/vocabulary.h"
#include "analysis/library/library.h"
#include "analysis/library/retractions.h"
#include "schema/records.h"

namespace claimbase {

/// What is known of an article's file besides its analysis.
struct FileFacts {
  std::string id;  // the article's path in the store
  std::string content_hash;
  std::int64_t size = 0;
  std::int64_t modified = 0;
  std::int64_t inode = 0;  // 0: not known
};

/// Everything the store keeps of an article, evidence linked. Pure.
[[nodiscard]] ArticleRecord to_record(const ArticleAnalysis& article, const FileFacts& file,
                                      const AnalysisVersions& versions);

/// The texts of the headings above a block, outermost first, joined by " > ". A heading longer than 200 bytes is cut,
/// as is a chain of more than 8: neither is a heading, and each block below would repeat it.
[[nodiscard]] std::string heading_path(const Document& document, const Block& block);

[[nodiscard]] ReferenceRecord to_record(const Reference& reference);
[[nodiscard]] ReferenceRecord to_record(const LibraryRecord& record);
[[nodiscard]] RetractionRecord to_record(const RetractionNotice& notice);

/// Labels that count only in context ("citraat" of magnesium citrate, "spieren" of muscle function) are left out.
[[nodiscard]] std::vector<ConceptRecord> to_records(const Vocabulary& vocabulary);

[[nodiscard]] std::string_view to_string(Severity severity);  // "note", "warning", "error"

}  // namespace claimbase
