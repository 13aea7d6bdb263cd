// Several sets of names that are looked for in the same texts: one pass says which of them are worth a search.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/bibliography/hash_filter.h"
#include "analysis/bibliography/name_index.h"

namespace claimbase {

/// At most 32 sets. Immutable once filled: then safe for all threads.
class NameSets {
 public:
  explicit NameSets(std::size_t count) : sets_(count) {}

  void add(std::size_t set, std::string_view name, std::uint32_t id);
  [[nodiscard]] const NameIndex& operator[](std::size_t set) const { return sets_[set]; }

  /// A bit for each set of which a name may begin with two words next to each other; of the others none is found.
  [[nodiscard]] std::uint32_t begun_in(std::string_view text) const;
  [[nodiscard]] std::uint32_t begun_in(std::span<const FoldedWord> words) const;

 private:
  [[nodiscard]] std::uint32_t begun_by(std::uint64_t beginning) const;

  std::vector<NameIndex> sets_;
  std::unordered_map<std::uint64_t, std::uint32_t> sets_of_;  // a name of one word, or the first two of a longer one
  HashFilter beginnings_;                                     // its keys
};

}  // namespace claimbase
