// Where no sentence has all groups of a query: the sentences that have most of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "query/allowed_sentences.h"
#include "query/expansion.h"
#include "query/sentence_index.h"
#include "query/top_sentences.h"

namespace claimbase {

struct PartialSentence {
  TopSentence sentence;
  std::uint32_t groups = 0;  // a bit for each that is there, as typed or by what stands for it
  std::size_t count = 0;     // of the bits
};

struct PartialSentences {
  std::vector<PartialSentence> best;
  std::int64_t total = 0;  // that have as many groups as the best
};

inline constexpr std::size_t kMostPartialGroups = 32;

/// The best `limit` of the sentences that have most groups, scored as group_search.h says; at least one group is in the
/// sentence itself. Of more than 32 groups the rest is left out. Cost: the places of the rarest groups, and of each
/// other one those that could still give a sentence as many groups as the best has; memory: these places.
[[nodiscard]] PartialSentences find_most_groups(SentenceIndexes& indexes, const std::vector<QueryGroup>& groups,
                                                AllowedSentences& allowed, std::size_t limit);

}  // namespace claimbase
