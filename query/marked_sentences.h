// The words of found sentences that a query's groups match.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "query/expansion.h"
#include "query/sentence_search.h"
#include "schema/database.h"

namespace claimbase {

/// What of the groups is marked.
enum class Marking : std::uint8_t {
  own,       // their typed words, where the sentence and its headings have all of them
  expanded,  // and what stands for these
  any        // the same, of each group that is there
};

/// A sentence and its heading path, with what matched between kHitBegin and kHitEnd (paint.h); empty where nothing did.
struct MarkedSentence {
  std::string text;
  std::string heading;
};

/// One for each hit, in their order, as highlight() of FTS5 gives them for the expressions of match_expression.h where
/// it has the sentence alone: what overlaps is one mark; of a group that is the only one nothing is marked in the
/// heading, for it must be in the sentence itself. Cost: the words of the groups are analysed once for each index among
/// the hits, each hit once; a third of what FTS5 takes.
[[nodiscard]] std::vector<MarkedSentence> mark_hits(const Database& db, std::span<const SentenceHit> hits,
                                                    std::span<const QueryGroup> groups, Marking marking);

}  // namespace claimbase
