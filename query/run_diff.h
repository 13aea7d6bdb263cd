// The command `diff`: what runs of the indexer changed in what the articles claim, and on what ground.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "query/paint.h"
#include "query/record_writer.h"
#include "query/recorded_runs.h"
#include "schema/database.h"
#include "schema/run_records.h"

namespace claimbase {

/// A mention that went, came, or says something else now: both are there then.
struct MentionDiff {
  std::optional<MentionImage> before;
  std::optional<MentionImage> after;
  std::vector<EvidenceImage> lost_evidence;    // of one that is there before and after
  std::vector<EvidenceImage> gained_evidence;  // likewise
  [[nodiscard]] bool lost_ground() const;      // it rests on fewer works than before, or by a weaker link
};

struct ArticleDiff {
  std::string article;   // its path now, or the last it had
  std::string previous;  // its path before, where that was another
  std::string title;
  std::string format;
  bool was_there = true;
  bool is_there = true;
  std::vector<MentionDiff> mentions;  // by line
  std::vector<EntryImage> lost_entries;
  std::vector<EntryImage> gained_entries;
};
/// "added", "removed", "renamed", "changed".
[[nodiscard]] std::string_view change_of(const ArticleDiff& article);

/// A claim over all articles, before and after.
struct ClaimDiff {
  std::string claim;
  std::int64_t mentions_before = 0, mentions_after = 0;
  std::int64_t grounds_before = 0, grounds_after = 0;
  [[nodiscard]] bool lost_last_evidence() const {
    return grounds_before > 0 && grounds_after == 0 && mentions_after > 0;
  }
};

/// A cited work on which there is another notice than before, or that no article and no library has any more.
struct WorkDiff {
  std::string change;  // "notice", "gone"
  std::string reference;
  std::string label;
  std::string notice_before;
  std::string notice;
  std::string notice_date;
  std::int64_t mentions = 0;  // that rest on it, of a work that is gone: rested
};

struct RunDiff {
  std::vector<RecordedRun> runs;
  std::vector<ArticleDiff> articles;   // by path; those of which nothing but the bytes changed are left out
  std::vector<ClaimDiff> claims;       // that came, went, or lost their last evidence, by id
  std::vector<WorkDiff> works;         // by id
  std::vector<std::string> libraries;  // "added refs/a.ris"
};

/// What `runs`, which follow each other, did together: what one did and a later one undid is left out. Cost: linear in
/// what is recorded of them and of later runs.
[[nodiscard]] RunDiff find_diff(const Database& db, std::vector<RecordedRun> runs);

/// Whether something rests on less than before: a claim on nothing, a mention on fewer works, a work that was
/// retracted or is gone.
[[nodiscard]] bool lost_evidence(const RunDiff& diff);

/// Pairs what was lost with what was gained of the same claim and nearly the same words.
[[nodiscard]] std::vector<MentionDiff> pair_mentions(std::vector<MentionImage> lost, std::vector<MentionImage> gained);

void print_diff(std::ostream& out, const Paint& paint, const RunDiff& diff);
[[nodiscard]] Json to_json(const RunDiff& diff);
/// One record a mention, entry, claim and work that changed; "type" says which.
void write_diff_records(std::ostream& out, const RunDiff& diff);

}  // namespace claimbase
