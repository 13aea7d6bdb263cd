// What the system tells of folders, and what of that counts.
#include "indexer/folder_events.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <poll.h>
#include <sys/stat.h>

#include <functional>

#include "tests/indexer/temporary_folder.h"

namespace claimbase {
namespace {

namespace fs = std::filesystem;

class FolderEventsTest : public testing::Test {
 protected:
  void SetUp() override {
    folder.write("corpus/a.txt", "a");
    folder.write("corpus/sub/b.txt", "b");
    folder.write("corpus/kb.db", "the store");
    folder.write("own/words.rdf", "words");
    targets = {folder / "corpus", folder / "own/words.rdf"};
  }

  // What `edit` makes the system tell.
  [[nodiscard]] FolderEvents::Taken told_of(const std::function<void()>& edit) const {
    FolderEvents events(targets, folder / "corpus/kb.db");
    EXPECT_EQ(events.problem(), "");
    edit();
    return events.take();
  }

  void move(std::string_view from, std::string_view to) const { fs::rename(folder / from, folder / to); }

  TemporaryFolder folder;
  std::vector<fs::path> targets;
};

struct Edit {
  const char* name;
  std::function<void(const TemporaryFolder&)> edit;
  bool changed;
  bool folders;
};

class Edits : public FolderEventsTest, public testing::WithParamInterface<Edit> {};

TEST_P(Edits, AreToldWhereTheyCount) {
  const FolderEvents::Taken taken = told_of([&] { GetParam().edit(folder); });
  EXPECT_EQ(taken.changed, GetParam().changed);
  EXPECT_EQ(taken.folders, GetParam().folders);
}

const Edit kEdits[] = {
    {"Nothing", [](const TemporaryFolder&) {}, false, false},
    {"Write", [](const TemporaryFolder& f) { f.write("corpus/a.txt", "aa"); }, true, false},
    {"WriteBelow", [](const TemporaryFolder& f) { f.write("corpus/sub/b.txt", "bb"); }, true, false},
    {"NewFile", [](const TemporaryFolder& f) { f.write("corpus/c.txt", "c"); }, true, false},
    {"SaveByRename",
     [](const TemporaryFolder& f) { fs::rename(f.write("corpus/.a.txt.tmp", "aa"), f / "corpus/a.txt"); }, true, false},
    {"HiddenFile", [](const TemporaryFolder& f) { f.write("corpus/.a.txt.swp", "a"); }, false, false},
    {"HiddenFolder", [](const TemporaryFolder& f) { f.write("corpus/.git/index", "a"); }, false, false},
    {"Deleted", [](const TemporaryFolder& f) { fs::remove(f / "corpus/a.txt"); }, true, false},
    {"Touched",
     [](const TemporaryFolder& f) {
       // As touch does. A change of the one time alone is told like a write under way, and waited for no longer.
       ASSERT_EQ(::utimensat(AT_FDCWD, (f / "corpus/a.txt").c_str(), nullptr, 0), 0);
     },
     true, false},
    {"Renamed", [](const TemporaryFolder& f) { fs::rename(f / "corpus/a.txt", f / "corpus/sub/a.txt"); }, true, false},
    {"MovedOut", [](const TemporaryFolder& f) { fs::rename(f / "corpus/a.txt", f / "a.txt"); }, true, false},
    {"HardLink", [](const TemporaryFolder& f) { fs::create_hard_link(f / "corpus/a.txt", f / "corpus/d.txt"); }, true,
     false},
    {"SymbolicLink", [](const TemporaryFolder& f) { fs::create_symlink("a.txt", f / "corpus/d.txt"); }, true, false},
    {"NewFolder", [](const TemporaryFolder& f) { fs::create_directory(f / "corpus/new"); }, true, true},
    {"FolderRenamed", [](const TemporaryFolder& f) { fs::rename(f / "corpus/sub", f / "corpus/other"); }, true, true},
    {"FolderMovedOut", [](const TemporaryFolder& f) { fs::rename(f / "corpus/sub", f / "sub"); }, true, true},
    {"FolderDeleted", [](const TemporaryFolder& f) { fs::remove_all(f / "corpus/sub"); }, true, true},
    {"AllMovedAway", [](const TemporaryFolder& f) { fs::rename(f / "corpus", f / "elsewhere"); }, true, true},
    {"NamedFileSavedByRename",
     [](const TemporaryFolder& f) { fs::rename(f.write("own/words.new", "w"), f / "own/words.rdf"); }, true, false},
    {"AnotherFileBesideTheNamedOne", [](const TemporaryFolder& f) { f.write("own/notes.txt", "n"); }, false, false},
    {"TheStoreAndItsOwnFiles",
     [](const TemporaryFolder& f) {
       for (const char* name : {"kb.db", "kb.db-wal", "kb.db-shm", "kb.db.lock", "kb.db.building"}) {
         f.write(std::string("corpus/") + name, "s");
       }
     },
     false, false},
    {"OneNamedLikeTheStoreElsewhere", [](const TemporaryFolder& f) { f.write("corpus/sub/kb.db", "s"); }, true, false},
};

INSTANTIATE_TEST_SUITE_P(Of, Edits, testing::ValuesIn(kEdits), [](const auto& tested) { return tested.param.name; });

TEST_F(FolderEventsTest, AFileThatHasJustBeenMadeIsToldWhenItIsWritten) {
  FolderEvents events(targets, folder / "kb.db");
  std::ofstream file(folder / "corpus/slow.txt");
  EXPECT_FALSE(events.take().changed);
  file << "text";
  file.close();
  EXPECT_TRUE(events.take().changed);
}

TEST_F(FolderEventsTest, OneThatIsNotThereIsToldWhenItComes) {
  targets = {folder / "later/still/later.rdf"};
  FolderEvents events(targets, folder / "kb.db");
  folder.write("other/a.txt", "a");
  EXPECT_FALSE(events.take().changed);
  fs::create_directory(folder / "later");
  const FolderEvents::Taken taken = events.take();
  EXPECT_TRUE(taken.changed && taken.folders);
}

TEST_F(FolderEventsTest, WakesAPoll) {
  FolderEvents events(targets, folder / "kb.db");
  pollfd waiting{events.descriptor(), POLLIN, 0};
  EXPECT_EQ(::poll(&waiting, 1, 0), 0);
  folder.write("corpus/a.txt", "aa");
  EXPECT_EQ(::poll(&waiting, 1, 60'000), 1);
  static_cast<void>(events.take());
  EXPECT_EQ(::poll(&waiting, 1, 0), 0);
}

TEST_F(FolderEventsTest, MoreThanTheSystemKeepsMeansEverythingAnew) {
  std::size_t most = 0;
  std::ifstream("/proc/sys/fs/inotify/max_queued_events") >> most;
  constexpr std::size_t kWithinReason = 50'000;
  if (most == 0 || most > kWithinReason) GTEST_SKIP() << "the system keeps " << most << " events";
  const FolderEvents::Taken taken = told_of([&] {
    for (std::size_t i = 0; i <= most / 2; ++i) {  // two that are alike in a row would be one
      fs::permissions(folder / "corpus/a.txt", fs::perms::owner_all);
      fs::permissions(folder / "corpus/sub/b.txt", fs::perms::owner_all);
    }
  });
  EXPECT_TRUE(taken.changed);
  EXPECT_TRUE(taken.folders);
}

}  // namespace
}  // namespace claimbase
