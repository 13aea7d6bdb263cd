// claimbase-index is killed at random moments: the store opens, is sound, and the next run makes it what a clean build
// would be. CLAIMBASE_KILLS says how often (default 30; under a sanitizer 6), CLAIMBASE_SEED where the moments come
// from.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <chrono>
#include <cstdlib>
#include <random>
#include <thread>

#include "tests/cli/indexer_fixture.h"
#include "tests/support/running_program.h"

namespace claimbase {
namespace {

using testing::IsEmpty;
using Clock = std::chrono::steady_clock;

unsigned number_from(const char* variable, unsigned otherwise) {
  const char* given = std::getenv(variable);  // NOLINT(concurrency-mt-unsafe): before any thread
  const auto asked = given == nullptr ? 0 : static_cast<unsigned>(std::strtoul(given, nullptr, 10));
  return asked == 0 ? otherwise : asked;
}

enum class RunKind : std::uint8_t { first_build, update, rebuild };

class CrashTest : public IndexerTest {
 protected:
  // Two states of the sources, between which articles and a library change, come and go.
  void write_sources(int version) const {
    for (int i = 0; i < 6; ++i) {
      const std::string name = fmt::format("corpus/part-{}.txt", i);
      if (i == version) {
        std::filesystem::remove(folder / name);
        continue;
      }
      std::string text = fmt::format("Zinc and colds, part {}\n\n", i);
      for (int k = 0; k < 20 + 5 * i; ++k) {
        text += fmt::format("In trial {} of year {} zinc shortened the common cold.[1]\n\n", k, 2000 + version);
      }
      text += "References\n\n1. Prasad, A. S. (2008). Zinc in human health. Molecular Medicine, 14(5), 353-357.\n";
      folder.write(name, text);
    }
    folder.write("works/one.ris",
                 fmt::format("TY  - JOUR\nAU  - Prasad, A. S.\nTI  - Zinc in human health\nT2  - Molecular Medicine\n"
                             "PY  - 2008\nVL  - 14\nSP  - 353\nKW  - version {}\nER  - \n",
                             version));
  }

  [[nodiscard]] std::vector<std::string> words(RunKind run, const std::string& store) const {
    std::vector<std::string> made{CLAIMBASE_INDEX, run == RunKind::rebuild ? "rebuild" : "update", "--quiet",
                                  "--database", store};
    if (run != RunKind::update) {
      made.insert(made.end(), {corpus(), "--library", (folder / "works").string()});
    }
    return made;
  }

  [[nodiscard]] int run_to_end(RunKind run, const std::string& store) const {
    return RunningProgram(words(run, store)).wait();
  }

  void prepare(RunKind run, int version) const {
    for (const char* suffix : {"", "-wal", "-shm", ".building", ".lock"}) {
      std::filesystem::remove(database() + suffix);
    }
    if (run != RunKind::first_build) std::filesystem::copy_file(store_of(1 - version), database());
    write_sources(version);
  }

  [[nodiscard]] std::filesystem::path store_of(int version) const { return folder / fmt::format("of-{}.db", version); }
};

TEST_F(CrashTest, KilledAtAnyMomentTheNextRunMakesItWhole) {
  std::string clean[2];
  for (int version = 0; version < 2; ++version) {
    write_sources(version);
    ASSERT_EQ(run_to_end(RunKind::first_build, store_of(version).string()), 0);
    clean[version] = dump(store_of(version));
  }
  ASSERT_NE(clean[0], clean[1]);
  const unsigned seed = number_from("CLAIMBASE_SEED", 20261122);
  std::mt19937 random(seed);
  Clock::duration lasts[3]{};
  unsigned killed = 0;
  unsigned stores = 0;  // that the kill left behind
#ifdef __SANITIZE_ADDRESS__
  constexpr unsigned kKills = 6;
#else
  constexpr unsigned kKills = 30;
#endif
  const unsigned kills = number_from("CLAIMBASE_KILLS", kKills);
  for (unsigned i = 0; i < kills; ++i) {
    const auto run = static_cast<RunKind>(i % 3);
    const int version = static_cast<int>(i / 3 % 2);
    const std::string what = fmt::format("seed {}, kill {}", seed, i);
    Clock::duration& last = lasts[i % 3];
    if (last == Clock::duration{}) {  // how long it takes where nobody kills it
      prepare(run, version);
      const auto start = Clock::now();
      ASSERT_EQ(run_to_end(run, database()), 0);
      last = Clock::now() - start;
    }
    prepare(run, version);
    {
      RunningProgram program(words(run, database()));
      std::this_thread::sleep_for(last * std::uniform_real_distribution<>(0, 1)(random));
      program.send(SIGKILL);
      killed += program.wait() == 128 + SIGKILL ? 1 : 0;
    }
    if (std::filesystem::exists(database()) && std::filesystem::file_size(database()) > 0) {
      ++stores;
      EXPECT_THAT(Store::open(database(), StoreMode::read_write).check(), IsEmpty()) << what;
    }
    EXPECT_EQ(run_to_end(run == RunKind::rebuild ? RunKind::update : run, database()), 0) << what;
    EXPECT_TRUE(dump() == clean[version]) << what;
    EXPECT_THAT(Store::open(database(), StoreMode::read_write).check(), IsEmpty()) << what;
    EXPECT_FALSE(std::filesystem::exists(database() + ".lock")) << what;
    if (HasFailure()) return;
  }
  std::printf("%u runs, %u killed before their end, %u stores looked at\n", kills, killed, stores);
  EXPECT_GT(killed, kills / 4);
}

}  // namespace
}  // namespace claimbase
