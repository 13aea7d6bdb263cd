// Calls below SQLite are made to fail, and the process is ended at them: a change is made as a whole or not at all.
// Every n-th call is; CLAIMBASE_FAULT_STEP says which n (fault_step; 1: all, which takes minutes).
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

#include "tests/schema/sample.h"
#include "tests/support/fault_vfs.h"

namespace claimbase {
namespace {

using testing::IsEmpty;

class FaultTest : public StoreTest, public testing::WithParamInterface<Fault> {
 protected:
  void make_store() {
    Store store = new_store();
    store.replace_article(sample_article("a.txt"));
    store.replace_article(sample_article("b.txt"));
  }

  // Another article in the place of "a.txt", "b.txt" away.
  void change() {
    Store store = Store::open(file(), StoreMode::read_write);
    store.replace_article(ArticleBuilder("a.txt").sentence("Zink verkort een verkoudheid."));
    store.remove_article("b.txt");
  }

  [[nodiscard]] std::string content() {
    Store store = Store::open(file(), StoreMode::read_write);
    EXPECT_THAT(store.check(), IsEmpty());
    return dump(store);
  }

  void copy(const std::string& from, const std::string& to) {
    for (const char* suffix : {"-wal", "-shm", "-journal"}) std::filesystem::remove(file(to).string() + suffix);
    std::filesystem::copy_file(file(from), file(to), std::filesystem::copy_options::overwrite_existing);
  }

  // Counts the calls of `work`.
  template <typename Work>
  std::uint64_t calls_of(const Work& work) {
    vfs.arm(GetParam(), 0);
    work();
    const std::uint64_t calls = vfs.calls();
    vfs.disarm();
    return calls;
  }

  // `work` with call `at` failing: in this process, or in one that it ends.
  template <typename Work>
  void under_fault(std::uint64_t at, const Work& work) {
    if (GetParam() != Fault::killed && GetParam() != Fault::killed_in_write) {
      vfs.arm(GetParam(), at);
      try {
        work();
      } catch (const StoreError&) {
      }
      return vfs.disarm();
    }
    const pid_t child = ::fork();
    if (child == 0) {
      vfs.arm(GetParam(), at);
      work();
      std::_Exit(0);
    }
    int status = 0;
    EXPECT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == kKilledByFault) << "call " << at;
  }

  FaultVfs vfs;
};

TEST_P(FaultTest, LeavesEachArticleOldOrNew) {
  make_store();
  copy("kb.db", "before.db");
  const std::string before = content();
  const std::uint64_t calls = calls_of([&] { change(); });
  const std::string after = content();
  copy("before.db", "kb.db");
  Store::open(file(), StoreMode::read_write)
      .replace_article(ArticleBuilder("a.txt").sentence("Zink verkort een verkoudheid."));
  const std::string between = content();
  for (std::uint64_t at = 1; at <= calls && !HasFailure(); at += fault_step(calls)) {
    SCOPED_TRACE(at);
    copy("before.db", "kb.db");
    under_fault(at, [&] { change(); });
    const std::string found = content();
    EXPECT_TRUE(found == before || found == between || found == after);
    change();
    EXPECT_TRUE(content() == after);
  }
}

TEST_P(FaultTest, AStoreThatIsBeingMadeCanBeMadeAfterwards) {
  const auto make = [&] { static_cast<void>(Store::open(file("new.db"), StoreMode::read_write)); };
  const std::uint64_t calls = calls_of(make);
  for (std::uint64_t at = 1; at <= calls && !HasFailure(); at += fault_step(calls)) {
    SCOPED_TRACE(at);
    for (const char* suffix : {"", "-wal", "-shm", "-journal"})
      std::filesystem::remove(file("new.db").string() + suffix);
    under_fault(at, make);
    EXPECT_THAT(Store::open(file("new.db"), StoreMode::read_write).check(), IsEmpty());
  }
}

TEST_P(FaultTest, PuttingAStoreInAnothersPlaceIsAllOrNothing) {
  make_store();
  copy("kb.db", "before.db");
  const std::string before = content();
  {
    Store built = new_store("built.db", StoreMode::bulk);
    built.replace_article(sample_article("new.txt"));
    built.finish_bulk();
  }
  const auto publish = [&] { publish_store(file("new.db"), file()); };
  copy("built.db", "new.db");
  const std::uint64_t calls = calls_of(publish);
  const std::string after = content();
  for (std::uint64_t at = 1; at <= calls && !HasFailure(); at += fault_step(calls)) {
    SCOPED_TRACE(at);
    copy("before.db", "kb.db");
    copy("built.db", "new.db");
    under_fault(at, publish);
    const std::string found = content();
    EXPECT_TRUE(found == before || found == after);
  }
}

INSTANTIATE_TEST_SUITE_P(EachCall, FaultTest,
                         testing::Values(Fault::io_error, Fault::disk_full, Fault::short_write, Fault::failed_sync,
                                         Fault::failed_open, Fault::killed, Fault::killed_in_write),
                         [](const auto& tested) { return std::string(to_string(tested.param)); });

}  // namespace
}  // namespace claimbase
