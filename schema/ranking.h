// FTS5 auxiliary function claim_rank: BM25 as Lucene computes it.
//
//   claim_rank(fts_table [, 'fts_table'] [, weight of column 0, weight of column 1 ...])   -> lower is better, as
//   bm25()
//
//   score = - sum over phrases of idf * tf * (k1 + 1) / (tf + k1 * (1 - b + b * length / mean length))
//   idf   = ln(1 + (N - n + 0.5) / (n + 0.5)), never negative; k1 = 1.2, b = 0.75; tf counts a hit as its column's
//   weight (default 1)
//
// (Robertson, Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009; Lucene's BM25Similarity.)
//
// The second argument, the table's name as text, lets the lengths of all rows be read once a connection and kept (4
// bytes a row) until the data change; FTS5 does not tell an auxiliary function which table it serves. Without it each
// row's length is looked up: slower, the same score. Use: SELECT rowid, claim_rank(t, 't', 1.0, 0.5) AS score FROM t
// WHERE t MATCH ?1 ORDER BY score LIMIT ?2
#pragma once

struct sqlite3;
struct fts5_api;

namespace claimbase {

/// Returns an SQLite result code.
[[nodiscard]] int register_ranking(sqlite3* db, fts5_api& api) noexcept;

}  // namespace claimbase
