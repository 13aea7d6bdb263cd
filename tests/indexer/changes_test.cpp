#include "indexer/changes.h"

#include <gmock/gmock.h>

#include <ostream>

namespace claimbase {

void PrintTo(const PendingFile& pending, std::ostream* out) {
  *out << pending.file.id << ": " << to_string(pending.reason);
}

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const AnalysisVersions kNow{1, 1, 1, 1};

AnalysisVersions now(std::string_view /*language*/) {
  return kNow;
}

FoundFile file(const std::string& id, std::int64_t size, std::int64_t modified) {
  return {id, "/corpus/" + id, id, size, modified, ""};
}

const std::vector<Scope> kWhole{{{"/corpus/in", "/corpus", ""}, "/corpus/in", "in", true}};

auto is(const std::string& id, Reason reason) {
  return testing::AllOf(testing::Field(&PendingFile::reason, reason),
                        testing::Field(&PendingFile::file, testing::Field(&FoundFile::id, id)));
}

TEST(Changes, NewFileIsPending) {
  const Changes made = find_changes({{file("in/a.txt", 1, 1)}, {}, {}, 0}, kWhole, {}, now);
  EXPECT_THAT(made.pending, ElementsAre(is("in/a.txt", Reason::added)));
}

TEST(Changes, SameSizeTimeAndVersionsAreUnchanged) {
  const ArticleStates states{{"in/a.txt", {"hash", 1, 1, kNow}}};
  const Changes made = find_changes({{file("in/a.txt", 1, 1)}, {}, {}, 0}, kWhole, states, now);
  EXPECT_THAT(made.pending, IsEmpty());
  EXPECT_EQ(made.unchanged, 1U);
}

TEST(Changes, OtherTimeOrSizeAsksForTheBytes) {
  const ArticleStates states{{"in/a.txt", {"hash", 1, 1, kNow}}, {"in/b.txt", {"hash", 1, 1, kNow}}};
  const Changes made = find_changes({{file("in/a.txt", 1, 2), file("in/b.txt", 2, 1)}, {}, {}, 0}, kWhole, states, now);
  EXPECT_THAT(made.pending, ElementsAre(is("in/a.txt", Reason::touched), is("in/b.txt", Reason::touched)));
  EXPECT_EQ(made.pending[0].stored_hash, "hash");
}

TEST(Changes, OtherVersionsNeedNoBytes) {
  const ArticleStates states{{"in/a.txt", {"hash", 1, 1, {1, 1, 1, 2}}}};
  const Changes made = find_changes({{file("in/a.txt", 1, 1)}, {}, {}, 0}, kWhole, states, now);
  EXPECT_THAT(made.pending, ElementsAre(is("in/a.txt", Reason::program)));
}

TEST(Changes, GoneWithinTheScopeOnly) {
  const ArticleStates states{{"in/a.txt", {}}, {"inside/b.txt", {}}, {"other/c.txt", {}}};
  EXPECT_THAT(find_changes({}, kWhole, states, now).gone, ElementsAre("in/a.txt"));
}

TEST(Changes, WhatCouldNotBeLookedAtIsNotGone) {
  const ArticleStates states{{"in/a.txt", {}}, {"in/locked/b.txt", {}}};
  EXPECT_THAT(find_changes({{}, {"in/locked"}, {}, 0}, kWhole, states, now).gone, ElementsAre("in/a.txt"));
}

}  // namespace
}  // namespace claimbase
