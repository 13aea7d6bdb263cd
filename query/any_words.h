// The best sentences of one index with any of some words, without scoring every sentence: top_sentences.h.
#pragma once

#include <vector>

#include "query/best_scores.h"
#include "query/sentence_index.h"

namespace claimbase {

/// Shows `best` those of the sentences with any of the words that can be among the `limit` best. At least one cursor.
void find_with_any(const SentenceIndex& index, std::vector<WordCursor> cursors, std::size_t limit, BestScores& best);

}  // namespace claimbase
