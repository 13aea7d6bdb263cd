// FTS5 tokenizer "claimbase": the words of analysis/language/analyzer.h.
//
//   CREATE VIRTUAL TABLE t USING fts5 (text, tokenize = 'claimbase nl');
//
// The argument is the language: nl, en, or und (folded, not stemmed), the default. A document's word gives its stem
// and, at the same position, the stem of each part of a compound: "bloeddrukverlaging" is found by "bloeddruk" and by
// "verlaging". A query's word gives its stem only; who wants a compound's parts found as well asks for them (query
// expansion). Offsets are those of the word, so highlight() marks all of it. A query that begins with the byte 0xff is
// a stem, taken as it is.
#pragma once

struct fts5_api;

namespace claimbase {

/// Returns an SQLite result code.
[[nodiscard]] int register_tokenizer(fts5_api& api) noexcept;

}  // namespace claimbase
