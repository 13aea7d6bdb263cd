// What an update has to do: worked out from the request, the store and the disk, without a change to any.
#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include "indexer/changes.h"
#include "indexer/libraries.h"
#include "indexer/sources.h"
#include "indexer/update.h"
#include "indexer/vocabulary_files.h"

namespace claimbase {

/// What a store says of itself.
struct Recorded {
  std::vector<Source> sources;
  std::vector<std::filesystem::path> vocabularies;
  std::vector<LibrarySource> libraries;
  ArticleStates states;          // none for a rebuild
  LibraryStates library_states;  // none for a rebuild
  StoreCounts counts;
};

/// Everything empty where there is no store, and for a rebuild where it is damaged. Throws StoreError.
[[nodiscard]] Recorded read_recorded(const UpdateRequest& request);

struct Plan {
  std::vector<std::filesystem::path> vocabularies;
  Vocabulary vocabulary;
  std::vector<Source> sources;  // all that the store will know
  Changes changes;
  LibraryPlan libraries;
  std::vector<FileProblem> problems;
  std::size_t failed = 0;   // paths that could not be looked at
  std::size_t skipped = 0;  // files of no known format
};

/// Notes in the store what it is made of.
void write_recorded(Store& store, const Plan& plan);

/// Opens no article and no library. Throws UsageError.
[[nodiscard]] Plan make_plan(const UpdateRequest& request, const Recorded& recorded);

}  // namespace claimbase
