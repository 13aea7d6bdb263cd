// The words of found sentences that a full-text expression matches.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "query/sentence_search.h"
#include "schema/database.h"

namespace claimbase {

/// A sentence and its heading path, with what matched between kHitBegin and kHitEnd (paint.h); empty where nothing did.
struct MarkedSentence {
  std::string text;
  std::string heading;
};

/// One for each hit, in their order, as highlight() of FTS5 gives them. The sentences are indexed for themselves, in
/// memory: to ask the store's indexes, each of `expression`'s words would be looked up in them again for each hit.
[[nodiscard]] std::vector<MarkedSentence> mark_hits(const Database& db, std::span<const SentenceHit> hits,
                                                    const std::string& expression);

}  // namespace claimbase
