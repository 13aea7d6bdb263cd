// claimbase_fts.so as another program meets it: a plain connection of SQLite, without our registration.
#include <gmock/gmock.h>
#include <sqlite3.h>

#include "tests/schema/sample.h"

namespace claimbase {
namespace {

TEST_F(StoreTest, AnotherProgramSearchesTheStoreThroughTheExtension) {
  new_store().replace_article(sample_article("a.txt"));
  Database plain(file(), OpenMode::read_only);
  EXPECT_EQ(kind_thrown_by([&] { plain.execute("SELECT * FROM sentence_fts_nl('verlagen')"); }), StoreErrorKind::other);
  sqlite3_enable_load_extension(plain.handle(), 1);
  char* error = nullptr;
  ASSERT_EQ(sqlite3_load_extension(plain.handle(), CLAIMBASE_FTS_EXTENSION, nullptr, &error), SQLITE_OK) << error;
  EXPECT_EQ(plain.text("SELECT highlight(sentence_fts_nl, 0, '<', '>') FROM sentence_fts_nl('verlagen')"
                       " ORDER BY claim_rank(sentence_fts_nl, 'sentence_fts_nl', 1.0, 0.5)"),
            "Magnesium kan de bloeddruk <verlagen>.1");
}

TEST_F(StoreTest, TheExtensionHasTheEntryMadeFromItsName) {
  Database plain(file(), OpenMode::create);
  sqlite3_enable_load_extension(plain.handle(), 1);
  EXPECT_EQ(sqlite3_load_extension(plain.handle(), CLAIMBASE_FTS_EXTENSION, "sqlite3_claimbasefts_init", nullptr),
            SQLITE_OK);
  plain.execute("CREATE VIRTUAL TABLE t USING fts5 (a, tokenize = 'claimbase nl')");
}

}  // namespace
}  // namespace claimbase
