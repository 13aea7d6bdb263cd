#include "indexer/sources.h"

#include <gmock/gmock.h>

#include "indexer/exit.h"
#include "tests/indexer/temporary_folder.h"

namespace claimbase {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Paths = std::vector<std::filesystem::path>;

class Sources : public testing::Test {
 protected:
  void SetUp() override {
    folder.write("a/articles/nl/zink.txt", "x");
    folder.write("b/articles/ijzer.txt", "x");
  }

  Selection select(const Paths& named, const std::optional<std::filesystem::path>& root = {}) {
    return select_sources(recorded, named, root, std::nullopt);
  }

  std::string refusal(const Paths& named, const std::optional<std::filesystem::path>& root = {}) {
    try {
      static_cast<void>(select(named, root));
    } catch (const UsageError& error) {
      return error.what();
    }
    return "";
  }

  TemporaryFolder folder;
  std::vector<Source> recorded;
};

TEST_F(Sources, FolderGivesItsNameToItsArticles) {
  const Selection made = select({folder / "a/articles"});
  EXPECT_THAT(made.sources, ElementsAre(Source{folder / "a/articles", folder / "a", ""}));
  EXPECT_EQ(id_of(made.sources[0], folder / "a/articles/nl/zink.txt"), "articles/nl/zink.txt");
}

TEST_F(Sources, FileIsNamedAsItsFolderWouldNameIt) {
  const Selection made = select({folder / "a/articles/nl/zink.txt"});
  EXPECT_EQ(name_of(made.sources.at(0)), "nl/zink.txt");
}

TEST_F(Sources, TrailingSlashAndDotsMeanTheSame) {
  EXPECT_EQ(select({folder / "a/../a/articles/"}).sources, select({folder / "a/articles"}).sources);
}

TEST_F(Sources, RootDecidesWhatIdsAreRelativeTo) {
  EXPECT_EQ(name_of(select({folder / "a/articles"}, folder.path()).sources.at(0)), "a/articles");
  EXPECT_EQ(name_of(select({folder / "a/articles"}, folder / "a/articles").sources.at(0)), "");
}

TEST_F(Sources, PartOfARecordedSourceKeepsItsName) {
  recorded = select({folder / "a/articles"}).sources;
  const Selection made = select({folder / "a/articles/nl"});
  EXPECT_EQ(made.sources, recorded);
  ASSERT_EQ(made.scopes.size(), 1U);
  EXPECT_EQ(id_of(made.scopes[0].source, made.scopes[0].path), "articles/nl");
}

TEST_F(Sources, FolderTakesOverAFileOfItsOwn) {
  recorded = select({folder / "a/articles/nl/zink.txt"}).sources;
  EXPECT_THAT(select({folder / "a/articles/nl"}).sources,
              ElementsAre(Source{folder / "a/articles/nl", folder / "a/articles", ""}));
}

TEST_F(Sources, OrderOfNamesDoesNotMatter) {
  const Selection made = select({folder / "a/articles/nl", folder / "a/articles"});
  EXPECT_EQ(made.sources.size(), 1U);
  EXPECT_EQ(made.scopes.size(), 1U);
}

TEST_F(Sources, NoNamesMeanAllThatIsRecorded) {
  recorded = select({folder / "a/articles", folder / "b/articles/ijzer.txt"}, folder.path()).sources;
  EXPECT_EQ(select({}).scopes.size(), 2U);
}

TEST_F(Sources, MissingPathIsToldApart) {
  EXPECT_THAT(select({folder / "c"}).missing, ElementsAre(folder / "c"));
  recorded = select({folder / "a/articles"}).sources;
  const Selection made = select({folder / "a/articles/gone.txt"});
  EXPECT_THAT(made.missing, IsEmpty());
  EXPECT_FALSE(made.scopes.at(0).exists);
}

TEST_F(Sources, TwoFoldersOfOneNameAreRefused) {
  const std::string why = refusal({folder / "a/articles", folder / "b/articles"});
  EXPECT_EQ(why, (folder / "a/articles").string() + " and " + (folder / "b/articles").string() +
                     " would both give articles the id \"articles/...\": name a common folder with --root");
}

TEST_F(Sources, FolderAboveASourceWithOtherIdsIsRefused) {
  recorded = select({folder / "a/articles"}).sources;
  EXPECT_THAT(refusal({folder / "a"}), HasSubstr("add --root " + (folder / "a").string()));
  EXPECT_EQ(name_of(select({folder / "a"}, folder / "a").sources.at(0)), "");
}

TEST_F(Sources, RootMustHoldThePath) {
  EXPECT_THAT(refusal({folder / "a/articles"}, folder / "b"), HasSubstr("is not below the root"));
}

TEST_F(Sources, RootOfARecordedSourceStays) {
  recorded = select({folder / "a/articles"}).sources;
  EXPECT_THAT(refusal({folder / "a/articles"}, folder.path()), HasSubstr("is indexed with the root"));
}

TEST_F(Sources, JsonRoundTrip) {
  const std::vector<Source> sources = select({folder / "a/articles"}).sources;
  EXPECT_EQ(parse_sources(to_json(sources)), sources);
  EXPECT_THAT(parse_sources("[1, {\"path\": \"relative\"}]"), IsEmpty());
  EXPECT_THAT(parse_sources("not json"), IsEmpty());
}

TEST(SourceNames, Below) {
  EXPECT_TRUE(is_below("a/b.txt", "a"));
  EXPECT_TRUE(is_below("a/b.txt", "a/b.txt"));
  EXPECT_TRUE(is_below("a/b.txt", ""));
  EXPECT_FALSE(is_below("ab/c.txt", "a"));
  EXPECT_FALSE(is_below("a", "a/b.txt"));
}

}  // namespace
}  // namespace claimbase
