// What stands in the way of opening a store, and that each is told apart.
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include "schema/connection.h"
#include "tests/schema/sample.h"

namespace claimbase {
namespace {

using testing::HasSubstr;

class OpenTest : public StoreTest {
 protected:
  StoreErrorKind read() {
    return kind_thrown_by([&] { static_cast<void>(open_reader(file())); }, &message);
  }
  StoreErrorKind write() {
    return kind_thrown_by([&] { static_cast<void>(Store::open(file(), StoreMode::read_write)); }, &message);
  }
  void make_store() { new_store().replace_article(sample_article("a.txt")); }
  void change(const std::string& sql) { Database(file(), OpenMode::read_write).execute(sql); }
  std::string message;
};

TEST_F(OpenTest, MissingFile) {
  EXPECT_EQ(read(), StoreErrorKind::missing);
  EXPECT_FALSE(std::filesystem::exists(file()));
}

TEST_F(OpenTest, FileOfSomethingElse) {
  write_file(file(), "Dit is een artikel over magnesium, geen database.\n");
  EXPECT_EQ(read(), StoreErrorKind::not_a_store);
  EXPECT_THAT(message, HasSubstr("file is not a database"));
  EXPECT_EQ(write(), StoreErrorKind::not_a_store);
  EXPECT_EQ(std::filesystem::file_size(file()), 50U);
}

TEST_F(OpenTest, EmptyFileIsNoStoreToReadButOneCanBeMadeInIt) {
  write_file(file(), "");
  EXPECT_EQ(read(), StoreErrorKind::not_a_store);
  EXPECT_THAT(message, HasSubstr("the file is empty"));
  make_store();
  EXPECT_EQ(open_reader(file()).integer("SELECT count(*) FROM article"), 1);
}

TEST_F(OpenTest, DatabaseOfAnotherProgram) {
  Database(file(), OpenMode::create).execute("CREATE TABLE article (name)");
  EXPECT_EQ(read(), StoreErrorKind::not_a_store);
  EXPECT_EQ(message, "open " + file().string() + ": not a Claimbase store");
  EXPECT_EQ(write(), StoreErrorKind::not_a_store);
}

TEST_F(OpenTest, NewerStore) {
  make_store();
  change("PRAGMA user_version = 99");
  EXPECT_EQ(read(), StoreErrorKind::newer_schema);
  EXPECT_EQ(message, "open " + file().string() +
                         ": written by a newer version of Claimbase (store version 99, this program reads " +
                         std::to_string(kStoreVersion) + ")");
  EXPECT_EQ(write(), StoreErrorKind::newer_schema);
}

TEST_F(OpenTest, OlderStoreIsNotReadAndGoesThroughItsMigration) {
  make_store();
  constexpr int kOlder = kStoreVersion - 1;
  change("ALTER TABLE article DROP COLUMN publisher; PRAGMA user_version = " + std::to_string(kOlder));
  EXPECT_EQ(read(), StoreErrorKind::older_schema);
  const Migration migrations[] = {{kOlder, "ALTER TABLE article ADD COLUMN publisher TEXT NOT NULL DEFAULT 'unknown'"}};
  const Database db = open_read_write(file(), migrations);
  EXPECT_EQ(db.integer("PRAGMA user_version"), kStoreVersion);
  EXPECT_EQ(db.text("SELECT publisher FROM article"), "unknown");
}

TEST_F(OpenTest, AMigrationThatFailsChangesNothing) {
  make_store();
  change("PRAGMA user_version = -1");
  const Migration migrations[] = {{-1, "CREATE TABLE half_done (a)"}, {0, "CREATE TABLE half_done (a)"}};
  EXPECT_EQ(kind_thrown_by([&] { static_cast<void>(open_read_write(file(), migrations)); }), StoreErrorKind::other);
  const Database db(file(), OpenMode::read_only);
  EXPECT_EQ(db.integer("PRAGMA user_version"), -1);
  EXPECT_EQ(db.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'half_done'"), 0);
}

TEST_F(OpenTest, WithoutAMigrationAnOlderStoreIsRefused) {
  make_store();
  change("PRAGMA user_version = 0");
  EXPECT_EQ(write(), StoreErrorKind::older_schema);
}

TEST_F(OpenTest, ReadersGoOnWhileAWriterHoldsTheLockAndASecondWriterIsToldSo) {
  make_store();
  Database writer(file(), OpenMode::read_write);
  const Transaction writing(writer);
  writer.execute("UPDATE article SET title = 'new'");
  EXPECT_EQ(open_reader(file()).text("SELECT title FROM article"), "Over a.txt");
  Store second = Store::open(file(), StoreMode::read_write);
  second.database().set_busy_timeout(1);
  EXPECT_EQ(kind_thrown_by([&] { second.replace_article(sample_article("b.txt")); }, &message), StoreErrorKind::locked);
  EXPECT_THAT(message, HasSubstr("database is locked"));
}

TEST_F(OpenTest, AReaderCannotWrite) {
  make_store();
  Database reader = open_reader(file());
  EXPECT_EQ(kind_thrown_by([&] { reader.execute("DELETE FROM article"); }), StoreErrorKind::read_only);
}

TEST_F(OpenTest, DamagedStore) {
  make_store();
  damage(file());
  EXPECT_EQ(read(), StoreErrorKind::corrupt);
}

// Root may write everywhere, so the work is done by a child that is not root any more.
template <typename Work>
int exit_code_of_unprivileged(const Work& work) {
  if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0)) return 100;
  return work();
}

TEST_F(OpenTest, ReadOnlyFolderIsReadAsImmutableAndWritingItIsReadOnly) {
  make_store();
  ASSERT_FALSE(std::filesystem::exists(file().string() + "-wal"));
  chmod(file().c_str(), 0444);
  chmod(file().parent_path().c_str(), 0555);
  EXPECT_EXIT(std::_Exit(exit_code_of_unprivileged([&] {
                const auto found = open_reader(file()).integer("SELECT count(*) FROM sentence_fts_nl('bloeddruk')");
                return found == 1 ? 10 : 11;
              })),
              testing::ExitedWithCode(10), "");
  EXPECT_EXIT(std::_Exit(exit_code_of_unprivileged([&] { return write() == StoreErrorKind::read_only ? 10 : 11; })),
              testing::ExitedWithCode(10), "");
  chmod(file().parent_path().c_str(), 0755);
}

}  // namespace
}  // namespace claimbase
