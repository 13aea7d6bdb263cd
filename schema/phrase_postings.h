// Where phrases stand in a full-text index: what a ranking of our own is made from. No row is fetched and no function
// called a row, as a MATCH with an auxiliary function does: each phrase's list is read once, from its begin to its end.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/database.h"

namespace claimbase {

struct PhraseHit {
  std::uint32_t column = 0;
  std::uint32_t offset = 0;  // of the phrase's first word in the column
};

/// The rows that hold one phrase, by key, with all places of it.
struct PhrasePostings {
  struct Row {
    std::int64_t key = 0;
    std::uint32_t first = 0;  // of its hits in `hits`
    std::uint32_t count = 0;
  };
  std::vector<Row> rows;
  std::vector<PhraseHit> hits;  // of a row by column and offset

  [[nodiscard]] std::span<const PhraseHit> hits_of(const Row& row) const {
    return std::span(hits).subspan(row.first, row.count);
  }
};

/// Reads one FTS5 table of ours, with the statement prepared once. `db`, on which register_full_text was called, must
/// outlive it.
class PostingsReader {
 public:
  PostingsReader(const Database& db, const std::string& table);

  /// `phrase` is words as typed: nothing in it is syntax. One without a word is nowhere. Cost: the phrase's entries in
  /// the index. Throws StoreError.
  [[nodiscard]] PhrasePostings read(std::string_view phrase);

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept;
  };
  const Database& db_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

}  // namespace claimbase
