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
  added,     // the store does not have it
  outdated,  // its rows were made by another version of the program, another vocabulary or with other settings
  touched,   // its size or time differ: its bytes will tell
};

struct PendingFile {
  FoundFile file;
  AnalysisVersions versions;  // but for the reader's of a new file, whose format is not known yet
  Reason reason = Reason::added;
  std::string why;          // for a person: "new file", "other vocabulary", "other bytes"
  std::string stored_hash;  // of the bytes that the store's rows were made of; empty: none
};

/// An article that has another name now and the bytes of before.
struct MovedFile {
  std::string from;  // its id in the store
  PendingFile to;
  std::int64_t modified = 0;  // to be noted, see settled_time()
};

struct Changes {
  std::vector<PendingFile> pending;  // by id
  std::vector<std::string> gone;     // ids in the store whose file is gone, in order
  std::vector<MovedFile> moved;      // filled by find_moves(); neither pending nor gone
  std::size_t unchanged = 0;
};

using ArticleStates = std::map<std::string, ArticleState, std::less<>>;

/// What rows should have been made by.
struct CurrentVersions {
  std::function<AnalysisVersions(std::string_view forced, std::string_view format)> of;
  /// What was forced on the article when its rows were made, as far as the store knows (forced_settings).
  std::function<std::string(std::string_view id)> forced_before;
};

/// Compares what was found in `scopes` with the store, by size, time and versions: no file is opened. Only articles of
/// the scopes can be gone, and none below a name of `found.unknown`.
[[nodiscard]] Changes find_changes(Walk found, std::span<const Scope> scopes, const ArticleStates& states,
                                   const CurrentVersions& versions);

}  // namespace claimbase
