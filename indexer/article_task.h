// One file -> what is to be written of it. Runs on any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "analysis/bibliography/reference_memo.h"
#include "analysis/claim/extractor.h"
#include "analysis/convert/file_bytes.h"
#include "indexer/changes.h"
#include "indexer/file_problem.h"
#include "indexer/moves.h"
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
  std::int64_t modified = 0;          // of a touched file: to be noted, see settled_time()
  std::vector<FileProblem> problems;  // of all severities
  std::uint64_t bytes = 0;

  /// Of a file that was not opened.
  [[nodiscard]] static TaskResult would_be() { return {Kind::analysed, {}, 0, {}, 0}; }
};

/// Reads the file, where its bytes are asked for, and analyses it, where they are other bytes. A file of more than
/// `largest` bytes fails. `extractor` is asked for only then: making one takes longer than most articles. `memo`, where
/// there is one, is of this thread.
[[nodiscard]] TaskResult read_and_analyze(const PendingFile& pending, const std::function<ClaimExtractor&()>& extractor,
                                          std::uint64_t largest = kLargestArticle, ReferenceMemo* memo = nullptr);

/// The bytes' hash alone, for find_moves(); empty where they cannot be read.
[[nodiscard]] HashedFile hash_file(const FoundFile& file, std::uint64_t largest = kLargestArticle);

/// The same without the analysis: what would be done.
[[nodiscard]] TaskResult read_only_if_touched(const PendingFile& pending);

}  // namespace claimbase
