// Makes a store true to its sources.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "analysis/convert/file_bytes.h"
#include "indexer/file_problem.h"
#include "indexer/summary.h"

namespace claimbase {

inline constexpr std::chrono::seconds kLockWait(5);

struct UpdateRequest {
  std::filesystem::path database;
  std::vector<std::filesystem::path> paths;  // none: the sources that the store has on record
  std::optional<std::filesystem::path> root;
  std::optional<std::string> language;                             // forced; "": detected; absent: as recorded
  std::optional<std::string> format;                               // likewise; "html" ...
  std::optional<std::vector<std::filesystem::path>> vocabularies;  // absent: as recorded
  std::vector<std::filesystem::path> libraries;    // files and folders of records, added to those on record
  std::vector<std::filesystem::path> retractions;  // files of notices, likewise
  unsigned jobs = 1;
  std::uint64_t largest_article = kLargestArticle;  // bytes; a larger file fails
  bool rebuild = false;                             // a clean build, from the recorded sources where no paths are given
  bool dry_run = false;                             // says what would be done; writes nothing
  bool compares = true;                             // of a dry run: reads what was touched, to say whether it changed
  bool prune = false;                               // sources that are gone are forgotten, with their articles
  std::string command = "update";         // as the run is recorded and another writer is told; "rebuild" for one
  std::chrono::seconds wait = kLockWait;  // for another writer
};

/// How the run is followed. Called on the thread that calls update().
struct UpdateListener {
  std::function<void(const FileProblem&)> on_problem;                    // in the order of articles
  std::function<void(std::size_t done, std::size_t total)> on_progress;  // articles
  std::function<bool()> should_stop;  // asked between articles; true: no more are begun (Summary::stopped)
};

class PreparedVocabulary;

/// Articles that have not changed are not read; others are read by `jobs` threads and written by this one, in the order
/// of their ids, each in one transaction, so that the store depends on the files alone. Where the vocabulary or the
/// program is another than that which made some of the store's rows, all recorded sources are looked at. Libraries on
/// record are looked at each time, and read where they have changed. A new store is
/// built beside its file and then put in place. The writer's lock is held throughout, of a dry run none. Throws
/// UsageError, StoreError.
[[nodiscard]] Summary update(const UpdateRequest& request, const UpdateListener& listener);
/// The same for a program that updates again and again: what `prepared` holds of the last time is used.
[[nodiscard]] Summary update(const UpdateRequest& request, const UpdateListener& listener,
                             PreparedVocabulary& prepared);

}  // namespace claimbase
