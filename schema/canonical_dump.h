// The logical content of a store as text.
#pragma once

#include <iosfwd>

#include "schema/database.h"

namespace claimbase {

/// See Store::canonical_dump. One line a row, tab-separated; tab, newline and backslash in a value are escaped.
void write_canonical_dump(Database& db, std::ostream& out);

}  // namespace claimbase
