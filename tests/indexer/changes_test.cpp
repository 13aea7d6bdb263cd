#include "indexer/changes.h"

#include <gmock/gmock.h>

#include <ostream>

#include "indexer/settled_time.h"

namespace claimbase {

void PrintTo(const PendingFile& pending, std::ostream* out) {
  *out << pending.file.id << ": " << pending.why;
}

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const AnalysisVersions kNow{1, 1, 1, 1};

const CurrentVersions now{[](std::string_view /*forced*/, std::string_view /*format*/) { return kNow; },
                          [](std::string_view /*id*/) { return std::string(); }};

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
  const ArticleStates states{{"in/a.txt", {"hash", 1, 1, kNow, 0, "text"}}};
  const Changes made = find_changes({{file("in/a.txt", 1, 1)}, {}, {}, 0}, kWhole, states, now);
  EXPECT_THAT(made.pending, IsEmpty());
  EXPECT_EQ(made.unchanged, 1U);
}

TEST(Changes, OtherTimeOrSizeAsksForTheBytes) {
  const ArticleStates states{{"in/a.txt", {"hash", 1, 1, kNow, 0, "text"}},
                             {"in/b.txt", {"hash", 1, 1, kNow, 0, "text"}}};
  const Changes made = find_changes({{file("in/a.txt", 1, 2), file("in/b.txt", 2, 1)}, {}, {}, 0}, kWhole, states, now);
  EXPECT_THAT(made.pending, ElementsAre(is("in/a.txt", Reason::touched), is("in/b.txt", Reason::touched)));
  EXPECT_EQ(made.pending[0].stored_hash, "hash");
}

TEST(Changes, OtherVersionsNeedNoBytes) {
  const ArticleStates states{{"in/a.txt", {"hash", 1, 1, {1, 1, 1, 2}, 0, "text"}}};
  const Changes made = find_changes({{file("in/a.txt", 1, 1)}, {}, {}, 0}, kWhole, states, now);
  EXPECT_THAT(made.pending, ElementsAre(is("in/a.txt", Reason::outdated)));
  EXPECT_EQ(made.pending[0].why, "other vocabulary");
}

TEST(Changes, TimeThatIsNotSettledAsksForTheBytes) {
  const ArticleStates states{{"in/a.txt", {"hash", 1, kUnsettledTime, kNow, 0, "text"}}};
  const Changes made = find_changes({{file("in/a.txt", 1, 1)}, {}, {}, 0}, kWhole, states, now);
  EXPECT_THAT(made.pending, ElementsAre(is("in/a.txt", Reason::touched)));
}

TEST(Changes, AnotherFileOfTheSameSizeAndTimeAsksForTheBytes) {
  const ArticleStates states{{"in/a.txt", {"hash", 1, 1, kNow, 5, "text"}}};
  FoundFile found = file("in/a.txt", 1, 1);
  found.inode = 6;
  EXPECT_THAT(find_changes({{found}, {}, {}, 0}, kWhole, states, now).pending,
              ElementsAre(is("in/a.txt", Reason::touched)));
  found.inode = 5;
  EXPECT_THAT(find_changes({{found}, {}, {}, 0}, kWhole, states, now).pending, IsEmpty());
}

TEST(Changes, ReaderOfOneFormatIsNoReasonForAnother) {
  const CurrentVersions other_html{[](std::string_view /*forced*/, std::string_view format) {
                                     return format == "html" ? AnalysisVersions{2, 1, 1, 1} : kNow;
                                   },
                                   now.forced_before};
  const ArticleStates states{{"in/a.html", {"hash", 1, 1, kNow, 0, "html"}},
                             {"in/b.txt", {"hash", 1, 1, kNow, 0, "text"}}};
  const Changes made =
      find_changes({{file("in/a.html", 1, 1), file("in/b.txt", 1, 1)}, {}, {}, 0}, kWhole, states, other_html);
  EXPECT_THAT(made.pending, ElementsAre(is("in/a.html", Reason::outdated)));
  EXPECT_EQ(made.pending[0].why, "other reader of its format");
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
