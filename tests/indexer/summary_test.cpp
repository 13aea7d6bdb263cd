#include "indexer/summary.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "indexer/progress.h"

namespace claimbase {
namespace {

Summary sample() {
  Summary made;
  made.database = "kb.db";
  made.added = 1;
  made.changed = 2;
  made.bytes = 3'000'000;
  made.seconds = 1.5;
  made.warnings = 1;
  made.store.articles = 3;
  made.store.sentences = 40;
  made.store.claims = 1;
  made.store.mentions = 7;
  made.store.citations = 5;
  made.store.unresolved_citations = 2;
  return made;
}

TEST(Summary, Text) {
  EXPECT_EQ(
      to_text(sample()),
      "1 article added, 2 changed, 0 removed, 0 unchanged\n"
      "kb.db now has: 40 sentences, 1 claim in 7 mentions, 0 references, 5 citations (2 unresolved), 0 evidence links, "
      "0 diagnostics\n"
      "1.50 s, 2.00 MB/s; 0 errors, 1 warning, 0 notes\n");
}

TEST(Summary, TextSaysThatNothingHasChanged) {
  Summary summary;
  summary.database = "kb.db";
  summary.unchanged = 4;
  summary.failed = 1;
  summary.skipped = 2;
  EXPECT_EQ(to_text(summary).substr(0, 68), "nothing has changed: 4 articles unchanged, 1 failed; 2 other files s");
}

TEST(Summary, DryRunListsWhatWouldBeDone) {
  Summary summary;
  summary.database = "kb.db";
  summary.dry_run = true;
  summary.added = 1;
  summary.changes = {{"in/a.txt", "added", "new file"}};
  EXPECT_EQ(
      to_text(summary),
      "added    in/a.txt (new file)\n"
      "would be: 1 article added, 0 changed, 0 removed, 0 unchanged\n"
      "kb.db has: 0 sentences, 0 claims in 0 mentions, 0 references, 0 citations (0 unresolved), 0 evidence links, 0 "
      "diagnostics\n");
}

TEST(Summary, StatusSaysWhatIsToBeComparedMovedAndFinished) {
  Summary summary;
  summary.database = "kb.db";
  summary.dry_run = true;
  summary.moved = 1;
  summary.to_compare = 2;
  summary.unfinished = true;
  summary.changes = {{"in/b.txt", "moved", "moved from in/a.txt"}};
  summary.library_changes = {{"lib/x.ris", "removed", "file gone"}};
  EXPECT_EQ(to_text(summary).substr(0, to_text(summary).find("kb.db")),
            "moved    in/b.txt (moved from in/a.txt)\n"
            "removed  library lib/x.ris (file gone)\n"
            "finish   what was asked for anew, or what an interrupted run left\n"
            "would be: 0 articles added, 0 changed, 0 removed, 0 unchanged, 1 moved, 2 to compare\n");
}

TEST(Summary, Json) {
  const auto json = nlohmann::json::parse(to_json(sample()));
  EXPECT_EQ(json["articles"]["changed"], 2);
  EXPECT_EQ(json["megabytes_per_second"], 2.0);
  EXPECT_EQ(json["store"]["unresolved_citations"], 2);
  EXPECT_FALSE(json.contains("changes"));
}

TEST(ProgressBar, FillsUp) {
  EXPECT_EQ(progress_bar(0, 4, 8), "[        ]   0%  0/4 articles");
  EXPECT_EQ(progress_bar(1, 4, 8), "[##      ]  25%  1/4 articles");
  EXPECT_EQ(progress_bar(4, 4, 8), "[########] 100%  4/4 articles");
  EXPECT_EQ(progress_bar(0, 0, 4), "[    ]   0%  0/0 articles");
}

}  // namespace
}  // namespace claimbase
