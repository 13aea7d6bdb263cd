// Bad input: one clear line each, an exit code, and the rest done.
#include <gmock/gmock.h>
#include <unistd.h>

#include "indexer/writer_lock.h"
#include "tests/cli/indexer_fixture.h"

namespace claimbase {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::StartsWith;

class IndexBadInput : public IndexerTest {
 protected:
  void SetUp() override { write_corpus(); }

  std::string path(std::string_view name) const { return (folder / name).string(); }
};

TEST_F(IndexBadInput, MissingPath) {
  const Ran ran = update({path("nowhere"), corpus()});
  EXPECT_EQ(ran.exit, IndexExit::incomplete);
  EXPECT_EQ(ran.err,
            path("nowhere") + ": error: not indexed: no such file or folder; check the path [document.missing]\n");
  EXPECT_EQ(first_line(ran), "3 articles added, 0 changed, 0 removed, 0 unchanged, 1 failed");
}

TEST_F(IndexBadInput, UnreadableFileKeepsItsRows) {
  if (::geteuid() == 0) GTEST_SKIP() << "root reads everything";
  EXPECT_EQ(update({corpus()}).exit, IndexExit::ok);
  folder.write("corpus/zink.txt", "Andere tekst\n");
  std::filesystem::permissions(folder / "corpus/zink.txt", std::filesystem::perms::none);
  const Ran ran = update();
  EXPECT_EQ(ran.exit, IndexExit::incomplete);
  EXPECT_THAT(ran.err, HasSubstr("/zink.txt: error: not read: permission denied [document.unreadable]"));
  EXPECT_EQ(open_reader(database()).text("SELECT title FROM article WHERE path = 'corpus/zink.txt'"),
            "Zink en verkoudheid");
}

TEST_F(IndexBadInput, FolderNamedLikeAFileIsWalked) {
  std::filesystem::create_directory(folder / "corpus/folder.txt");
  EXPECT_EQ(update({corpus()}).exit, IndexExit::ok);
}

TEST_F(IndexBadInput, NamedFileOfAnUnknownFormat) {
  folder.write("corpus/paper.odt", "PK");
  const Ran named = update({path("corpus/paper.odt"), path("corpus/zink.txt")});
  EXPECT_EQ(named.exit, IndexExit::incomplete);
  EXPECT_EQ(named.err, path("corpus/paper.odt") +
                           ": error: not indexed: .odt is no format that can be read (text, markdown, html, jats, "
                           "docx, pdf); convert it to "
                           "text first [document.unknown-format]\n");
  EXPECT_EQ(first_line(named), "1 article added, 0 changed, 0 removed, 0 unchanged, 1 failed");
}

TEST_F(IndexBadInput, FoundFileOfAnUnknownFormatIsCounted) {
  folder.write("corpus/paper.odt", "PK");
  const Ran found = update({corpus()});
  EXPECT_EQ(found.exit, IndexExit::ok);
  EXPECT_EQ(found.err, "");
  EXPECT_EQ(first_line(found), "3 articles added, 0 changed, 0 removed, 0 unchanged; 1 other file skipped");
}

TEST_F(IndexBadInput, BinaryFileKeepsItsRows) {
  EXPECT_EQ(update({corpus()}).exit, IndexExit::ok);
  folder.write("corpus/zink.txt", std::string("\0\1\2\xff\0\0", 6));
  const Ran ran = update();
  EXPECT_EQ(ran.exit, IndexExit::incomplete);
  EXPECT_THAT(ran.err, HasSubstr("/zink.txt: error: "));
  EXPECT_THAT(ran.err, HasSubstr("[document.binary]\n"));
  EXPECT_EQ(first_line(ran), "nothing has changed: 2 articles unchanged, 1 failed");
  EXPECT_EQ(open_reader(database()).text("SELECT title FROM article WHERE path = 'corpus/zink.txt'"),
            "Zink en verkoudheid");
}

TEST_F(IndexBadInput, PageOverABoundKeepsItsRows) {
  folder.write("corpus/page.html", "<h1>Zink en huid</h1><p>Zink steunt de huid.</p>");
  EXPECT_EQ(update({corpus()}).exit, IndexExit::ok);
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += "<div>";
  folder.write("corpus/page.html", deep);
  const Ran ran = update();
  EXPECT_EQ(ran.exit, IndexExit::incomplete);
  EXPECT_THAT(ran.err, HasSubstr("/page.html: error: more than 512 elements in one another [document.too-deep]\n"));
  EXPECT_EQ(open_reader(database()).text("SELECT title FROM article WHERE path = 'corpus/page.html'"), "Zink en huid");
}

TEST_F(IndexBadInput, BrokenXmlKeepsItsRows) {
  const std::string good =
      "<article article-type='x'><front><article-meta><title-group><article-title>Zinc and skin</article-title>"
      "</title-group></article-meta></front><body><p>Zinc supports the skin.</p></body></article>";
  folder.write("corpus/paper.xml", good);
  EXPECT_EQ(update({corpus()}).exit, IndexExit::ok);
  folder.write("corpus/paper.xml", good.substr(0, good.size() - 20));
  const Ran ran = update();
  EXPECT_EQ(ran.exit, IndexExit::incomplete);
  EXPECT_THAT(ran.err, HasSubstr("/paper.xml:1: error: "));
  EXPECT_THAT(ran.err, HasSubstr("[document.malformed]\n"));
  EXPECT_EQ(open_reader(database()).text("SELECT title FROM article WHERE path = 'corpus/paper.xml'"), "Zinc and skin");
}

TEST_F(IndexBadInput, MarkdownOverABoundKeepsItsRows) {
  folder.write("corpus/zink.md", "# Zink en huid\n\nZink steunt de huid.\n");
  EXPECT_EQ(update({corpus()}).exit, IndexExit::ok);
  std::string quotes;
  for (int i = 0; i < 2'000; ++i) quotes += "> ";
  folder.write("corpus/zink.md", quotes + "Zink.");
  const Ran ran = update();
  EXPECT_EQ(ran.exit, IndexExit::incomplete);
  EXPECT_THAT(ran.err, HasSubstr("/zink.md: error: more than 512 elements in one another [document.too-deep]\n"));
  EXPECT_EQ(open_reader(database()).text("SELECT title FROM article WHERE path = 'corpus/zink.md'"), "Zink en huid");
}

TEST_F(IndexBadInput, FootnotesWithoutAnEndOrAYearAreDiagnosedByLine) {
  folder.write("corpus/zink.md",
               "Zink steunt de huid.[^1] Koper ook.[^7]\n\n[^1]: Bakker T. Zink en huid. Ann Salts. 2019;3:4-9.\n"
               "[^1]: Smit A. Koper en haar. Ann Salts.\n");
  const Ran ran = update({corpus()});
  EXPECT_EQ(ran.exit, IndexExit::ok);
  const Database db = open_reader(database());
  const auto count = [&](const std::string& rule, int line) {
    return db.integer(
        "SELECT COUNT(*) FROM diagnostic d JOIN article a ON a.key = d.article WHERE a.path = 'corpus/zink.md'"
        " AND d.rule = '" +
        rule + "' AND d.line = " + std::to_string(line));
  };
  EXPECT_EQ(count("citation.unresolved", 1), 1);
  EXPECT_EQ(count("reference.duplicate-number", 4), 1);
  EXPECT_EQ(count("reference.no-year", 4), 1);
}

TEST_F(IndexBadInput, FileOverTheSizeKeepsItsRows) {
  EXPECT_EQ(update({corpus()}).exit, IndexExit::ok);
  folder.write("corpus/zink.txt", std::string((1U << 20U) + 1, 'x'));
  const Ran ran = update({"--max-size", "1"});
  EXPECT_EQ(ran.exit, IndexExit::incomplete);
  EXPECT_THAT(ran.err, HasSubstr("/zink.txt: error: not read: larger than 1 MiB [document.too-large]\n"));
  EXPECT_EQ(open_reader(database()).text("SELECT title FROM article WHERE path = 'corpus/zink.txt'"),
            "Zink en verkoudheid");
}

TEST_F(IndexBadInput, PagePointsIntoItsSource) {
  const std::string page =
      "<nav><a href='/'>IJzer</a></nav>\n<h1>Zink</h1>\n<p>Caf&eacute;: <b>zink</b> steunt de huid.</p>\n";
  folder.write("corpus/page.html", page);
  EXPECT_EQ(update({corpus()}).exit, IndexExit::ok);
  const Database db = open_reader(database());
  constexpr std::string_view kWhere = " FROM sentence WHERE text = 'Café: zink steunt de huid.'";
  EXPECT_EQ(db.integer("SELECT line" + std::string(kWhere)), 3);
  const auto begin = static_cast<std::size_t>(db.integer("SELECT begin_byte" + std::string(kWhere)).value_or(0));
  const auto end = static_cast<std::size_t>(db.integer("SELECT end_byte" + std::string(kWhere)).value_or(0));
  EXPECT_EQ(page.substr(begin, end - begin), "Caf&eacute;: <b>zink</b> steunt de huid.");
  EXPECT_EQ(db.text("SELECT format FROM article WHERE path = 'corpus/page.html'"), "html");
}

TEST_F(IndexBadInput, AForcedFormatIsRemembered) {
  folder.write("page.php", "Zink &amp; huid\n<p>Zink steunt de huid.</p>\n");
  const Ran unknown = update({path("page.php")});
  EXPECT_EQ(unknown.exit, IndexExit::incomplete);
  EXPECT_THAT(unknown.err, HasSubstr("[document.unknown-format]\n"));
  EXPECT_EQ(update({"--format", "html", path("page.php")}).exit, IndexExit::ok);
  const auto format = [&] { return open_reader(database()).text("SELECT format FROM article"); };
  EXPECT_EQ(format(), "html");
  EXPECT_EQ(first_line(update()), "nothing has changed: 1 article unchanged");
  EXPECT_EQ(first_line(update({"--format", "text", path("page.php")})),
            "0 articles added, 1 changed, 0 removed, 0 unchanged");
  EXPECT_EQ(format(), "text");
  EXPECT_EQ(open_reader(database()).integer("SELECT count(*) FROM sentence WHERE text LIKE '%&amp;%'"), 1);
}

TEST_F(IndexBadInput, EmptyFileIsAnArticleWithAWarning) {
  folder.write("corpus/empty.txt", "");
  const Ran ran = update({corpus()});
  EXPECT_EQ(ran.exit, IndexExit::ok);
  EXPECT_THAT(ran.err, StartsWith(path("corpus/empty.txt") + ": warning: "));
  EXPECT_THAT(ran.err, HasSubstr("[document.empty]\n"));
  EXPECT_EQ(first_line(ran), "4 articles added, 0 changed, 0 removed, 0 unchanged");
}

TEST_F(IndexBadInput, InvalidUtf8IsConvertedOrDiagnosed) {
  folder.write("corpus/latin.txt", "Vitamine D en botten\n\nVitamine D is goed voor pati\xEBnten met zwakke botten.\n");
  EXPECT_EQ(update({corpus()}).exit, IndexExit::ok);
  const Database db = open_reader(database());
  EXPECT_EQ(db.text("SELECT encoding FROM article WHERE path = 'corpus/latin.txt'"), "windows-1252");
  EXPECT_EQ(db.integer("SELECT count(*) FROM sentence WHERE text LIKE '%patiënten met zwakke%'"), 1);
}

TEST_F(IndexBadInput, MarkerPastTheListsEndIsDiagnosedByLine) {
  folder.write(
      "corpus/extra.txt",
      "Zink en huid\n\nZink steunt de huid.[7] Zink steunt ook de afweer.[1]\n\nReferenties\n\n"
      "1. Prasad, A. S. (2008). Zinc in human health: effect of zinc on immune cells. Molecular Medicine, 14(5), "
      "353-357.\n");
  const Ran ran = update({corpus()});
  EXPECT_EQ(ran.exit, IndexExit::ok);
  EXPECT_THAT(ran.err, StartsWith(path("corpus/extra.txt") + ":3: warning: "));
  EXPECT_THAT(ran.err, HasSubstr("[citation.unresolved]\n"));
  EXPECT_EQ(open_reader(database()).integer("SELECT count(*) FROM citation WHERE marker = '7' AND reference IS NULL"),
            1);
}

TEST_F(IndexBadInput, NothingToIndex) {
  const Ran ran = update();
  EXPECT_EQ(ran.exit, IndexExit::failed);
  EXPECT_EQ(ran.err, "claimbase-index: update " + database() +
                         ": it has no sources yet; name a folder of articles or a library\n");
  EXPECT_FALSE(std::filesystem::exists(database()));
}

TEST_F(IndexBadInput, StoreThatIsNotOneIsLeftAlone) {
  folder.write("kb.db", "Dit is geen database, maar een brief aan de redactie.\n");
  for (const char* command : {"update", "rebuild"}) {
    const Ran ran = run_index({command, "--database", database(), corpus()});
    EXPECT_EQ(ran.exit, IndexExit::failed);
    EXPECT_THAT(ran.err, HasSubstr("(name another file with --database; this one is left as it is)\n"));
    EXPECT_THAT(ran.err, HasSubstr(database()));
  }
  EXPECT_EQ(bytes_of(database()), "Dit is geen database, maar een brief aan de redactie.\n");
}

TEST_F(IndexBadInput, StoreOfANewerVersionIsLeftAlone) {
  EXPECT_EQ(update({corpus()}).exit, IndexExit::ok);
  Database(database(), OpenMode::read_write).execute("PRAGMA user_version = 999");
  for (const char* command : {"update", "rebuild", "status", "optimize"}) {
    const Ran ran = run_index({command, "--database", database()});
    EXPECT_EQ(ran.exit, IndexExit::failed) << command;
    EXPECT_THAT(ran.err, HasSubstr("(use the version of claimbase-index that wrote it, or another file)\n")) << command;
  }
}

TEST_F(IndexBadInput, LockedStore) {
  EXPECT_EQ(update({corpus()}).exit, IndexExit::ok);
  folder.write("corpus/zink.txt", "Andere tekst\n");
  Database other(database(), OpenMode::read_write);
  const Transaction writing(other);
  const Ran ran = update();
  EXPECT_EQ(ran.exit, IndexExit::failed);
  EXPECT_THAT(ran.err,
              HasSubstr("(wait until the other program is done, then try again, or let --wait SECONDS do that)\n"));
}

TEST_F(IndexBadInput, WhileAnotherIndexerWritesNothingIsWrittenAndEverythingIsRead) {
  EXPECT_EQ(update({corpus()}).exit, IndexExit::ok);
  const WriterLock other(database(), "watch", std::chrono::seconds(0));
  for (const char* command : {"update", "rebuild", "optimize"}) {
    const Ran ran = run_index({command, "--database", database(), "--wait", "0"});
    EXPECT_EQ(ran.exit, IndexExit::failed) << command;
    EXPECT_THAT(ran.err, ContainsRegex("another claimbase-index \\(pid [0-9]+, since [0-9:]+, watch\\) is writing it"))
        << command;
  }
  EXPECT_EQ(run_index({"status", "--database", database()}).exit, IndexExit::ok);
  EXPECT_EQ(open_reader(database()).integer("SELECT count(*) FROM article"), 3);
}

TEST_F(IndexBadInput, AWriterThatWasKilledIsTold) {
  LockHolder killed = this_holder("rebuild");
  killed.started += 1;  // its number is ours now
  folder.write("kb.db.lock", to_json(killed));
  const Ran ran = update({corpus()});
  EXPECT_EQ(ran.exit, IndexExit::ok);
  EXPECT_THAT(ran.err,
              ContainsRegex("warning: the writer before \\(pid [0-9]+, since [0-9:]+, rebuild\\) did not come to"
                            " its end; what it left undone is done now \\[store.killed-writer\\]\n$"));
  EXPECT_FALSE(std::filesystem::exists(database() + ".lock"));
}

TEST_F(IndexBadInput, FolderOfTheStoreIsMissing) {
  const Ran ran = run_index({"update", "--database", path("no/kb.db"), corpus()});
  EXPECT_EQ(ran.exit, IndexExit::failed);
  EXPECT_EQ(ran.err, "claimbase-index: make " + path("no/kb.db") + ": there is no folder " + path("no") +
                         " (check the path given with --database)\n");
}

TEST_F(IndexBadInput, MissingVocabulary) {
  const Ran ran = update({corpus(), "--vocabulary", path("own.rdf")});
  EXPECT_EQ(ran.exit, IndexExit::failed);
  EXPECT_EQ(ran.err, "claimbase-index: read vocabulary " + path("own.rdf") + ": no such file or directory\n");
}

TEST_F(IndexBadInput, OptimizeOfNoStore) {
  const Ran ran = run_index({"optimize", "--database", database()});
  EXPECT_EQ(ran.exit, IndexExit::failed);
  EXPECT_EQ(ran.err, "claimbase-index: optimize " + database() +
                         ": there is no such store (check the path given with --database)\n");
}

}  // namespace
}  // namespace claimbase
