// One file -> what is to be written of it. Runs on any thread.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/claim/extractor.h"
#include "analysis/convert/file_bytes.h"
#include "indexer/changes.h"
#include "indexer/file_problem.h"
#include "schema/records.h"

namespace claimbase {

struct TaskResult {
  enum class Kind : std::uint8_t {
    touched,   // other time, same bytes
    analysed,  // `article` is to be written; of a dry run: would be
    failed,    // nothing could be read: the rows of before stay
  };
  Kind kind = Kind::failed;
  ArticleRecord article;
  std::vector<FileProblem> problems;  // of all severities
  std::uint64_t bytes = 0;
};

/// Reads the file, where its bytes are asked for, and analyses it, where they are other bytes. A file of more than
/// `largest` bytes fails.
[[nodiscard]] TaskResult read_and_analyze(const PendingFile& pending, ClaimExtractor& extractor,
                                          std::uint64_t largest = kLargestArticle);

/// The same without the analysis: what would be done.
[[nodiscard]] TaskResult read_only_if_touched(const PendingFile& pending);

}  // namespace claimbase
