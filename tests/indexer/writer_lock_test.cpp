// One writer at a time, whoever it is and however it ends.
#include "indexer/writer_lock.h"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <thread>

#include "schema/database.h"
#include "tests/indexer/temporary_folder.h"

namespace claimbase {
namespace {

using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::StartsWith;

constexpr std::chrono::seconds kNoWait(0);
constexpr std::chrono::seconds kLong(600);

class WriterLockTest : public testing::Test {
 protected:
  [[nodiscard]] std::filesystem::path database() const { return folder / "kb.db"; }
  [[nodiscard]] std::filesystem::path lock_file() const { return folder / "kb.db.lock"; }

  StoreErrorKind refusal(const std::filesystem::path& store) {
    try {
      const WriterLock lock(store, "update", kNoWait);
    } catch (const StoreError& error) {
      message = error.what();
      return error.kind();
    }
    ADD_FAILURE() << "the lock was to be had";
    return StoreErrorKind::other;
  }

  // A process that is killed while it has the lock.
  [[nodiscard]] pid_t killed_writer() const {
    const pid_t child = ::fork();
    if (child == 0) {
      const WriterLock lock(database(), "rebuild", kNoWait);
      ::raise(SIGKILL);
      std::_Exit(1);
    }
    int status = 0;
    EXPECT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFSIGNALED(status));
    return child;
  }

  TemporaryFolder folder;
  std::string message;
};

TEST_F(WriterLockTest, TheSecondIsToldWhoIsFirst) {
  const WriterLock first(database(), "watch", kNoWait);
  EXPECT_EQ(refusal(database()), StoreErrorKind::locked);
  EXPECT_THAT(message, AllOf(StartsWith("write " + database().string() + ": another claimbase-index (pid " +
                                        std::to_string(::getpid()) + ", since "),
                             ContainsRegex("since [0-9:]+, watch\\) is writing it$")));
}

TEST_F(WriterLockTest, GoesWithItsFile) {
  { const WriterLock first(database(), "update", kNoWait); }
  EXPECT_FALSE(std::filesystem::exists(lock_file()));
  const WriterLock second(database(), "update", kNoWait);
  EXPECT_EQ(second.killed_before(), std::nullopt);
}

TEST_F(WriterLockTest, OneOfAnotherStoreIsNoHindrance) {
  const WriterLock first(database(), "update", kNoWait);
  const WriterLock other(folder / "other.db", "update", kNoWait);
  EXPECT_TRUE(std::filesystem::exists(lock_file()));
}

TEST_F(WriterLockTest, IsWaitedFor) {
  std::optional<WriterLock> first(std::in_place, database(), "update", kNoWait);
  std::jthread ends([&first] {
    std::this_thread::sleep_for(std::chrono::milliseconds(60));
    first.reset();
  });
  const WriterLock second(database(), "update", kLong);
  EXPECT_TRUE(std::filesystem::exists(lock_file()));
}

TEST_F(WriterLockTest, ManyInTurnNeverTwoAtOnce) {
  int holders = 0;  // a race where two hold it
  int most = 0;
  const auto take_turns = [&] {
    for (int i = 0; i < 20; ++i) {
      const WriterLock lock(database(), "update", kLong);
      most = std::max(most, ++holders);
      std::this_thread::yield();
      --holders;
    }
  };
  {
    std::jthread one(take_turns);
    std::jthread two(take_turns);
    std::jthread three(take_turns);
  }
  EXPECT_EQ(most, 1);
}

TEST_F(WriterLockTest, OfAKilledProcessIsTakenOver) {
  const pid_t killed = killed_writer();
  ASSERT_TRUE(std::filesystem::exists(lock_file()));
  const WriterLock lock(database(), "update", kNoWait);
  ASSERT_TRUE(lock.killed_before().has_value());
  EXPECT_EQ(lock.killed_before()->pid, killed);
  EXPECT_EQ(lock.killed_before()->command, "rebuild");
}

// The number of the killed process is another's now: ours.
TEST_F(WriterLockTest, OfAProcessWhoseNumberIsAnothersNowIsTakenOver) {
  LockHolder before = this_holder("update");
  before.started += 1;
  folder.write("kb.db.lock", to_json(before));
  const WriterLock lock(database(), "update", kNoWait);
  EXPECT_EQ(lock.killed_before(), before);
}

TEST_F(WriterLockTest, HalfALineIsTakenOver) {
  folder.write("kb.db.lock", R"({"pid": 12)");
  const WriterLock lock(database(), "update", kNoWait);
  EXPECT_EQ(lock.killed_before(), std::nullopt);
}

TEST_F(WriterLockTest, ALinkToAStoreHasTheLockOfTheStore) {
  folder.write("kb.db", "");
  std::filesystem::create_symlink(database(), folder / "link.db");
  const WriterLock first(folder / "link.db", "update", kNoWait);
  EXPECT_EQ(refusal(database()), StoreErrorKind::locked);
}

TEST_F(WriterLockTest, MissingFolder) {
  EXPECT_EQ(refusal(folder / "no/kb.db"), StoreErrorKind::missing);
  EXPECT_THAT(message, HasSubstr("there is no folder " + (folder / "no").string()));
}

// Root may write everywhere, so the work is done by a child that is not root any more.
TEST_F(WriterLockTest, ReadOnlyFolder) {
  ::chmod(folder.path().c_str(), 0555);
  const auto refused = [&] {
    if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) return 100;
    if (refusal(database()) != StoreErrorKind::read_only) return 11;
    return message.find("kb.db.lock cannot be written") != std::string::npos ? 10 : 12;
  };
  EXPECT_EXIT(std::_Exit(refused()), testing::ExitedWithCode(10), "");
  ::chmod(folder.path().c_str(), 0755);
}

TEST(LockHolder, IsReadAsItWasWritten) {
  LockHolder holder = this_holder("watch");
  holder.host = "na\"me";
  EXPECT_EQ(parse_lock_holder(to_json(holder)), holder);
}

TEST(LockHolder, SaysWhereAndWhenInFullWhereItIsNotHereAndNow) {
  LockHolder holder{77, 0, 86'400 * 365, "web1", "update"};
  EXPECT_THAT(describe(holder), ContainsRegex("^pid 77 on web1, since 1970-12-3[01] [0-9:]+, update|since 1971-01-0"));
}

TEST(LockHolder, OfAnotherHostMayRun) {
  EXPECT_TRUE(is_running({1, 1, 0, "no such host", "update"}));
}

TEST(LockHolder, ThisProcessRuns) {
  EXPECT_TRUE(is_running(this_holder("update")));
}

class NoHolder : public testing::TestWithParam<const char*> {};

TEST_P(NoHolder, IsNone) {
  EXPECT_EQ(parse_lock_holder(GetParam()), std::nullopt);
}

INSTANTIATE_TEST_SUITE_P(Texts, NoHolder,
                         testing::Values("", "{", "[]", "12", R"({"pid": 1})",
                                         R"({"pid":"1","started":1,"since":1,"host":"a","command":"b"})",
                                         R"({"pid":1,"started":1,"since":1,"host":1,"command":"b"})"));

}  // namespace
}  // namespace claimbase
