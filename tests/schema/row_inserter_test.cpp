#include "schema/row_inserter.h"

#include <gmock/gmock.h>

namespace claimbase {
namespace {

Database table() {
  Database db(":memory:", OpenMode::create);
  db.execute("CREATE TABLE t (key INTEGER PRIMARY KEY, number INTEGER NOT NULL CHECK (number >= 0), text TEXT) STRICT");
  return db;
}

// Whatever groups they are written in, rows are there in order, with keys one after the other.
TEST(RowInserter, WritesAnyNumberOfRowsInOrder) {
  for (std::size_t count = 0; count <= 70; ++count) {
    Database db = table();
    db.execute("INSERT INTO t VALUES (41, 0, 'before')");
    RowInserter add(db, "t", "number, text");
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < count; ++i) texts.push_back("row " + std::to_string(i));
    const std::int64_t first =
        add.insert(count, [&](RowValues& row, std::size_t i) { row.bind(1, i).bind(2, texts[i]); });
    EXPECT_EQ(first, count > 0 ? 42 : 0);
    Statement rows(db, "SELECT key, number, text FROM t WHERE key > 41 ORDER BY key");
    std::size_t read = 0;
    for (; rows.step(); ++read) {
      EXPECT_EQ(rows.integer(0), 42 + static_cast<std::int64_t>(read));
      EXPECT_EQ(rows.integer(1), static_cast<std::int64_t>(read));
      EXPECT_EQ(rows.text(2), texts.at(read));
    }
    EXPECT_EQ(read, count);
  }
}

TEST(RowInserter, GoesOnWhereTheLastRowsEnded) {
  Database db = table();
  RowInserter add(db, "t", "number, text");
  const auto fill = [](RowValues& row, std::size_t i) { row.bind(1, i).bind(2, std::optional<std::int64_t>()); };
  EXPECT_EQ(add.insert(21, fill), 1);
  EXPECT_EQ(add.insert(5, fill), 22);
  EXPECT_EQ(db.integer("SELECT count(*) FROM t WHERE text IS NULL"), 26);
}

TEST(RowInserter, ARowThatBreaksARuleIsAnError) {
  Database db = table();
  RowInserter add(db, "t", "number");
  const auto insert = [&] {
    Transaction transaction(db);
    add.insert(20, [](RowValues& row, std::size_t i) { row.bind(1, i == 9 ? -1 : 1); });
    transaction.commit();
  };
  EXPECT_THROW(insert(), StoreError);
  EXPECT_EQ(db.integer("SELECT count(*) FROM t"), 0);
  EXPECT_EQ(add.insert(1, [](RowValues& row, std::size_t) { row.bind(1, 7); }), 1);
}

}  // namespace
}  // namespace claimbase
