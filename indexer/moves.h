// Files that were renamed or moved: the rows of their articles stay.
#pragma once

#include <functional>
#include <string>

#include "indexer/changes.h"

namespace claimbase {

/// The bytes' hash, and the time of change to be noted with it; empty where the file cannot be read.
struct HashedFile {
  std::string hash;
  std::int64_t modified = 0;
};

/// Fills `changes.moved`: a file that is new, or whose bytes are new, takes the article of one whose file is gone or
/// has other bytes now, where hash, settings and versions are the same and both names speak for one format, so that the
/// rows would be the same. Of several alike the one with the same inode, else the first by id. What a file's old rows
/// have been moved away from is analysed as if it were new. `hash` is asked only for files of the size of such an
/// article.
void find_moves(Changes& changes, const ArticleStates& states,
                const std::function<HashedFile(const FoundFile& file)>& hash);

}  // namespace claimbase
