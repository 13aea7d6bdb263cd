// What has changed since the store was written.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/walk.h"
#include "schema/store.h"

namespace claimbase {

/// Why a file must be looked at.
enum class Reason : std::uint8_t {
  added,    // the store does not have it
  program,  // its rows were made by another version of the program, another vocabulary or in another language
  touched,  // its size or time differ: its bytes will tell
};
[[nodiscard]] std::string_view to_string(
    Reason reason);  // "new file", "other program, vocabulary, language or format", "other bytes"

struct PendingFile {
  FoundFile file;
  AnalysisVersions versions;
  Reason reason = Reason::added;
  std::string stored_hash;  // empty: none
};

struct Changes {
  std::vector<PendingFile> pending;  // by id
  std::vector<std::string> gone;     // ids in the store whose file is gone, in order
  std::size_t unchanged = 0;
};

using ArticleStates = std::map<std::string, ArticleState, std::less<>>;

/// Compares what was found in `scopes` with the store, by size, time and versions: no file is opened. Only articles of
/// the scopes can be gone, and none below a name of `found.unknown`. `versions_for` gives the current versions for a
/// forced language.
[[nodiscard]] Changes find_changes(Walk found, std::span<const Scope> scopes, const ArticleStates& states,
                                   const std::function<AnalysisVersions(std::string_view forced)>& versions_for);

}  // namespace claimbase
