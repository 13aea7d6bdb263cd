// The files of a corpus.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/file_problem.h"
#include "indexer/sources.h"

namespace claimbase {

struct FoundFile {
  std::string id;
  std::filesystem::path path;
  std::filesystem::path shown;
  std::int64_t size = 0;
  std::int64_t modified = 0;  // nanoseconds since 1970
  std::string language;       // forced; empty: detected
  std::string format = {};    // forced; empty: detected
  std::int64_t inode = 0;     // 0: not known
};

struct Walk {
  std::vector<FoundFile> files;  // by id
  std::vector<std::string>
      unknown;  // ids of files and folders that could not be looked at: what the store has of them stays
  std::vector<FileProblem> problems;
  std::size_t skipped = 0;  // files of no known format
};

/// The articles in `scope`: regular files with an extension of a format that can be read, or without one that look like
/// text. Folders are walked in full; names that begin with a dot are passed over, symbolic links to folders not
/// followed; one to a file outside the source is a problem (rule "document.outside"). A
/// file that is named itself (scope.path) but has no known format, and none forced, is a problem; others are counted.
[[nodiscard]] Walk walk(const Scope& scope);

}  // namespace claimbase
