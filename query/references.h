// The command `references`: which works the articles' reference lists hold.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/work.h"
#include "schema/database.h"

namespace claimbase {

struct ReferenceOptions {
  std::string typed;  // words; "": all
  bool expand = true;
  std::string article;  // GLOB over the path or its last part
  std::string design;   // "meta-analysis" ...
  std::optional<int> level;
  std::string years;       // "2016" or "2016-2020"
  bool retracted = false;  // only those whose retraction stands
  bool unlinked = false;   // only those that no citation and no claim points at
  std::size_t limit = 50;
};

struct ReferenceResult {
  std::vector<std::string> notes;
  std::vector<Work> works;  // by rank where words were typed, else by author, year and id
  std::int64_t total = 0;
};

/// Call it inside a read transaction. Throws UsageError for years that are none.
[[nodiscard]] ReferenceResult find_references(const Database& db, const ReferenceOptions& options);

}  // namespace claimbase
