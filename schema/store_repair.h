// Mending a store whose pages can be read.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schema/database.h"

namespace claimbase {

struct RepairReport {
  std::int64_t dropped = 0;            // rows that pointed at nothing
  bool full_text = false;              // made anew
  std::vector<std::string> articles;   // whose rows were damaged: they must be read again, by path
  std::vector<std::string> libraries;  // likewise
};

/// Makes full text and what is derived from other rows anew, drops orphans, and marks the articles and libraries whose
/// own rows were damaged, so that the next update reads them again whatever their files look like. An article whose
/// words differ from the full text is one of them: either may be the damaged one. One transaction. Cost: that of
/// indexing all text anew. What no rule and no index shows (another number in a row) stays. Throws StoreError.
[[nodiscard]] RepairReport repair_rows(Database& db);

}  // namespace claimbase
