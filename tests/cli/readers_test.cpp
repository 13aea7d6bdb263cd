// Readers beside a writer: each sees whole articles, of one version or another, and is never refused.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <atomic>
#include <compare>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "tests/cli/indexer_fixture.h"

namespace claimbase {
namespace {

constexpr int kVersions = 3;
constexpr int kArticles = 3;

struct Seen {
  std::int64_t sentences = 0, mentions = 0, found = 0;
  friend auto operator<=>(const Seen&, const Seen&) = default;
};

/// Of every article: the name of its bytes and what the store has of it.
std::multimap<std::string, Seen> look(Database& store) {
  const Transaction reading(store, Transaction::Kind::read);
  std::multimap<std::string, Seen> seen;
  Statement rows(store,
                 "SELECT content_hash, (SELECT count(*) FROM sentence WHERE article = a.key),"
                 " (SELECT count(*) FROM mention WHERE article = a.key),"
                 " (SELECT count(*) FROM sentence_fts_en('zinc') AS f JOIN sentence AS s ON s.key = f.rowid"
                 " WHERE s.article = a.key) FROM article AS a");
  while (rows.step()) seen.emplace(rows.text(0), Seen{rows.integer(1), rows.integer(2), rows.integer(3)});
  return seen;
}

class Readers : public IndexerTest {
 protected:
  void write_version(int version) const {
    for (int article = 0; article < kArticles; ++article) {
      std::string text = fmt::format("Zinc and colds, part {}\n\n", article);
      const int sentences = 2 + 3 * ((version + article) % kVersions);
      for (int i = 0; i < sentences; ++i) text += fmt::format("In trial {} zinc shortened the common cold.\n\n", i);
      folder.write(fmt::format("corpus/part-{}.txt", article), text);
    }
  }

  // What a reader may see, and nothing else.
  void learn_all_versions() {
    for (int version = 0; version < kVersions; ++version) {
      write_version(version);
      static_cast<void>(clean_dump());
      Database clean = open_reader(folder / "clean.db");
      for (const auto& [bytes, seen] : look(clean)) known.insert_or_assign(bytes, seen);
    }
  }

  void check(const std::multimap<std::string, Seen>& seen) {
    const std::lock_guard lock(mutex);
    ++looks;
    if (seen.size() != kArticles) wrong.insert(fmt::format("{} articles", seen.size()));
    for (const auto& [bytes, counts] : seen) {
      const auto version = known.find(bytes);
      if (version == known.end() || version->second != counts) wrong.insert("half an article: " + bytes);
    }
  }

  template <typename Look>
  void read_until_done(const Look& look_once) {
    while (!done) {
      try {
        check(look_once());
      } catch (const StoreError& error) {
        const std::lock_guard lock(mutex);
        wrong.insert(error.what());
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(1));  // the writer's turn on a small machine
    }
  }

  // Writes all versions by `command`, in turn, while some read.
  void read_while(const std::string& command) {
    learn_all_versions();
    write_version(0);
    ASSERT_EQ(update({corpus()}).exit, IndexExit::ok);
    {
      std::jthread reopening([this] {
        read_until_done([this] {
          Database store = open_reader(database());
          return look(store);
        });
      });
      std::jthread staying([this] {
        Database store = open_reader(database());
        store.set_busy_timeout(0);  // it never waits
        read_until_done([&store] { return look(store); });
      });
      for (int version = 1; version <= kVersions + 1; ++version) {
        write_version(version % kVersions);
        EXPECT_EQ(run_index({command, "--quiet", "--database", database()}).exit, IndexExit::ok);
      }
      done = true;
    }
    EXPECT_THAT(wrong, testing::IsEmpty());
    EXPECT_GT(looks, 0);
  }

  std::map<std::string, Seen> known;
  std::mutex mutex;
  std::set<std::string> wrong;
  int looks = 0;
  std::atomic<bool> done = false;
};

TEST_F(Readers, SeeWholeArticlesDuringUpdates) {
  read_while("update");
}

TEST_F(Readers, SeeWholeStoresDuringRebuilds) {
  read_while("rebuild");
}

}  // namespace
}  // namespace claimbase
