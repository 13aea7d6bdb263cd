// Whatever fails below SQLite, and wherever the process ends: the store opens, is sound, and the next run makes it what
// a clean build would be. Every n-th call is made to fail; CLAIMBASE_FAULT_STEP says which n (fault_step; 1: all, which
// takes long).
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

#include "indexer/prepared_vocabulary.h"
#include "indexer/update.h"
#include "tests/cli/indexer_fixture.h"
#include "tests/support/fault_vfs.h"

namespace claimbase {
namespace {

using testing::IsEmpty;

enum class RunKind : std::uint8_t { first_build, update, rebuild };

std::string_view to_string(RunKind run) {
  switch (run) {
    case RunKind::first_build:
      return "FirstBuild";
    case RunKind::update:
      return "Update";
    case RunKind::rebuild:
      return "Rebuild";
  }
  return "";
}

// The vocabulary is compiled once for all runs of this program.
PreparedVocabulary& prepared() {
  static PreparedVocabulary vocabulary;
  return vocabulary;
}

class Faults : public IndexerTest, public testing::WithParamInterface<std::tuple<RunKind, Fault>> {
 protected:
  void SetUp() override {
    write_corpus();
    folder.write("works/one.ris",
                 "TY  - JOUR\nAU  - Prasad, A. S.\nTI  - Zinc in human health: effect of zinc on immune cells\n"
                 "T2  - Molecular Medicine\nPY  - 2008\nVL  - 14\nSP  - 353\nER  - \n");
    ASSERT_EQ(run().failed, 0U);
    std::filesystem::copy_file(database(), folder / "before.db");
    // One article changes, one goes, one comes; so do records of the library.
    folder.write("corpus/iron.md", "Iron\n\nIron supplements reduce fatigue.\n\nIron prevents anaemia.\n");
    folder.write("corpus/thee.txt", "Thee\n\nGroene thee verlaagt het cholesterol.\n\nThee verlaagt de bloeddruk.\n");
    std::filesystem::remove(folder / "corpus/more/vitamine-d.txt");
    folder.write("works/one.ris",
                 "TY  - JOUR\nAU  - Prasad, A. S.\nTI  - Zinc in human health: effect of zinc on immune cells\n"
                 "T2  - Molecular Medicine\nPY  - 2008\nVL  - 14\nSP  - 353\nEP  - 357\nER  - \n");
    folder.write("works/two.ris", "TY  - JOUR\nAU  - Vries, J. de\nTI  - Tea and blood pressure\nPY  - 2011\nER  - \n");
    restore(RunKind::first_build);
    ASSERT_EQ(run().failed, 0U);
    clean = dump();
  }

  [[nodiscard]] Summary run(bool rebuild = false) const {
    UpdateRequest request;
    request.database = database();
    request.rebuild = rebuild;
    request.paths = {folder / "corpus"};
    request.libraries = {folder / "works"};
    return claimbase::update(request, {}, prepared());
  }

  void restore(RunKind kind) const {
    for (const char* suffix :
         {"", "-wal", "-shm", "-journal", ".building", ".building-wal", ".building-shm", ".lock"}) {
      std::filesystem::remove(database() + suffix);
    }
    if (kind != RunKind::first_build) std::filesystem::copy_file(folder / "before.db", database());
  }

  // What a run under faults may do: come to its end, or say in one exception that it cannot.
  [[nodiscard]] std::string run_under_fault(RunKind kind) const {
    try {
      static_cast<void>(run(kind == RunKind::rebuild));
    } catch (const StoreError& error) {
      return std::string(to_string(error.kind())) + ": " + error.what();
    }
    return "";
  }

  void expect_whole(const std::string& what) const {
    if (std::filesystem::exists(database()) && std::filesystem::file_size(database()) > 0) {
      EXPECT_THAT(Store::open(database(), StoreMode::read_write).check(), IsEmpty()) << what;
    }
    EXPECT_EQ(run().failed, 0U) << what;
    EXPECT_TRUE(dump() == clean) << what;
    EXPECT_THAT(Store::open(database(), StoreMode::read_write).check(), IsEmpty()) << what;
    EXPECT_FALSE(std::filesystem::exists(database() + ".building")) << what;
  }

  FaultVfs vfs;
  std::string clean;
};

TEST_P(Faults, LeaveAStoreThatTheNextRunMakesWhole) {
  const auto [kind, fault] = GetParam();
  restore(kind);
  vfs.arm(fault, 0);
  ASSERT_EQ(run_under_fault(kind), "");
  const std::uint64_t calls = vfs.calls();
  vfs.disarm();
  ASSERT_GT(calls, 0U);
  std::uint64_t told = 0;
  for (std::uint64_t at = 1; at <= calls; at += fault_step(calls)) {
    const std::string what = fmt::format("{} of call {} of {}", to_string(fault), at, calls);
    restore(kind);
    vfs.arm(fault, at);
    EXPECT_NO_THROW(told += run_under_fault(kind).empty() ? 0 : 1) << what;
    vfs.disarm();
    expect_whole(what);
    if (HasFailure()) return;
  }
  EXPECT_GT(told, 0U);
}

std::string name_of_case(const testing::TestParamInfo<std::tuple<RunKind, Fault>>& tested) {
  return fmt::format("{}_{}", to_string(std::get<0>(tested.param)), to_string(std::get<1>(tested.param)));
}

INSTANTIATE_TEST_SUITE_P(Runs, Faults,
                         testing::Combine(testing::Values(RunKind::first_build, RunKind::update, RunKind::rebuild),
                                          testing::Values(Fault::io_error, Fault::disk_full, Fault::short_write,
                                                          Fault::failed_sync, Fault::failed_open)),
                         name_of_case);

class KilledAtACall : public Faults {
 protected:
  // A child runs and is ended by the fault; false: it came to its end.
  [[nodiscard]] bool is_killed_at(RunKind kind, Fault fault, std::uint64_t at) {
    const pid_t child = ::fork();
    if (child == 0) {
      vfs.arm(fault, at);
      const std::string said = run_under_fault(kind);
      std::_Exit(said.empty() ? 0 : 1);
    }
    int status = 0;
    EXPECT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFEXITED(status)) << status;
    return WEXITSTATUS(status) == kKilledByFault;
  }
};

TEST_P(KilledAtACall, LeavesAStoreThatTheNextRunMakesWhole) {
  const auto [kind, fault] = GetParam();
  restore(kind);
  vfs.arm(fault, 0);
  ASSERT_EQ(run_under_fault(kind), "");
  const std::uint64_t calls = vfs.calls();
  vfs.disarm();
  for (std::uint64_t at = 1; at <= calls; at += fault_step(calls)) {
    const std::string what = fmt::format("{} at call {} of {}", to_string(fault), at, calls);
    restore(kind);
    EXPECT_TRUE(is_killed_at(kind, fault, at)) << what;
    expect_whole(what);
    if (HasFailure()) return;
  }
}

INSTANTIATE_TEST_SUITE_P(Runs, KilledAtACall,
                         testing::Combine(testing::Values(RunKind::first_build, RunKind::update, RunKind::rebuild),
                                          testing::Values(Fault::killed, Fault::killed_in_write)),
                         name_of_case);

}  // namespace
}  // namespace claimbase
