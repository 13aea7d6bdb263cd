// The works of the index that claims of copy come upon, each read once.
#pragma once

#include <cstdint>
#include <unordered_map>

#include "query/place.h"
#include "schema/database.h"

namespace claimbase {

/// Statements prepared once; for one thread. `db` must outlive it.
class IndexedWorkReader {
 public:
  explicit IndexedWorkReader(const Database& db);

  /// What a work is judged by: all but its first author and its number. It stays where it is as long as the reader.
  [[nodiscard]] const ReferenceSummary& work(std::int64_t key);
  /// All of it, with its number in the list that the entry is of (0: none).
  [[nodiscard]] ReferenceSummary shown(std::int64_t key, std::int64_t entry);

 private:
  Statement reference_;
  Statement first_author_;
  Statement number_;
  std::unordered_map<std::int64_t, ReferenceSummary> known_;  // by key
};

}  // namespace claimbase
