// What an update has to do: worked out from the request, the store and the disk, without a change to any.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/changes.h"
#include "indexer/libraries.h"
#include "indexer/prepared_vocabulary.h"
#include "indexer/sources.h"
#include "indexer/update.h"

namespace claimbase {

/// What a store says of itself.
struct Recorded {
  std::vector<Source> sources;
  std::vector<std::filesystem::path> vocabularies;
  std::vector<LibrarySource> libraries;
  ArticleStates states;                      // none for a rebuild
  LibraryStates library_states;              // none for a rebuild
  std::string vocabulary_key;                // VocabularyInput::key of the vocabulary that is in the store
  std::uint64_t vocabulary_fingerprint = 0;  // of the same
  bool is_settled = false;                   // no run was broken off
  StoreCounts counts;
};

/// Everything empty where there is no store, and for a rebuild where it is damaged. Throws StoreError.
[[nodiscard]] Recorded read_recorded(const UpdateRequest& request);

/// Sources, vocabularies and libraries alone; opens the store for reading. Empty where there is none. Throws
/// StoreError.
[[nodiscard]] Recorded read_names(const std::filesystem::path& database);

struct Plan {
  VocabularyInput vocabulary_input;
  const Vocabulary* vocabulary = nullptr;  // of the PreparedVocabulary; null: that of the store, not read yet
  std::uint64_t vocabulary_fingerprint = 0;
  std::vector<Source> sources;  // all that the store will know
  Changes changes;
  LibraryPlan libraries;
  std::vector<FileProblem> problems;
  std::size_t failed = 0;   // paths that could not be looked at
  std::size_t skipped = 0;  // files of no known format
};

/// Notes in the store what it is made of.
void write_recorded(Store& store, const Plan& plan);
/// Makes the vocabulary of the store that of the plan, reading it where that was not necessary before. Does nothing
/// where it is that already.
void put_vocabulary(Store& store, Plan& plan, const Recorded& recorded, PreparedVocabulary& prepared);

/// Whether an update would write nothing: but for the bytes of touched files, which may be the same.
[[nodiscard]] bool is_nothing_to_do(const Plan& plan, const Recorded& recorded);

/// Opens no article and no library; reads the vocabulary files, and makes a vocabulary of them only where the store has
/// another. Throws UsageError.
[[nodiscard]] Plan make_plan(const UpdateRequest& request, const Recorded& recorded, PreparedVocabulary& prepared);

}  // namespace claimbase
