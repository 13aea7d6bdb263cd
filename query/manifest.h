// The files that the store was made of, compared with those that are there now.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schema/database.h"

namespace claimbase {

struct ManifestFinding {
  std::int64_t gone = 0;             // files of articles and libraries that are not there any more
  std::int64_t changed = 0;          // whose bytes are others now
  std::vector<std::string> names;    // the first of them: ids
  std::vector<std::string> sources;  // folders and files that are not here at all: nothing is said of their articles
};

/// Looks at each file; reads those whose size is the same and whose time is another. New files are not looked for:
/// `claimbase-index status` does.
[[nodiscard]] ManifestFinding compare_files(const Database& db);

}  // namespace claimbase
