#include "schema/late_indexes.h"

#include <gmock/gmock.h>

#include <array>

#include "tests/schema/sample.h"

namespace claimbase {
namespace {

constexpr std::array<std::string_view, 2> kNames{"by_number", "of_texts"};

Database table() {
  Database db(":memory:", OpenMode::create);
  db.execute(
      "CREATE TABLE t (key INTEGER PRIMARY KEY, number INTEGER UNIQUE, text TEXT) STRICT;"
      "CREATE INDEX by_number ON t (number DESC, text); CREATE INDEX of_texts ON t (text) WHERE text <> '';"
      "CREATE INDEX by_text ON t (text); PRAGMA cache_size = -3000");
  return db;
}

std::string indexes_of(const Database& db) {
  return db
      .text(
          "SELECT group_concat(text, char(10)) FROM (SELECT name || ' ' || coalesce(sql, '') AS text FROM sqlite_schema"
          " WHERE type = 'index' ORDER BY name)")
      .value_or("");
}

std::string names_of(const Database& db) {
  return db.text("SELECT group_concat(name) FROM (SELECT name FROM pragma_index_list('t') ORDER BY name)").value_or("");
}

TEST(LateIndexes, AreAwayUntilTheyAreMade) {
  Database db = table();
  const std::string before = indexes_of(db);
  LateIndexes late(db, kNames);
  EXPECT_EQ(names_of(db), "by_text,sqlite_autoindex_t_1");
  db.execute("INSERT INTO t (number, text) VALUES (3, 'a'), (1, ''), (2, 'b')");
  late.make(db);
  EXPECT_EQ(indexes_of(db), before);
  EXPECT_EQ(db.text("PRAGMA integrity_check"), "ok");
  EXPECT_EQ(db.integer("SELECT count(*) FROM t INDEXED BY of_texts WHERE text <> ''"), 2);
  EXPECT_EQ(db.integer("PRAGMA cache_size"), -3000);
  late.make(db);
  EXPECT_EQ(indexes_of(db), before);
}

TEST_F(StoreTest, ACleanBuildHasTheIndexesOfAnyStore) {
  Store clean = new_store("clean.db", StoreMode::bulk);
  clean.replace_article(sample_article("a.txt"));
  clean.finish_bulk();
  Store grown = new_store("grown.db");
  grown.replace_article(sample_article("a.txt"));
  EXPECT_EQ(indexes_of(clean.database()), indexes_of(grown.database()));
  EXPECT_THAT(clean.check(), testing::IsEmpty());
}

TEST_F(StoreTest, ACleanBuildOfNothingHasThemToo) {
  Store clean = new_store("clean.db", StoreMode::bulk);
  clean.finish_bulk();
  Store grown = new_store("grown.db");
  EXPECT_EQ(indexes_of(clean.database()), indexes_of(grown.database()));
}

TEST_F(StoreTest, WhatIsAskedOfACleanBuildOnTheWayIsTrue) {
  Store clean = new_store("clean.db", StoreMode::bulk);
  clean.replace_article(sample_article("a.txt"));
  Store grown = new_store("grown.db");
  grown.replace_article(sample_article("a.txt"));
  EXPECT_EQ(dump(clean), dump(grown));
  clean.replace_article(sample_article("b.txt"));
  grown.replace_article(sample_article("b.txt"));
  EXPECT_EQ(dump(clean), dump(grown));
  EXPECT_THAT(clean.check(), testing::IsEmpty());
  clean.finish_bulk();
  EXPECT_EQ(dump(clean), dump(grown));
  EXPECT_THAT(clean.check(), testing::IsEmpty());
}

}  // namespace
}  // namespace claimbase
