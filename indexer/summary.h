// What an update did, for people and for programs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/file_problem.h"
#include "schema/store.h"

namespace claimbase {

struct ArticleChange {
  std::string article;  // id; of a library: its id
  std::string change;   // "added", "changed", "moved", "removed"; "compare": its bytes will tell
  std::string reason;   // "new file", "other bytes", "other vocabulary", "moved from in/a.txt", "file gone" ...
};

struct FileCounts {
  std::size_t added = 0, changed = 0, removed = 0, unchanged = 0;
};

struct Summary {
  std::string database;
  bool dry_run = false;
  bool stopped = false;  // before its end, as was asked for: what it did stays, the next update does the rest
  std::size_t added = 0, changed = 0, removed = 0, unchanged = 0;
  std::size_t moved = 0;       // have another name and the bytes of before
  std::size_t to_compare = 0;  // of a dry run that compares nothing: touched, and perhaps not changed
  FileCounts libraries;
  std::size_t failed = 0;                      // named or found, and not read; rows that the store has of them stay
  std::size_t skipped = 0;                     // files of no known format
  std::vector<ArticleChange> changes;          // of a dry run only: as many as there are articles
  std::vector<ArticleChange> library_changes;  // likewise
  bool unfinished = false;                     // of a dry run: there is something to do about no file
  std::size_t notes = 0, warnings = 0, errors = 0;  // diagnostics of this run
  std::uint64_t bytes = 0;                          // of the articles analysed
  double seconds = 0;
  StoreCounts store;  // afterwards; of a dry run: now
};

/// Whether a file has changed, as far as is known.
[[nodiscard]] bool has_changes(const Summary& summary);

/// A few lines. Where nothing was to be done, the first says so.
[[nodiscard]] std::string to_text(const Summary& summary);
/// One object, its "store" alone.
[[nodiscard]] std::string to_json(const StoreCounts& store);
/// One object (docs/cli.md, JSON), one line.
[[nodiscard]] std::string to_json(const Summary& summary);

}  // namespace claimbase
