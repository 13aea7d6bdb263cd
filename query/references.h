// The command `references`: which works the articles' reference lists and libraries hold, and which of them are about
// what was typed or could support a claim.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/reference_ranking.h"
#include "query/suggestions.h"
#include "query/work.h"
#include "schema/database.h"

namespace claimbase {

struct ReferenceOptions {
  std::string typed;  // words; "": all
  std::string claim;  // a sentence, or "magnesium:lowers:blood-pressure"; instead of words
  bool expand = true;
  bool explain = false;
  std::string article;  // GLOB over the path or its last part
  std::string design;   // "meta-analysis" ...
  std::optional<int> level;
  std::string years;       // "2016" or "2016-2020"
  bool retracted = false;  // only those whose retraction stands
  bool unlinked = false;   // only those that no citation and no claim points at
  std::size_t limit = 50;
  RankingSettings ranking;
};

/// Why a work is where it is.
struct Relevance {
  double score = 0;
  std::vector<ScorePart> parts;  // with `explain`, or for a claim
  std::string sentence;          // for a claim: of the abstract, the one that says most of it; empty: none says any
};

struct ReferenceResult {
  std::vector<std::string> notes;
  std::vector<Work> works;           // by relevance where words were typed, else by author, year and id
  std::vector<Relevance> relevance;  // of each work; empty where no words were typed
  std::int64_t total = 0;
  Suggestion suggestion;  // where next to nothing is found
};

/// Call it inside a read transaction. Throws UsageError for years that are none.
[[nodiscard]] ReferenceResult find_references(const Database& db, const ReferenceOptions& options);

/// "magnesium:lowers:blood-pressure" as words; anything else as it is.
[[nodiscard]] std::string claim_words(std::string_view claim);

}  // namespace claimbase
