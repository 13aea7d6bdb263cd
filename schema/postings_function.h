// The function of FTS5 behind PostingsReader (phrase_postings.h): `claim_postings(table, pointer)` fills the
// PhrasePostings that the pointer is of with the places of the query's only phrase.
#pragma once

struct fts5_api;

namespace claimbase {

/// The type of the pointer, for sqlite3_bind_pointer.
inline constexpr const char* kPostingsPointer = "claimbase-postings";

/// Returns an SQLite result code.
[[nodiscard]] int register_postings(fts5_api& api) noexcept;

}  // namespace claimbase
