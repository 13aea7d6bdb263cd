// claimbase-index watch, as a program: whatever an editor does is in the store soon after. CLAIMBASE_EDITS says how
// many edits it does (default 24), CLAIMBASE_SEED where they come from.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <random>
#include <thread>

#include "tests/cli/indexer_fixture.h"
#include "tests/support/running_program.h"

namespace claimbase {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

unsigned number_from(const char* variable, unsigned otherwise) {
  const char* given = std::getenv(variable);  // NOLINT(concurrency-mt-unsafe): before any thread
  const auto asked = given == nullptr ? 0 : static_cast<unsigned>(std::strtoul(given, nullptr, 10));
  return asked == 0 ? otherwise : asked;
}

bool becomes_true(const std::function<bool()>& condition) {
  constexpr std::chrono::seconds kLong(120);  // for a machine that has much else to do
  const auto end = Clock::now() + kLong;
  while (!condition()) {
    if (Clock::now() > end) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return true;
}

/// Notes each state that a store comes to, and when.
class History {
 public:
  explicit History(const fs::path& database)
      : thread_([this, database](const std::stop_token& stop) { look(database, stop); }) {}

  /// When the store came to its last state; nothing: that is another than `dump`.
  [[nodiscard]] std::optional<Clock::time_point> reached(const std::string& dump) {
    const std::lock_guard lock(mutex_);
    return last_ == dump ? std::optional(since_) : std::nullopt;
  }

 private:
  void look(const fs::path& database, const std::stop_token& stop) {
    Store store = Store::open(database, StoreMode::read_only);
    std::int64_t version = -1;
    while (!stop.stop_requested()) {
      const std::int64_t now = store.database().integer("PRAGMA data_version").value_or(0);
      if (now != version) {
        const auto when = Clock::now();
        std::ostringstream out;
        {
          const Transaction reading(store.database(), Transaction::Kind::read);
          store.canonical_dump(out);
        }
        const std::lock_guard lock(mutex_);
        if (out.str() != last_) since_ = when;
        last_ = out.str();
        version = now;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
  }

  std::mutex mutex_;
  std::string last_;
  Clock::time_point since_;
  std::jthread thread_;  // last: it ends before what it uses
};

/// Does to a corpus what people and their editors do.
class Editor {
 public:
  Editor(const fs::path& corpus, unsigned seed) : corpus_(corpus), random_(seed) {}

  void edit() {
    switch (below(9)) {
      case 0:
      case 1:
        write(some_file());
        break;
      case 2:
        save_by_rename(some_file());
        break;
      case 3:
        write(new_file());
        break;
      case 4:
        fs::remove(some_file());
        break;
      case 5:
        fs::rename(some_file(), new_file());
        break;
      case 6: {
        const fs::path folder = some_folder() / fmt::format("folder-{}", ++made_);
        fs::create_directories(folder / "inner");
        write(folder / "inner" / "deep.txt");
        break;
      }
      case 7:
        move_or_remove_a_folder();
        break;
      default: {
        const fs::path file = some_file();
        for (std::size_t i = 0; i < 5; ++i) write(file);
      }
    }
  }

 private:
  std::size_t below(std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_); }

  void write(const fs::path& file) {
    static constexpr std::string_view kEffects[] = {"the common cold", "fatigue", "anaemia", "headache"};
    std::string text = fmt::format("Notes, number {}\n\n", ++made_);
    for (std::size_t i = below(4) + 1; i > 0; --i) text += fmt::format("Zinc reduces {}.\n\n", kEffects[below(4)]);
    std::ofstream(file, std::ios::binary) << text;
  }

  void save_by_rename(const fs::path& file) {
    const fs::path beside = file.parent_path() / ("." + file.filename().string() + ".tmp");
    write(beside);
    fs::rename(beside, file);
  }

  void move_or_remove_a_folder() {
    const fs::path folder = some_folder();
    if (folder == corpus_) return write(new_file());
    if (below(2) == 0) {
      fs::remove_all(folder);
    } else {
      fs::rename(folder, corpus_ / fmt::format("moved-{}", ++made_));
    }
  }

  std::vector<fs::path> all(bool folders) const {
    std::vector<fs::path> found;
    for (const auto& each : fs::recursive_directory_iterator(corpus_)) {
      if (each.is_directory() == folders) found.push_back(each.path());
    }
    std::ranges::sort(found);
    return found;
  }

  fs::path some_file() {
    const std::vector<fs::path> files = all(false);
    if (!files.empty()) return files[below(files.size())];
    const fs::path made = new_file();
    write(made);
    return made;
  }

  fs::path some_folder() {
    std::vector<fs::path> folders = all(true);
    folders.push_back(corpus_);
    return folders[below(folders.size())];
  }

  fs::path new_file() { return some_folder() / fmt::format("article-{}.txt", ++made_); }

  fs::path corpus_;
  std::mt19937 random_;
  int made_ = 0;
};

class WatchTest : public IndexerTest {
 protected:
  void SetUp() override { write_corpus(); }

  [[nodiscard]] std::vector<std::string> words(const std::vector<std::string>& more) const {
    std::vector<std::string> made{CLAIMBASE_INDEX, "watch", "--database", database()};
    made.insert(made.end(), more.begin(), more.end());
    return made;
  }

  [[nodiscard]] std::string log() const { return bytes_of(folder / "log"); }
  [[nodiscard]] bool says(std::string_view text) const {
    return becomes_true([&] { return log().find(text) != std::string::npos; });
  }
  [[nodiscard]] std::int64_t count(const std::string& sql) const {
    return open_reader(database()).integer("SELECT count(*) FROM " + sql).value_or(-1);
  }
  [[nodiscard]] bool comes_to(const std::string& sql, std::int64_t wanted) const {
    return becomes_true([&] { return count(sql) == wanted; });
  }
};

TEST_F(WatchTest, EditsAreInTheStoreSoonAfter) {
  RunningProgram program(words({corpus()}), (folder / "log").string());
  ASSERT_TRUE(says("watching for changes")) << log();
  History history(database());
  const unsigned seed = number_from("CLAIMBASE_SEED", 7);
  const unsigned edits = number_from("CLAIMBASE_EDITS", 24);
  Editor editor(corpus(), seed);
  std::mt19937 pauses(seed);
  for (unsigned i = 0; i < edits; ++i) {
    editor.edit();
    if (pauses() % 4 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(pauses() % 150));
  }
  const auto last_edit = Clock::now();
  std::this_thread::sleep_for(std::chrono::milliseconds(200));  // the machine is the program's now
  const std::string clean = clean_dump();
  EXPECT_TRUE(becomes_true([&] { return history.reached(clean).has_value(); })) << log();
  const auto reached = history.reached(clean).value_or(Clock::now());
  std::printf(
      "%u edits of seed %u: all in the store %lld ms after the last\n", edits, seed,
      static_cast<long long>(std::chrono::duration_cast<std::chrono::milliseconds>(reached - last_edit).count()));
  program.send(SIGTERM);
  EXPECT_EQ(program.wait(), 0);
  EXPECT_THAT(log(),
              testing::ContainsRegex("[0-9]+ added, [0-9]+ changed, [0-9]+ removed, [0-9]+ unchanged; [0-9]+ ms"));
  EXPECT_THAT(log(), testing::EndsWith(" stopped\n"));
  EXPECT_THAT(Store::open(database(), StoreMode::read_write).check(), testing::IsEmpty());
}

TEST_F(WatchTest, LibrariesAndVocabulariesOnRecordAreWatchedToo) {
  const auto vocabulary = [](const std::string& label) {
    return "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
           "xmlns:skos=\"http://www.w3.org/2004/02/skos/core#\">"
           "<skos:Concept rdf:about=\"urn:claimbase:substance:moonroot\"><skos:prefLabel xml:lang=\"nl\">" +
           label + "</skos:prefLabel></skos:Concept></rdf:RDF>";
  };
  folder.write("own/words.rdf", vocabulary("maanwortel"));
  folder.write("works/one.ris", "TY  - JOUR\nTI  - Zinc in human health\nPY  - 2008\nER  - \n");
  RunningProgram program(
      words({corpus(), "--vocabulary", (folder / "own/words.rdf").string(), "--library", (folder / "works").string()}),
      (folder / "log").string());
  ASSERT_TRUE(says("watching for changes")) << log();
  fs::rename(folder.write("own/.words.tmp", vocabulary("sterrenwortel")), folder / "own/words.rdf");
  EXPECT_TRUE(comes_to("label WHERE text = 'sterrenwortel'", 1)) << log();
  folder.write("works/sub/two.ris", "TY  - JOUR\nTI  - Tea and blood pressure\nPY  - 2011\nER  - \n");
  EXPECT_TRUE(comes_to("library", 2)) << log();
  program.send(SIGINT);
  EXPECT_EQ(program.wait(), 0);
}

TEST_F(WatchTest, AnotherRunMayWriteInBetweenAndItsSourcesAreWatchedFromThenOn) {
  RunningProgram program(words({corpus()}), (folder / "log").string());
  ASSERT_TRUE(says("watching for changes")) << log();
  folder.write("library/thee.txt", "Thee\n\nGroene thee verlaagt het cholesterol.\n");
  EXPECT_EQ(update({(folder / "library").string(), "--wait", "60"}).exit, IndexExit::ok);
  folder.write("corpus/nieuw.txt", "Nieuw\n\nZink vermindert vermoeidheid.\n");
  EXPECT_TRUE(comes_to("article", 5)) << log();
  folder.write("library/koffie.txt", "Koffie\n\nKoffie verhoogt de bloeddruk.\n");
  EXPECT_TRUE(comes_to("article", 6)) << log();
}

TEST_F(WatchTest, ARenamedFileIsToldOf) {
  RunningProgram program(words({corpus()}), (folder / "log").string());
  ASSERT_TRUE(says("watching for changes")) << log();
  fs::rename(folder / "corpus/zink.txt", folder / "corpus/zink-2.txt");
  EXPECT_TRUE(says("0 added, 0 changed, 0 removed, 2 unchanged, 1 moved")) << log();
  EXPECT_EQ(count("article WHERE path LIKE '%zink-2.txt'"), 1);
}

TEST_F(WatchTest, AFolderThatGoesAndComesBackIsFollowed) {
  RunningProgram program(words({corpus()}), (folder / "log").string());
  ASSERT_TRUE(says("watching for changes")) << log();
  fs::rename(corpus(), folder / "elsewhere");
  EXPECT_TRUE(says("source.missing")) << log();
  fs::remove(folder / "elsewhere/zink.txt");
  fs::rename(folder / "elsewhere", corpus());
  EXPECT_TRUE(comes_to("article", 2)) << log();
  folder.write("corpus/nieuw.txt", "Nieuw\n\nZink vermindert vermoeidheid.\n");
  EXPECT_TRUE(comes_to("article", 3)) << log();
}

TEST_F(WatchTest, LooksEverySoOftenWhereItIsAskedTo) {
  RunningProgram program(words({"--poll", "1", "--quiet", corpus()}), (folder / "log").string());
  ASSERT_TRUE(becomes_true([&] { return fs::exists(database()); }));
  folder.write("corpus/sub/nieuw.txt", "Nieuw\n\nZink vermindert vermoeidheid.\n");
  EXPECT_TRUE(comes_to("article", 4)) << log();
  program.send(SIGTERM);
  EXPECT_EQ(program.wait(), 0);
  EXPECT_EQ(log(), "");
}

TEST_F(WatchTest, StopsInTheMidstOfTheFirstBuild) {
  for (int i = 0; i < 40; ++i) folder.write(fmt::format("corpus/{}.txt", i), bytes_of(folder / "corpus/zink.txt"));
  RunningProgram program(words({corpus(), "--jobs", "1"}), (folder / "log").string());
  ASSERT_TRUE(becomes_true([&] { return fs::exists(database() + ".building"); }));
  program.send(SIGTERM);
  EXPECT_EQ(program.wait(), 0);
  EXPECT_FALSE(fs::exists(database() + ".building"));
  EXPECT_FALSE(fs::exists(database() + ".lock"));
  EXPECT_EQ(update({corpus()}).exit, IndexExit::ok);
  EXPECT_EQ(dump(), clean_dump());
}

TEST_F(WatchTest, WithoutSourcesItEnds) {
  EXPECT_EQ(RunningProgram(words({}), (folder / "log").string()).wait(), 2);
  EXPECT_THAT(log(), testing::HasSubstr("it has no sources yet"));
}

}  // namespace
}  // namespace claimbase
