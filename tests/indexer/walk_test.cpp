#include "indexer/walk.h"

#include <gmock/gmock.h>

#include "analysis/convert/file_bytes.h"
#include "indexer/article_task.h"
#include "tests/indexer/temporary_folder.h"

namespace claimbase {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Walk walk_of(const std::filesystem::path& path, const TemporaryFolder& root) {
  return walk({{path, root.path(), "nl"}, path, "shown", true});
}

std::vector<std::string> ids(const Walk& found) {
  std::vector<std::string> list;
  for (const FoundFile& each : found.files) list.push_back(each.id);
  return list;
}

TEST(Walk, FindsTextInOrderOfIds) {
  const TemporaryFolder folder;
  for (const char* name : {"in/b.txt", "in/a/z.md", "in/a.TEXT", "in/README"}) folder.write(name, "tekst");
  EXPECT_THAT(ids(walk_of(folder / "in", folder)), ElementsAre("in/README", "in/a.TEXT", "in/a/z.md", "in/b.txt"));
}

TEST(Walk, CountsOtherFormatsAndPassesOverHiddenNames) {
  const TemporaryFolder folder;
  folder.write("in/paper.odt", "PK");
  folder.write("in/data", std::string("\0\1\2", 3));
  folder.write("in/.hidden.txt", "tekst");
  folder.write("in/.git/HEAD", "ref");
  const Walk found = walk_of(folder / "in", folder);
  EXPECT_THAT(found.files, IsEmpty());
  EXPECT_THAT(found.problems, IsEmpty());
  EXPECT_EQ(found.skipped, 2U);
}

TEST(Walk, KnowsSizeLanguageAndNameAsTyped) {
  const TemporaryFolder folder;
  folder.write("in/a.txt", "tekst");
  const FoundFile found = walk_of(folder / "in", folder).files.at(0);
  EXPECT_EQ(found.size, 5);
  EXPECT_GT(found.modified, 0);
  EXPECT_EQ(found.language, "nl");
  EXPECT_EQ(found.shown, "shown/a.txt");
}

TEST(Walk, LinksToFoldersAndToNowhereAreNotFollowed) {
  const TemporaryFolder folder;
  folder.write("in/a.txt", "tekst");
  std::filesystem::create_directory_symlink(folder / "in", folder / "in/again");
  std::filesystem::create_symlink(folder / "nowhere.txt", folder / "in/broken.txt");
  EXPECT_THAT(ids(walk_of(folder / "in", folder)), ElementsAre("in/a.txt"));
}

TEST(Walk, LinksToFilesOutsideTheFolderAreProblems) {
  const TemporaryFolder folder;
  folder.write("outside.txt", "tekst");
  folder.write("in/a.txt", "tekst");
  std::filesystem::create_symlink(folder / "outside.txt", folder / "in/out.txt");
  std::filesystem::create_symlink(folder / "in/a.txt", folder / "in/b.txt");
  const Walk found = walk_of(folder / "in", folder);
  EXPECT_THAT(ids(found), ElementsAre("in/a.txt", "in/b.txt"));
  ASSERT_EQ(found.problems.size(), 1U);
  EXPECT_EQ(found.problems[0].rule, "document.outside");
  EXPECT_THAT(found.unknown, ElementsAre("in/out.txt"));
}

TEST(Walk, FileNamedItselfOfAnUnknownFormatIsAProblem) {
  const TemporaryFolder folder;
  const Walk found = walk_of(folder.write("paper.odt", "PK"), folder);
  ASSERT_EQ(found.problems.size(), 1U);
  EXPECT_EQ(to_line(found.problems[0]),
            "shown: error: not indexed: .odt is no format that can be read (text, markdown, html, jats, docx, pdf); "
            "convert it to "
            "text first"
            " [document.unknown-format]");
  EXPECT_THAT(found.unknown, ElementsAre("paper.odt"));
}

TEST(Walk, DeviceIsNoFile) {
  const TemporaryFolder folder;
  const Walk found = walk({{"/dev/null", "/", ""}, "/dev/null", "/dev/null", true});
  ASSERT_EQ(found.problems.size(), 1U);
  EXPECT_EQ(found.problems[0].rule, "document.unreadable");
}

TEST(FileBytes, WhatCannotBeReadSaysWhy) {
  const TemporaryFolder folder;
  folder.write("long.txt", "0123456789");
  EXPECT_EQ(read_file(folder / "long.txt", 10).bytes, "0123456789");
  EXPECT_TRUE(read_file(folder / "long.txt", 9).too_large);
  EXPECT_EQ(read_file(folder.path()).problem, "is a directory");
  EXPECT_EQ(read_file(folder / "nowhere.txt").problem, "no such file or directory");
}

TEST(FileBytes, HashIsThatOfXxh3) {
  EXPECT_EQ(content_hash(""), "99aa06d3014798d86001c324468d497f");  // XXH3_128bits of nothing, xxHash's own test vector
  EXPECT_NE(content_hash("a"), content_hash("b"));
}

TEST(ArticleTask, FileThatIsGoneSinceItWasFoundFails) {
  const TemporaryFolder folder;
  const Vocabulary vocabulary;
  ClaimExtractor extractor(vocabulary);
  const PendingFile pending{
      {"in/a.txt", folder / "a.txt", "a.txt", 1, 1, ""}, {}, Reason::touched, "other bytes", "hash"};
  for (const TaskResult& result :
       {read_and_analyze(pending, [&]() -> ClaimExtractor& { return extractor; }), read_only_if_touched(pending)}) {
    EXPECT_EQ(result.kind, TaskResult::Kind::failed);
    ASSERT_EQ(result.problems.size(), 1U);
    EXPECT_EQ(to_line(result.problems[0]), "a.txt: error: not read: no such file or directory [document.unreadable]");
  }
}

TEST(FileProblems, OneLineWithoutControlCharacters) {
  EXPECT_EQ(to_line({"a\x1b[2J\nb.txt", 7, Severity::warning, "citation.unresolved", "no entry 9"}),
            "a[2J b.txt:7: warning: no entry 9 [citation.unresolved]");
}

}  // namespace
}  // namespace claimbase
