// Indexes that a clean build makes when their tables are full: rows that come in another order than the index has them
// cost a search, and a division of pages now and then, each; sorted once they lie closer besides.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/database.h"

namespace claimbase {

/// Of a connection that writes; what goes by these indexes is slow until make().
class LateIndexes {
 public:
  /// Takes them out of the schema; their tables are empty. `names`: our own, never input.
  LateIndexes(Database& db, std::span<const std::string_view> names);

  /// Puts them back, in the order of `names`. Nothing where they are already. Memory: 16 MB each for pages and for
  /// sorting, and a temporary file for the rest.
  void make(Database& db);

 private:
  std::vector<std::string> statements_;
};

}  // namespace claimbase
