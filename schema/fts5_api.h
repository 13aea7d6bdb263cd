// The entry to FTS5's own C interface.
#pragma once

struct sqlite3;
struct fts5_api;

namespace claimbase {

/// The interface of the FTS5 in this connection; null where SQLite was built without it.
[[nodiscard]] fts5_api* fts5_api_of(sqlite3* db) noexcept;

/// Registers tokenizer `claimbase` and the functions `claim_rank` and `claim_postings` on a connection. Returns an
/// SQLite result code; SQLITE_ERROR where there is no FTS5.
[[nodiscard]] int register_full_text(sqlite3* db) noexcept;

}  // namespace claimbase
