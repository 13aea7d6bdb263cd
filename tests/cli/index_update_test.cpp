// Incremental updates: what is done, and that the store is then what a clean build would be.
#include <gmock/gmock.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "indexer/update.h"
#include "tests/cli/indexer_fixture.h"

namespace claimbase {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class IndexUpdate : public IndexerTest {
 protected:
  void SetUp() override {
    write_corpus();
    const Ran first = update({corpus()});
    EXPECT_EQ(first.exit, IndexExit::ok);
    EXPECT_EQ(first_line(first), "3 articles added, 0 changed, 0 removed, 0 unchanged");
  }

  std::int64_t count(const std::string& sql) const {
    return open_reader(database()).integer("SELECT count(*) FROM " + sql).value_or(-1);
  }
};

TEST_F(IndexUpdate, ArticlesAreNamedByTheirPathInTheCorpus) {
  EXPECT_EQ(count("article WHERE path IN ('corpus/zink.txt', 'corpus/iron.md', 'corpus/more/vitamine-d.txt')"), 3);
}

TEST_F(IndexUpdate, EvidenceIsLinked) {
  EXPECT_EQ(count("citation WHERE kind = 'marker'"), 5);
  EXPECT_GT(count("evidence JOIN link_kind ON number = link WHERE name = 'marker'"), 0);
  EXPECT_GT(count("evidence JOIN link_kind ON number = link WHERE name = 'lead-in'"), 0);
  EXPECT_EQ(count("reference"), 2);  // one is cited by two articles
}

TEST_F(IndexUpdate, SecondTimeNothingChanges) {
  const std::string before = dump();
  const Ran again = update({corpus()});
  EXPECT_EQ(again.exit, IndexExit::ok);
  EXPECT_EQ(first_line(again), "nothing has changed: 3 articles unchanged");
  EXPECT_EQ(again.err, "");
  EXPECT_EQ(dump(), before);
}

TEST_F(IndexUpdate, WithoutPathsTheSourcesOfBeforeAreLookedAt) {
  EXPECT_EQ(first_line(update()), "nothing has changed: 3 articles unchanged");
}

TEST_F(IndexUpdate, TouchedFileIsNotAnalysedAgain) {
  touch("corpus/zink.txt");
  const auto json = nlohmann::json::parse(update({"--json"}).out);
  EXPECT_EQ(json["articles"]["unchanged"], 3);
  EXPECT_EQ(json["articles"]["changed"], 0);
  EXPECT_EQ(json["bytes"], 0);
  // The new time is on record: the next run does not open the file.
  EXPECT_EQ(count("article WHERE path = 'corpus/zink.txt' AND modified < (SELECT max(modified) FROM article)"), 1);
}

TEST_F(IndexUpdate, ChangedFileIsIndexedAgainAlone) {
  folder.write("corpus/iron.md", "Iron and anaemia\n\nIron prevents anaemia.\n");
  EXPECT_EQ(first_line(update()), "0 articles added, 1 changed, 0 removed, 2 unchanged");
  EXPECT_EQ(dump(), clean_dump());
}

TEST_F(IndexUpdate, AddedFileIsIndexedAlone) {
  folder.write("corpus/ijzer.txt", "IJzer\n\nIJzer vermindert vermoeidheid.\n");
  EXPECT_EQ(first_line(update()), "1 article added, 0 changed, 0 removed, 3 unchanged");
  EXPECT_EQ(dump(), clean_dump());
}

TEST_F(IndexUpdate, DeletedFilesRowsAreRemoved) {
  std::filesystem::remove(folder / "corpus/zink.txt");
  EXPECT_EQ(first_line(update()), "0 articles added, 0 changed, 1 removed, 2 unchanged");
  EXPECT_EQ(count("article WHERE path = 'corpus/zink.txt'"), 0);
  EXPECT_EQ(count("reference"), 1);  // the other had no other article
  EXPECT_EQ(dump(), clean_dump());
}

TEST_F(IndexUpdate, DeletedFileMayBeNamed) {
  std::filesystem::remove(folder / "corpus/zink.txt");
  const Ran named = update({corpus() + "/zink.txt"});
  EXPECT_EQ(named.exit, IndexExit::ok);
  EXPECT_EQ(first_line(named), "0 articles added, 0 changed, 1 removed, 0 unchanged");
}

TEST_F(IndexUpdate, PartOfASourceLeavesTheRestAlone) {
  std::filesystem::remove(folder / "corpus/zink.txt");
  folder.write("corpus/more/b12.txt", "B12\n\nVitamine B12 vermindert vermoeidheid.\n");
  EXPECT_EQ(first_line(update({corpus() + "/more"})), "1 article added, 0 changed, 0 removed, 1 unchanged");
  EXPECT_EQ(count("article"), 4);
}

TEST_F(IndexUpdate, AnotherSourceIsAddedBesideTheFirst) {
  folder.write("library/thee.txt", "Thee\n\nGroene thee verlaagt het cholesterol.\n");
  EXPECT_EQ(first_line(update({(folder / "library").string()})), "1 article added, 0 changed, 0 removed, 0 unchanged");
  EXPECT_EQ(first_line(update()), "nothing has changed: 4 articles unchanged");
}

TEST_F(IndexUpdate, SourceThatIsGoneKeepsItsArticlesUntilPruned) {
  std::filesystem::rename(corpus(), folder / "elsewhere");
  const Ran gone = update();
  EXPECT_EQ(gone.exit, IndexExit::incomplete);
  EXPECT_EQ(gone.err, corpus() +
                          ": error: not read: the source is gone; its articles stay, update --prune removes them"
                          " [source.missing]\n");
  EXPECT_EQ(count("article"), 3);
  EXPECT_EQ(first_line(update({"--prune"})), "0 articles added, 0 changed, 3 removed, 0 unchanged");
  EXPECT_EQ(count("article"), 0);
}

TEST_F(IndexUpdate, OtherLanguageMeansAnotherAnalysis) {
  EXPECT_EQ(first_line(update({corpus(), "--language", "en"})), "0 articles added, 3 changed, 0 removed, 0 unchanged");
  EXPECT_EQ(count("article WHERE language = 'en'"), 3);
  EXPECT_EQ(first_line(update()), "nothing has changed: 3 articles unchanged");
  EXPECT_EQ(first_line(update({corpus(), "--language", "auto"})),
            "0 articles added, 3 changed, 0 removed, 0 unchanged");
  EXPECT_EQ(dump(), clean_dump());
}

TEST_F(IndexUpdate, OwnVocabularyIsRememberedAndAllArticlesAreReadWithIt) {
  const auto own = folder.write(
      "own.rdf",
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
      "xmlns:skos=\"http://www.w3.org/2004/02/skos/core#\">"
      "<skos:Concept rdf:about=\"urn:claimbase:substance:moonroot\"><skos:prefLabel xml:lang=\"nl\">maanwortel"
      "</skos:prefLabel></skos:Concept></rdf:RDF>");
  folder.write("library/maan.txt", "Maanwortel\n\nMaanwortel verlaagt de bloeddruk.\n");
  const Ran with = update({(folder / "library").string(), "--vocabulary", own.string(), "--language", "nl"});
  EXPECT_EQ(first_line(with), "1 article added, 3 changed, 0 removed, 0 unchanged");
  EXPECT_EQ(count("claim WHERE id = 'moonroot:lowers:blood-pressure'"), 1);
  EXPECT_EQ(first_line(update()), "nothing has changed: 4 articles unchanged");
  EXPECT_EQ(first_line(update({"--built-in-vocabulary"})), "0 articles added, 4 changed, 0 removed, 0 unchanged");
  EXPECT_EQ(count("concept WHERE id = 'moonroot'"), 0);
}

TEST_F(IndexUpdate, DryRunSaysWhatAndWhyAndDoesNothing) {
  const std::string before = dump();
  folder.write("corpus/a-new.txt", "Nieuw\n");
  folder.write("corpus/iron.md", "Iron\n");
  std::filesystem::remove(folder / "corpus/zink.txt");
  const Ran dry = update({"--dry-run"});
  EXPECT_EQ(dry.exit, IndexExit::ok);
  EXPECT_THAT(dry.out, StartsWith("added    corpus/a-new.txt (new file)\n"
                                  "changed  corpus/iron.md (other bytes)\n"
                                  "removed  corpus/zink.txt (file gone)\n"
                                  "would be: 1 article added, 1 changed, 1 removed, 1 unchanged\n"));
  const auto json = nlohmann::json::parse(update({"--dry-run", "--json"}).out);
  EXPECT_EQ(json["changes"][1],
            (nlohmann::json{{"article", "corpus/iron.md"}, {"change", "changed"}, {"reason", "other bytes"}}));
  EXPECT_EQ(dump(), before);
}

// Files of before must be old: what has just been written may be written again unseen.
class IndexStatus : public IndexUpdate {
 protected:
  void SetUp() override {
    IndexUpdate::SetUp();
    for (const char* each : {"corpus/zink.txt", "corpus/iron.md", "corpus/more/vitamine-d.txt"}) touch(each);
    static_cast<void>(update());
  }
  Ran status(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"status", "--database", database()});
    return run_index(more);
  }
};

TEST_F(IndexStatus, NothingToDoIsZero) {
  const Ran ran = status();
  EXPECT_EQ(ran.exit, IndexExit::ok);
  EXPECT_EQ(first_line(ran), "nothing to do: 3 articles unchanged");
}

TEST_F(IndexStatus, SaysOfEachFileWhatAndWhyAndIsOne) {
  const std::string before = dump();
  folder.write("corpus/a-new.txt", "Nieuw\n");
  std::filesystem::last_write_time(folder / "corpus/iron.md", std::filesystem::file_time_type::clock::now());
  std::filesystem::rename(folder / "corpus/zink.txt", folder / "corpus/more/zinc.txt");
  std::filesystem::remove(folder / "corpus/more/vitamine-d.txt");
  const Ran ran = status();
  EXPECT_EQ(ran.exit, IndexExit::incomplete);
  EXPECT_THAT(ran.out, StartsWith("added    corpus/a-new.txt (new file)\n"
                                  "compare  corpus/iron.md (size or time differ: the bytes will tell)\n"
                                  "removed  corpus/more/vitamine-d.txt (file gone)\n"
                                  "moved    corpus/more/zinc.txt (moved from corpus/zink.txt)\n"
                                  "would be: 1 article added, 0 changed, 1 removed, 0 unchanged, 1 moved, 1 to "
                                  "compare\n"));
  const auto json = nlohmann::json::parse(status({"--format", "json"}).out);
  EXPECT_EQ(json["changes"], nlohmann::json::parse(status({"--json"}).out)["changes"]);
  EXPECT_EQ(json["articles"]["moved"], 1);
  EXPECT_EQ(json["articles"]["compare"], 1);
  EXPECT_EQ(json["changes"][3],
            (nlohmann::json{
                {"article", "corpus/more/zinc.txt"}, {"change", "moved"}, {"reason", "moved from corpus/zink.txt"}}));
  EXPECT_EQ(dump(), before);
}

TEST_F(IndexStatus, TellsAnotherVocabularyFromOtherSettings) {
  const auto own = folder.write(
      "own.rdf",
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
      "xmlns:skos=\"http://www.w3.org/2004/02/skos/core#\">"
      "<skos:Concept rdf:about=\"urn:claimbase:substance:moonroot\"><skos:prefLabel xml:lang=\"nl\">maanwortel"
      "</skos:prefLabel></skos:Concept></rdf:RDF>");
  EXPECT_THAT(status({"--vocabulary", own.string()}).out, StartsWith("changed  corpus/iron.md (other vocabulary)\n"));
  EXPECT_THAT(status({corpus(), "--language", "en"}).out,
              StartsWith("changed  corpus/iron.md (other language or format forced)\n"));
}

TEST_F(IndexStatus, OtherProgramAndReader) {
  Database(database(), OpenMode::read_write)
      .execute(
          "UPDATE article SET analyzer_version = '0' WHERE path = 'corpus/iron.md';"
          "UPDATE article SET reader_version = 0 WHERE path = 'corpus/zink.txt'");
  EXPECT_THAT(status().out, StartsWith("changed  corpus/iron.md (other program)\n"
                                       "changed  corpus/zink.txt (other reader of its format)\n"));
  EXPECT_EQ(first_line(update()), "0 articles added, 2 changed, 0 removed, 1 unchanged");
}

TEST_F(IndexStatus, ErrorsAreTwo) {
  EXPECT_EQ(run_index({"status", "--database", (folder / "none.db").string()}).exit, IndexExit::failed);
}

TEST_F(IndexUpdate, MovedFilesKeepTheirArticles) {
  const std::int64_t key =
      count("article WHERE path = 'corpus/zink.txt'") == 1
          ? open_reader(database()).integer("SELECT key FROM article WHERE path = 'corpus/zink.txt'").value_or(0)
          : 0;
  std::filesystem::rename(folder / "corpus/zink.txt", folder / "corpus/more/zinc.txt");
  const auto json = nlohmann::json::parse(update({"--json"}).out);
  EXPECT_EQ(json["articles"]["moved"], 1);
  EXPECT_EQ(json["bytes"], 0);  // nothing was analysed
  EXPECT_EQ(open_reader(database()).integer("SELECT key FROM article WHERE path = 'corpus/more/zinc.txt'"), key);
  EXPECT_EQ(dump(), clean_dump());
}

TEST_F(IndexUpdate, SwappedFilesSwapTheirArticles) {
  folder.write("corpus/a.txt", "IJzer\n\nIJzer vermindert vermoeidheid.\n");
  folder.write("corpus/b.txt", "Zink.\n\nZinc. verkort verkoudheid....\n");
  static_cast<void>(update());
  std::filesystem::rename(folder / "corpus/a.txt", folder / "corpus/c.txt");
  std::filesystem::rename(folder / "corpus/b.txt", folder / "corpus/a.txt");
  std::filesystem::rename(folder / "corpus/c.txt", folder / "corpus/b.txt");
  EXPECT_EQ(first_line(update()), "0 articles added, 0 changed, 0 removed, 3 unchanged, 2 moved");
  EXPECT_EQ(dump(), clean_dump());
}

TEST_F(IndexUpdate, RebuildTakesTheSourcesOfBefore) {
  const std::string before = dump();
  const Ran again = run_index({"rebuild", "--database", database()});
  EXPECT_EQ(first_line(again), "3 articles added, 0 changed, 0 removed, 0 unchanged");
  EXPECT_EQ(dump(), before);
  EXPECT_FALSE(std::filesystem::exists(database() + ".building"));
}

TEST_F(IndexUpdate, RebuildOfOtherSourcesForgetsTheOld) {
  folder.write("library/thee.txt", "Thee\n\nGroene thee verlaagt het cholesterol.\n");
  EXPECT_EQ(run_index({"rebuild", "--database", database(), (folder / "library").string()}).exit, IndexExit::ok);
  EXPECT_EQ(count("article"), 1);
  EXPECT_EQ(first_line(update()), "nothing has changed: 1 article unchanged");
}

TEST_F(IndexUpdate, LeftoverOfAKilledBuildIsNoHindrance) {
  folder.write("kb.db.building", "half");
  EXPECT_EQ(run_index({"rebuild", "--database", database()}).exit, IndexExit::ok);
}

class BuiltStore : public IndexUpdate {
 protected:
  // When the run began and ended is overwritten by a number of as many bytes.
  [[nodiscard]] std::string bytes_but_for_times() const {
    Database(folder / "clean.db", OpenMode::read_write)
        .execute(
            "UPDATE run SET began = 1700000000000000000, ended = 1700000000000000000;"
            "PRAGMA wal_checkpoint(TRUNCATE)");
    return bytes_of(folder / "clean.db");
  }
};

TEST_F(BuiltStore, IsTheSameByteForByteWhateverTheThreads) {
  static_cast<void>(clean_dump({"--jobs", "1"}));
  const std::string one = bytes_but_for_times();
  static_cast<void>(clean_dump({"--jobs", "4"}));
  EXPECT_TRUE(bytes_but_for_times() == one);
}

TEST_F(IndexUpdate, StoreIsSound) {
  EXPECT_TRUE(Store::open(database(), StoreMode::read_write).check().empty());
}

TEST_F(IndexUpdate, QuietSaysNothing) {
  const Ran quiet = update({"--quiet", corpus()});
  EXPECT_EQ(quiet.out + quiet.err, "");
}

TEST_F(IndexUpdate, OptimizeKeepsTheContent) {
  const std::string before = dump();
  const Ran done = run_index({"optimize", "--database", database()});
  EXPECT_EQ(done.exit, IndexExit::ok);
  EXPECT_THAT(done.out, StartsWith(database() + " is optimized: "));
  EXPECT_EQ(dump(), before);
}

class IndexLog : public IndexUpdate {
 protected:
  std::uintmax_t log_size() const {
    std::error_code error;
    const auto size = std::filesystem::file_size(database() + "-wal", error);
    return error ? 0 : size;
  }
  void write_many(int from) const {
    for (int i = from; i < from + 60; ++i) {
      std::string text = "Zink " + std::to_string(i) + "\n\n";
      for (int line = 0; line < 40; ++line)
        text += "Zink verkort een verkoudheid van " + std::to_string(i + line) + " dagen.\n";
      folder.write("corpus/many/" + std::to_string(i) + ".txt", text);
    }
  }
  // The largest that the log was while an update ran.
  std::uintmax_t largest_log() const {
    std::uintmax_t largest = 0;
    UpdateRequest request;
    request.database = database();
    UpdateListener listener;
    listener.on_progress = [&](std::size_t /*done*/, std::size_t /*total*/) {
      largest = std::max(largest, log_size());
    };
    EXPECT_EQ(claimbase::update(request, listener).added, 60U);
    return largest;
  }
  static constexpr std::uintmax_t kCheckpoint = 1000 * 4096;  // SQLite's threshold, in bytes
};

TEST_F(IndexLog, StaysBoundedAndIsEmptyAfterARun) {
  const Database reader = open_reader(database());  // so that the log is not removed with the last connection
  EXPECT_EQ(reader.integer("SELECT count(*) FROM article"), 3);
  write_many(0);
  EXPECT_LT(largest_log(), 2 * kCheckpoint);
  EXPECT_EQ(log_size(), 0U);
}

TEST_F(IndexLog, GrowsOnlyWhileAReaderStaysInOneTransaction) {
  Database reader = open_reader(database());
  {
    const Transaction reading(reader, Transaction::Kind::read);
    EXPECT_EQ(reader.integer("SELECT count(*) FROM article"), 3);
    write_many(0);
    static_cast<void>(largest_log());
    EXPECT_GT(log_size(), 0U);
    EXPECT_EQ(reader.integer("SELECT count(*) FROM article"), 3);
  }
  EXPECT_EQ(reader.integer("SELECT count(*) FROM article"), 63);
  write_many(60);
  static_cast<void>(largest_log());
  EXPECT_EQ(log_size(), 0U);
}

// The sample articles, one by one in two orders, against one clean build.
class SampleArticles : public IndexerTest, public testing::WithParamInterface<bool> {};

TEST_P(SampleArticles, InAnyOrderGiveWhatACleanBuildGives) {
  std::vector<std::string> files;
  for (const auto& each : std::filesystem::directory_iterator(CLAIMBASE_SOURCE_DIR "/corpus/articles")) {
    files.push_back(each.path().filename().string());
  }
  std::ranges::sort(files);
  if (GetParam()) std::ranges::reverse(files);
  for (const std::string& each : files) {
    folder.write("corpus/" + each, bytes_of(std::filesystem::path(CLAIMBASE_SOURCE_DIR "/corpus/articles") / each));
    EXPECT_THAT(update({corpus()}).out, StartsWith("1 article added, 0 changed, 0 removed"));
  }
  EXPECT_EQ(dump(), clean_dump({"--jobs", "4"}));
}

INSTANTIATE_TEST_SUITE_P(Orders, SampleArticles, testing::Bool(),
                         [](const auto& tested) { return tested.param ? "LastFirst" : "FirstFirst"; });

}  // namespace
}  // namespace claimbase
