// The best sentences of one index with all of some words, without scoring every such sentence: top_sentences.h.
#pragma once

#include <vector>

#include "query/best_scores.h"
#include "query/sentence_index.h"

namespace claimbase {

/// Words that stand together, or one alone, and what they are worth.
struct ValuedPhrase {
  Stems stems;
  double value = 1;  // weight times idf
};

/// Shows `best` those of the sentences with all of `terms` that can be among the best. At least one term.
void find_with_all(SentenceIndex& index, const std::vector<ValuedPhrase>& terms, BestScores& best);

}  // namespace claimbase
