// A store that is damaged: check names it, repair mends it. And copies of a store.
#include <gmock/gmock.h>

#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>

#include "query/run.h"
#include "schema/database.h"
#include "schema/fts5_api.h"
#include "tests/cli/indexer_fixture.h"

namespace claimbase {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

struct Answer {
  int exit = 0;
  std::string out;
  std::string err;
};

class StoreCare : public IndexerTest {
 protected:
  void SetUp() override {
    write_corpus();
    folder.write("refs/zinc.ris",
                 "TY  - JOUR\nAU  - Prasad, A. S.\nTI  - Zinc in human health: effect of zinc on immune cells\n"
                 "JO  - Molecular Medicine\nPY  - 2008\nVL  - 14\nER  - \n");
    ASSERT_EQ(update({corpus(), "--library", (folder / "refs").string()}).exit, IndexExit::ok);
    clean_ = dump();
  }

  Answer ask(std::vector<std::string> args) const {
    args.insert(args.begin() + 1, {"--database", database()});
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    const int exit = run(args, in, out, err, Terminal{});
    return {exit, out.str(), err.str()};
  }
  [[nodiscard]] Ran repair(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"repair", "--database", database()});
    return run_index(more);
  }
  // Without the program's own care: keys are not enforced.
  void change(const std::string& sql) const {
    Database db(database(), OpenMode::read_write);
    ASSERT_EQ(register_full_text(db.handle()), 0);
    db.execute("PRAGMA foreign_keys = 0;" + sql);
  }
  // A store without a write-ahead log beside it, so that its file can be damaged byte by byte.
  void close_log() const { Database(database(), OpenMode::read_write).execute("PRAGMA wal_checkpoint(TRUNCATE)"); }

  std::string clean_;
};

struct Damage {
  const char* name;
  const char* sql;
  const char* rule;  // that check names
};
void PrintTo(const Damage& damage, std::ostream* out) {
  *out << damage.name;
}

class DamagedRows : public StoreCare, public testing::WithParamInterface<Damage> {};

TEST_P(DamagedRows, AreNamedByCheckAndMendedByRepair) {
  change(GetParam().sql);
  const Answer checked = ask({"check"});
  EXPECT_EQ(checked.exit, 1);
  EXPECT_THAT(checked.out, StartsWith("problem: "));
  EXPECT_THAT(checked.out, HasSubstr(GetParam().rule));
  EXPECT_THAT(checked.out, HasSubstr("; mend with: claimbase-index "));
  const Ran mended = repair();
  EXPECT_EQ(mended.exit, IndexExit::ok) << mended.out << mended.err;
  EXPECT_THAT(mended.out, HasSubstr("nothing is wrong any more\n"));
  EXPECT_THAT(mended.out, testing::Not(HasSubstr("made anew from its sources")));
  EXPECT_EQ(ask({"check"}).exit, 0);
  EXPECT_TRUE(dump() == clean_);
}

INSTANTIATE_TEST_SUITE_P(
    All, DamagedRows,
    testing::Values(
        Damage{"FullTextWithoutWords", "INSERT INTO sentence_fts_nl(sentence_fts_nl) VALUES ('delete-all')",
               "[store.full-text]"},
        Damage{"FullTextWithoutAReference", "INSERT INTO reference_fts(reference_fts) VALUES ('delete-all')",
               "[store.full-text]"},
        Damage{"ATextThatIsAnother", "UPDATE sentence SET text = 'Zink is rood' WHERE text LIKE 'Zink verkort%'",
               "[store.full-text]"},
        Damage{"AReferenceThatSaysSomethingElse", "UPDATE reference SET work = '{}'", "[store.rows]"},
        Damage{"AnOrphanReference",
               "INSERT INTO reference(id, type, title, authors, et_al, container_title, volume, issue, page, publisher,"
               " url, accessed, abstract, raw, study_design, level, work) VALUES ('ref:0', '', '', '', 0, '', '', '',"
               " '', '', '', '', '', '', '', 0, '')",
               "[store.rows]"},
        Damage{"AClaimWithoutAMention", "DELETE FROM mention WHERE claim = (SELECT min(claim) FROM mention)",
               "[store.rows]"},
        Damage{"AClaimOfAnotherName", "UPDATE claim SET id = 'a:b:c' WHERE key = (SELECT min(key) FROM claim)",
               "[store.rows]"},
        Damage{"SentencesOutsideTheirBlock", "UPDATE sentence SET end_byte = end_byte + 10000", "[store.rows]"},
        Damage{"MentionsOfNoSentence", "UPDATE mention SET sentence = 99999 WHERE key = (SELECT min(key) FROM mention)",
               "[store.keys]"},
        Damage{"AnArticleWithoutItsRow", "DELETE FROM article WHERE path = 'corpus/zink.txt'", "[store.keys]"},
        Damage{"BlocksThatAreGone", "DELETE FROM block WHERE article = (SELECT min(key) FROM article)", "[store.keys]"},
        Damage{"EvidenceOfAnotherArticle",
               "UPDATE evidence SET citation = (SELECT c.key FROM citation AS c JOIN article AS a ON a.key = c.article"
               " WHERE a.path = 'corpus/iron.md') WHERE key = (SELECT min(e.key) FROM evidence AS e JOIN mention AS m"
               " ON m.key = e.mention JOIN article AS a ON a.key = m.article WHERE a.path = 'corpus/zink.txt')",
               "[store.rows]"},
        Damage{"ALibraryRecordOfNoWork", "UPDATE library_record SET reference = 99999", "[store.keys]"},
        Damage{"LabelsWithoutWords", "DELETE FROM label_words WHERE language = 'nl'", "[store.rows]"},
        Damage{"WordsOfLabelsOfAnotherTokenizer", "UPDATE meta SET value = 'other' WHERE name = 'label_words'",
               "[store.versions]"},
        Damage{"AnotherTokenizer", "UPDATE meta SET value = 'other' WHERE name = 'full_text_analyzer'",
               "[store.versions]"},
        Damage{"AnotherVocabulary", "UPDATE article SET vocabulary_version = '0' WHERE path = 'corpus/zink.txt'",
               "[store.versions]"}),
    [](const auto& tested) { return std::string(tested.param.name); });

struct BrokenFile {
  const char* name;
  std::function<void(const std::string& file, std::uintmax_t size)> damage;
};
void PrintTo(const BrokenFile& broken, std::ostream* out) {
  *out << broken.name;
}

void overwrite(const std::string& file, std::uintmax_t at, std::size_t count) {
  std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
  out.seekp(static_cast<std::streamoff>(at));
  out << std::string(count, '\xA5');
}

class DamagedFile : public StoreCare, public testing::WithParamInterface<BrokenFile> {};

TEST_P(DamagedFile, IsNamedByCheckAndMadeAnewFromItsSources) {
  close_log();
  GetParam().damage(database(), std::filesystem::file_size(database()));
  const Answer checked = ask({"check"});
  EXPECT_NE(checked.exit, 0);
  EXPECT_THAT(checked.out + checked.err, HasSubstr("claimbase-index repair"));
  EXPECT_THAT(checked.out + checked.err, HasSubstr("damaged"));
  const Ran mended = repair();
  EXPECT_EQ(mended.exit, IndexExit::ok) << mended.out << mended.err;
  EXPECT_THAT(mended.out, HasSubstr("it is made anew from its sources\n"));
  EXPECT_THAT(mended.out, HasSubstr("nothing is wrong any more\n"));
  EXPECT_TRUE(dump() == clean_);
}

INSTANTIATE_TEST_SUITE_P(All, DamagedFile,
                         testing::Values(BrokenFile{"CutOff",
                                                    [](const std::string& file, std::uintmax_t size) {
                                                      std::filesystem::resize_file(file, size - 8192);
                                                    }},
                                         BrokenFile{"LastPagesOverwritten",
                                                    [](const std::string& file, std::uintmax_t size) {
                                                      overwrite(file, size - 16384, 16384);
                                                    }}),
                         [](const auto& tested) { return std::string(tested.param.name); });

TEST_F(StoreCare, AStoreWhoseSourcesCannotBeReadIsLeftAsItIs) {
  close_log();
  overwrite(database(), 100, 3000);
  const std::string before = bytes_of(database());
  const Ran mended = repair();
  EXPECT_EQ(mended.exit, IndexExit::failed);
  EXPECT_THAT(mended.err, HasSubstr("no sources"));
  EXPECT_EQ(bytes_of(database()), before);
}

TEST_F(StoreCare, RepairOfASoundStoreDoesNothing) {
  const Ran mended = repair();
  EXPECT_EQ(mended.exit, IndexExit::ok);
  EXPECT_EQ(mended.out, database() + ": nothing is wrong\n");
}

TEST_F(StoreCare, RepairSaysInJsonWhatItFound) {
  change("INSERT INTO sentence_fts_nl(sentence_fts_nl) VALUES ('delete-all')");
  const auto made = nlohmann::json::parse(repair({"--json"}).out);
  ASSERT_EQ(made["problems"].size(), 2U);  // what ranking knows of sentences is made of the same index
  EXPECT_EQ(made["problems"][0]["rule"], "store.rows");
  EXPECT_EQ(made["problems"][1]["rule"], "store.full-text");
  EXPECT_EQ(made["remaining"], nlohmann::json::array());
  EXPECT_EQ(made["rebuilt"], false);
}

TEST_F(StoreCare, RepairOfNothingSaysSo) {
  EXPECT_EQ(run_index({"repair", "--database", (folder / "none.db").string()}).exit, IndexExit::failed);
}

TEST_F(StoreCare, CheckNamesFilesThatChangedAndAreGone) {
  folder.write("corpus/iron.md", "Iron\n\nIron prevents anaemia.\n");
  std::filesystem::remove(folder / "corpus/zink.txt");
  touch("corpus/more/vitamine-d.txt");
  const Answer checked = ask({"check"});
  EXPECT_EQ(checked.exit, 1);
  EXPECT_THAT(checked.out, StartsWith("problem: 1 file changed and 1 is gone since the last run: corpus/iron.md,"
                                      " corpus/zink.txt [store.files]\n"));
  EXPECT_THAT(checked.out, HasSubstr("1 problem; mend with: claimbase-index update --database "));
  static_cast<void>(update());
  EXPECT_EQ(ask({"check"}).exit, 0);
}

TEST_F(StoreCare, CheckOfAStoreWhoseSourcesAreElsewhereSaysSoAndFindsNothingWrong) {
  std::filesystem::rename(corpus(), folder / "elsewhere");
  const Answer checked = ask({"check"});
  EXPECT_EQ(checked.exit, 0);
  EXPECT_THAT(checked.out, StartsWith("not compared with its files, which are not here: " + corpus() + "\n"));
}

class Backup : public StoreCare {
 protected:
  [[nodiscard]] std::string copy() const { return (folder / "copy.db").string(); }
};

TEST_F(Backup, IsTheSameStoreInOneFile) {
  const Answer made = ask({"backup", copy()});
  EXPECT_EQ(made.exit, 0) << made.err;
  EXPECT_THAT(made.out, StartsWith(copy() + ": 3 articles, "));
  EXPECT_TRUE(dump(copy()) == clean_);
  EXPECT_FALSE(std::filesystem::exists(copy() + ".copying"));
}

TEST_F(Backup, IsMadeWhileTheStoreIsWritten) {
  Database writer(database(), OpenMode::read_write);
  const Transaction writing(writer);
  writer.execute("UPDATE article SET title = 'half'");
  EXPECT_EQ(ask({"backup", copy()}).exit, 0);
  EXPECT_TRUE(dump(copy()) == clean_);
}

TEST_F(Backup, OverwritesOnlyWhenTold) {
  folder.write("copy.db", "mine");
  const Answer refused = ask({"backup", copy()});
  EXPECT_EQ(refused.exit, 2);
  EXPECT_EQ(refused.err, "claimbase: back up to " + copy() + ": it exists; --force overwrites it\n");
  EXPECT_EQ(bytes_of(copy()), "mine");
  EXPECT_EQ(ask({"backup", copy(), "--force"}).exit, 0);
  EXPECT_TRUE(dump(copy()) == clean_);
}

TEST_F(Backup, IsNeverTheStoreItselfNorAFolder) {
  EXPECT_EQ(ask({"backup", database(), "--force"}).exit, 2);
  EXPECT_EQ(ask({"backup", folder.path().string()}).exit, 2);
  EXPECT_EQ(ask({"backup", (folder / "none/copy.db").string()}).exit, 2);
  EXPECT_TRUE(dump() == clean_);
}

TEST_F(Backup, OfADamagedStoreIsRefused) {
  close_log();
  overwrite(database(), std::filesystem::file_size(database()) - 16384, 16384);
  EXPECT_EQ(ask({"backup", copy()}).exit, 2);
  EXPECT_FALSE(std::filesystem::exists(copy()));
}

}  // namespace
}  // namespace claimbase
