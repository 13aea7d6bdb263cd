// Judges a claim of copy against the articles and works of the index.
#pragma once

#include <span>
#include <vector>

#include "analysis/claim/mention.h"
#include "query/audit/indexed_mentions.h"
#include "query/audit/report.h"

namespace claimbase {

/// What the sources are held against.
struct CopyClaim {
  MentionSummary claim;
  Valence valence = Valence::neutral;  // of its outcome
  std::vector<Quantity> quantities;
  bool claims_consensus = false;   // the sentence leans on "studies" in general
  bool names_no_humans = false;    // it says that it speaks of animals or cells
  bool names_observation = false;  // it says that it speaks of what was observed
};

/// The verdict, by the rules of docs/audit.md (Against the sources), with the best evidence first. `indexed` came from
/// `reader`, which is asked for the words of what is shown.
[[nodiscard]] SourceJudgement judge_by_sources(const CopyClaim& copy, std::span<const IndexedMention> indexed,
                                               IndexedMentionReader& reader);

inline constexpr std::size_t kShownEvidence = 4;

}  // namespace claimbase
