// Whether a name in capitals goes about with or without digits: "PCR" does without, "IL-10" never.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string_view>
#include <unordered_map>

#include "analysis/citation/marker_candidate.h"

namespace claimbase {

struct WordUse {
  std::size_t bare = 0;         // without digits
  std::size_t with_number = 0;  // with exactly this number
  std::size_t numbers = 0;      // different numbers
};

/// Counts the words of the names among `candidates` in one pass over `text`, which must outlive it; no pass where
/// there are none.
class WordUses {
 public:
  WordUses(std::string_view text, std::span<const MarkerCandidate> candidates);
  [[nodiscard]] WordUse of(std::string_view word, int number) const;

 private:
  struct Uses {
    std::size_t bare = 0;
    std::map<int, std::size_t> numbers;
  };
  std::unordered_map<std::string_view, Uses> uses_;
};

}  // namespace claimbase
