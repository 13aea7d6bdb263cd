// The sentences that have all the groups of a query, each as typed or by what stands for it, and the best of them.
#pragma once

#include <cstdint>
#include <vector>

#include "query/allowed_sentences.h"
#include "query/expansion.h"
#include "query/sentence_index.h"
#include "query/top_sentences.h"

namespace claimbase {

struct FoundSentences {
  std::vector<TopSentence> own;     // the best with the words as typed
  std::vector<TopSentence> others;  // the best with what stands for some of them
  std::int64_t own_total = 0;
  std::int64_t total = 0;  // of both
};

/// All the groups must be in the sentence or the headings above it, at least one of them in the sentence itself.
///
/// A group counts what its typed words do by BM25 (sentence_score.h; a phrase's idf is the sum of its words'); where
/// they are not all there, 0.8 times the best of its labels, or 0.6 times that of a compound's parts, with the idf of a
/// word that is in as many sentences as all of these together.
///
/// Cost: the places of the rarest group's words; of the others' what is near to them; a look at each sentence with all
/// words of a phrase (phrase_places.h); and of each that is found, as the totals need it.
[[nodiscard]] FoundSentences find_groups(SentenceIndexes& indexes, const std::vector<QueryGroup>& groups,
                                         AllowedSentences& allowed, std::size_t limit);

}  // namespace claimbase
