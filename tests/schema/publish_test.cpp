#include <gmock/gmock.h>

#include "tests/schema/sample.h"

namespace claimbase {
namespace {

using testing::IsEmpty;

class PublishTest : public StoreTest {
 protected:
  PublishTest() {
    Store built = new_store("new.db", StoreMode::bulk);
    built.replace_article(sample_article("new.txt"));
    built.finish_bulk();
  }
  void publish() { publish_store(file("new.db"), file()); }
  std::optional<std::string> path_in_store() { return open_reader(file()).text("SELECT path FROM article"); }
};

TEST_F(PublishTest, WhereNoneWas) {
  publish();
  EXPECT_EQ(path_in_store(), "new.txt");
  EXPECT_FALSE(std::filesystem::exists(file("new.db")));
}

TEST_F(PublishTest, OverAStoreWhoseReadersGoOn) {
  Store old = new_store();
  old.replace_article(sample_article("old.txt"));
  Database reader = open_reader(file());
  {
    const Transaction reading(reader, Transaction::Kind::read);
    EXPECT_EQ(reader.text("SELECT path FROM article"), "old.txt");
    publish();
    EXPECT_EQ(reader.text("SELECT path FROM article"), "old.txt");
    EXPECT_EQ(path_in_store(), "new.txt");
  }
  EXPECT_EQ(reader.text("SELECT path FROM article"), "new.txt");
  EXPECT_EQ(articles_found(reader, "sentence_fts_nl", "bloeddruk"), std::vector<std::string>{"new.txt"});
  old.replace_article(sample_article("later.txt"));  // the connection of before writes on in the new content
  EXPECT_EQ(old.counts().articles, 2);
  EXPECT_THAT(old.check(), IsEmpty());
  EXPECT_FALSE(std::filesystem::exists(file("new.db")));
}

TEST_F(PublishTest, OverADamagedStore) {
  { new_store().replace_article(sample_article("old.txt")); }
  damage(file());
  publish();
  EXPECT_EQ(path_in_store(), "new.txt");
}

TEST_F(PublishTest, NeverOverSomethingElse) {
  write_file(file(), "Aantekeningen die geen database zijn, en die van iemand zijn.");
  EXPECT_EQ(kind_thrown_by([&] { publish(); }), StoreErrorKind::not_a_store);
  EXPECT_EQ(std::filesystem::file_size(file()), 61U);
  EXPECT_TRUE(std::filesystem::exists(file("new.db")));
}

TEST_F(PublishTest, NotWhileAnotherWrites) {
  Store old = new_store();
  old.replace_article(sample_article("old.txt"));
  const Transaction writing(old.database());
  EXPECT_EQ(kind_thrown_by([&] { publish_store(file("new.db"), file(), 1); }), StoreErrorKind::locked);
  EXPECT_EQ(path_in_store(), "old.txt");
  EXPECT_TRUE(std::filesystem::exists(file("new.db")));
}

}  // namespace
}  // namespace claimbase
