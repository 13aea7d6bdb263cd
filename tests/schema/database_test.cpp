#include "schema/database.h"

#include <gmock/gmock.h>

#include "tests/schema/sample.h"

namespace claimbase {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class DatabaseTest : public StoreTest {
 protected:
  DatabaseTest() : db(file(), OpenMode::create) { db.execute("CREATE TABLE t (a, b)"); }
  Database db;
};

TEST_F(DatabaseTest, BindsAndReadsEachType) {
  const std::string text = "patiënten";
  Statement insert(db, "INSERT INTO t VALUES (?1, ?2)");
  insert.bind(1, text).bind(2, 1.5).run();
  insert.bind(1, 7).bind(2, std::optional<int>()).run();
  insert.bind(1, std::string_view()).bind_blob(2, std::string_view("\0x", 2)).run();
  Statement rows(db, "SELECT a, b FROM t ORDER BY rowid");
  ASSERT_TRUE(rows.step());
  EXPECT_EQ(rows.text(0), "patiënten");
  EXPECT_EQ(rows.real(1), 1.5);
  ASSERT_TRUE(rows.step());
  EXPECT_EQ(rows.integer(0), 7);
  EXPECT_TRUE(rows.is_null(1));
  EXPECT_EQ(rows.text(1), "");
  ASSERT_TRUE(rows.step());
  EXPECT_FALSE(rows.is_null(0));  // an empty view is an empty text, not NULL
  EXPECT_EQ(rows.blob(1), std::string_view("\0x", 2));
  EXPECT_FALSE(rows.step());
  EXPECT_EQ(rows.column_name(1), "b");
  EXPECT_EQ(rows.column_count(), 2);
}

TEST_F(DatabaseTest, ATransactionThatIsDroppedLeavesNothing) {
  {
    const Transaction transaction(db);
    db.execute("INSERT INTO t VALUES (1, 2)");
  }
  EXPECT_EQ(db.integer("SELECT count(*) FROM t"), 0);
  {
    Transaction transaction(db);
    db.execute("INSERT INTO t VALUES (1, 2)");
    transaction.commit();
  }
  EXPECT_EQ(db.integer("SELECT count(*) FROM t"), 1);
}

TEST_F(DatabaseTest, AStatementLeftHalfWayCanBeBoundAgain) {
  db.execute("INSERT INTO t VALUES (1, 2), (1, 3), (4, 5)");
  Statement find(db, "SELECT b FROM t WHERE a = ?1 ORDER BY b");
  ASSERT_TRUE(find.bind(1, 1).step());
  ASSERT_TRUE(find.bind(1, 4).step());
  EXPECT_EQ(find.integer(0), 5);
}

TEST_F(DatabaseTest, SaysWhatItWasDoingOnWhichFile) {
  std::string message;
  EXPECT_EQ(kind_thrown_by([&] { Statement(db, "SELECT some FROM nowhere"); }, &message), StoreErrorKind::other);
  EXPECT_EQ(message, "read " + file().string() + ": no such table: nowhere");
  EXPECT_EQ(kind_thrown_by([&] { Database(file("none/kb.db"), OpenMode::create); }, &message), StoreErrorKind::missing);
  EXPECT_EQ(message, "open " + file("none/kb.db").string() + ": unable to open database file");
}

TEST_F(DatabaseTest, WritingThroughAReaderIsReadOnly) {
  Database reader(file(), OpenMode::read_only);
  EXPECT_EQ(kind_thrown_by([&] { reader.execute("INSERT INTO t VALUES (1, 2)"); }), StoreErrorKind::read_only);
}

TEST_F(DatabaseTest, AnotherWriterIsLocked) {
  Database other(file(), OpenMode::read_write, 1);
  const Transaction writing(db);
  std::string message;
  EXPECT_EQ(kind_thrown_by([&] { Transaction transaction(other); }, &message), StoreErrorKind::locked);
  EXPECT_THAT(message, HasSubstr(file().string() + ": database is locked"));
}

TEST_F(DatabaseTest, AFileThatMayNotGrowIsFull) {
  db.execute("PRAGMA max_page_count = 3");
  const std::string big(100'000, 'x');
  Statement insert(db, "INSERT INTO t(a) VALUES (?1)");
  std::string message;
  EXPECT_EQ(kind_thrown_by([&] { insert.bind(1, big).run(); }, &message), StoreErrorKind::full);
  EXPECT_THAT(message, StartsWith("write "));
}

TEST_F(DatabaseTest, ImmutableOpensFilesWhoseNamesMeanSomethingInAUri) {
  const auto odd = file("a?b=1#50% é.db");
  Database(odd, OpenMode::create).execute("CREATE TABLE u (a); INSERT INTO u VALUES (42)");
  EXPECT_EQ(Database(odd, OpenMode::immutable).integer("SELECT a FROM u"), 42);
}

}  // namespace
}  // namespace claimbase
