#include "schema/fts5_api.h"

#include "schema/fts5_tokenizer.h"
#include "schema/postings_function.h"
#include "schema/ranking.h"
#include "schema/sqlite_api.h"
#ifndef CLAIMBASE_LOADABLE
#include "schema/row_visitor.h"  // for the programs' own use
#endif

namespace claimbase {

// https://www.sqlite.org/fts5.html, "Extending FTS5": the pointer comes through a bound parameter.
fts5_api* fts5_api_of(sqlite3* db) noexcept {
  fts5_api* api = nullptr;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  return api;
}

int register_full_text(sqlite3* db) noexcept {
  fts5_api* api = fts5_api_of(db);
  if (api == nullptr || api->iVersion < 2) return SQLITE_ERROR;
  int code = register_tokenizer(*api);
  if (code == SQLITE_OK) code = register_postings(*api);
  if (code == SQLITE_OK) code = register_ranking(db, *api);
#ifndef CLAIMBASE_LOADABLE
  if (code == SQLITE_OK) code = register_row_visitor(*api);
#endif
  return code;
}

}  // namespace claimbase
