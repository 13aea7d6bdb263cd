// claimbase_fts.so: the tokenizer and the ranking function for other programs that open a store (sqlite3, Datasette,
// Python):
//   .load ./claimbase_fts      SELECT load_extension('./claimbase_fts')
// https://www.sqlite.org/loadext.html: SQLite looks for sqlite3_extension_init, else for a name made from the file's
// name.
#include <sqlite3ext.h>

#include "schema/fts5_api.h"

SQLITE_EXTENSION_INIT1

namespace {

int initialise(sqlite3* db, char** error, const sqlite3_api_routines* api) noexcept {
  SQLITE_EXTENSION_INIT2(api);
  const int code = claimbase::register_full_text(db);
  if (code != SQLITE_OK && error != nullptr) *error = sqlite3_mprintf("claimbase_fts needs a SQLite with FTS5");
  return code;
}

}  // namespace

extern "C" {

[[gnu::visibility("default")]] int sqlite3_claimbasefts_init(sqlite3* db, char** error,
                                                             const sqlite3_api_routines* api) {
  return initialise(db, error, api);
}

[[gnu::visibility("default")]] int sqlite3_extension_init(sqlite3* db, char** error, const sqlite3_api_routines* api) {
  return initialise(db, error, api);
}

}  // extern "C"
