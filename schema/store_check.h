// Finding out what is wrong with a store.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/database.h"

namespace claimbase {

/// What mends a problem.
enum class Mend : std::uint8_t {
  update,   // claimbase-index update
  repair,   // claimbase-index repair
  rebuild,  // claimbase-index repair too, which then makes the store anew
};

struct StoreProblem {
  std::string rule;  // stable: "store.pages", "store.keys", "store.rows", "store.versions", "store.full-text"
  std::string message;
  Mend mend = Mend::repair;
};

/// Pages, foreign keys, rows against what they are made from, orphans, versions, full text against the rows it indexes.
/// Of damaged pages nothing else is asked. FTS5's own check needs a connection that may write (it writes nothing);
/// where `writable` is false a temporary copy is checked. Reads everything.
[[nodiscard]] std::vector<StoreProblem> find_store_problems(Database& db, bool writable);

/// Their messages: see Store::check.
[[nodiscard]] std::vector<std::string> check_store(Database& db, bool writable);

}  // namespace claimbase
