// Copying a whole database.
#pragma once

#include "schema/database.h"

namespace claimbase {

/// Makes `to` equal to `from`, page by page, in one transaction of `to`. Throws StoreError of `to`, which is then as it
/// was.
void copy_database(Database& from, Database& to);

}  // namespace claimbase
