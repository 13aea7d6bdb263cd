// What SQLite's result codes mean for a person.
#pragma once

#include "schema/database.h"

namespace claimbase {

/// The kind of the error `code`, which a call on `db` has just returned. `db` may be null.
[[nodiscard]] StoreErrorKind store_error_kind(sqlite3* db, int code);

}  // namespace claimbase
