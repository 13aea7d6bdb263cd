// Finding out what is wrong with a store.
#pragma once

#include <string>
#include <vector>

#include "schema/database.h"

namespace claimbase {

/// See Store::check. FTS5's own check needs a connection that may write (it writes nothing); where `writable` is false
/// a temporary copy is checked.
[[nodiscard]] std::vector<std::string> check_store(Database& db, bool writable);

}  // namespace claimbase
