// Stores of every earlier version: opened for writing they are of this version, and an update makes of them what a
// clean build gives.
#include <gmock/gmock.h>

#include "schema/fts5_api.h"
#include "schema/full_text.h"
#include "tests/cli/indexer_fixture.h"

namespace claimbase {
namespace {

class OldStore : public IndexerTest, public testing::WithParamInterface<int> {
 protected:
  void SetUp() override {
    write_corpus();
    const std::string version = std::to_string(GetParam());
    const std::string tests = CLAIMBASE_SOURCE_DIR "/tests/schema/";
    Database old(database(), OpenMode::create);
    ASSERT_EQ(register_full_text(old.handle()), 0);
    old.execute("PRAGMA application_id = " + std::to_string(kStoreApplicationId) +
                "; PRAGMA user_version = " + version);
    old.execute(bytes_of(tests + "version_" + version + ".sql"));
    old.execute("PRAGMA foreign_keys = 0; BEGIN;" + bytes_of(tests + "data/store_v" + version + ".sql") + "COMMIT");
    rebuild_full_text(old);
  }
};

TEST_P(OldStore, IsMigratedWithAllItHolds) {
  Store store = Store::open(database(), StoreMode::read_write);
  EXPECT_EQ(store.database().integer("PRAGMA user_version"), kStoreVersion);
  EXPECT_THAT(store.check(), testing::IsEmpty());
  const StoreCounts counts = store.counts();
  EXPECT_EQ(counts.articles, 3);
  EXPECT_EQ(counts.references, 2);
  EXPECT_EQ(counts.mentions, 9);
  EXPECT_EQ(store.database().integer("SELECT count(*) FROM run"), GetParam() < 4 ? 0 : 1);
}

TEST_P(OldStore, IsAfterAnUpdateWhatACleanBuildGives) {
  EXPECT_EQ(first_line(update({corpus()})), "0 articles added, 3 changed, 0 removed, 0 unchanged");
  EXPECT_EQ(dump(), clean_dump());
  EXPECT_TRUE(Store::open(database(), StoreMode::read_only).check().empty());
}

TEST_P(OldStore, IsReadAfterItWasOpenedForWriting) {
  EXPECT_THROW(static_cast<void>(open_reader(database())), StoreError);
  static_cast<void>(Store::open(database(), StoreMode::read_write));
  EXPECT_EQ(open_reader(database()).integer("SELECT count(*) FROM sentence_fts_nl('zink')"), 9);
}

INSTANTIATE_TEST_SUITE_P(Versions, OldStore, testing::Values(1, 2, 3, 4, 5),
                         [](const auto& tested) { return "Version" + std::to_string(tested.param); });

}  // namespace
}  // namespace claimbase
