// Which files take the articles of others: on stat values and hashes alone.
#include "indexer/moves.h"

#include <gmock/gmock.h>

#include <map>

#include "indexer/versions.h"

namespace claimbase {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A corpus of before and one of now, by id; a file's bytes stand for their hash, their length is the size.
class Moves : public testing::Test {
 protected:
  static AnalysisVersions versions(std::string_view forced) { return current_versions(7, forced, "text"); }

  void before(const std::string& id, const std::string& bytes, std::int64_t inode, std::string_view forced = "") {
    states_[id] = {"hash of " + bytes, static_cast<std::int64_t>(bytes.size()), 1, versions(forced), inode, "text"};
  }
  void now(const std::string& id, const std::string& bytes, std::int64_t inode) {
    FoundFile file{id, "/" + id, id, static_cast<std::int64_t>(bytes.size()), 2, "", "", inode};
    bytes_[id] = bytes;
    const auto stored = states_.find(id);
    PendingFile pending{file, versions(""), Reason::added, "new file", ""};
    if (stored != states_.end()) {
      pending.reason = Reason::touched;
      pending.stored_hash = stored->second.content_hash;
    }
    changes_.pending.push_back(std::move(pending));
  }

  // "a -> b" of each, in order; `hashed_` then has the ids that were read.
  std::vector<std::string> moves() {
    for (const auto& [id, state] : states_) {
      if (!bytes_.contains(id)) changes_.gone.push_back(id);
    }
    find_moves(changes_, states_, [this](const FoundFile& file) {
      hashed_.push_back(file.id);
      return bytes_.at(file.id).empty() ? HashedFile() : HashedFile{"hash of " + bytes_.at(file.id), 2};
    });
    std::vector<std::string> made;
    for (const MovedFile& each : changes_.moved) made.push_back(each.from + " -> " + each.to.file.id);
    return made;
  }
  std::vector<std::string> pending() const {
    std::vector<std::string> ids;
    for (const PendingFile& each : changes_.pending) ids.push_back(each.file.id);
    return ids;
  }

  ArticleStates states_;
  std::map<std::string, std::string> bytes_;
  Changes changes_;
  std::vector<std::string> hashed_;
};

TEST_F(Moves, RenamedFile) {
  before("a.txt", "zinc", 5);
  now("b.txt", "zinc", 5);
  EXPECT_THAT(moves(), ElementsAre("a.txt -> b.txt"));
  EXPECT_THAT(changes_.gone, IsEmpty());
  EXPECT_THAT(changes_.pending, IsEmpty());
}

TEST_F(Moves, NoOtherSizeIsRead) {
  before("a.txt", "zinc", 5);
  now("b.txt", "copper", 6);
  EXPECT_THAT(moves(), IsEmpty());
  EXPECT_THAT(hashed_, IsEmpty());
  EXPECT_THAT(changes_.gone, ElementsAre("a.txt"));
}

TEST_F(Moves, AFileThatWasOnlyTouchedIsNotRead) {
  before("a.txt", "zinc", 5);
  now("a.txt", "zinc", 5);
  EXPECT_THAT(moves(), IsEmpty());
  EXPECT_THAT(hashed_, IsEmpty());
}

TEST_F(Moves, SwappedFiles) {
  before("a.txt", "zinc", 5);
  before("b.txt", "iron", 6);
  now("a.txt", "iron", 6);
  now("b.txt", "zinc", 5);
  EXPECT_THAT(moves(), ElementsAre("b.txt -> a.txt", "a.txt -> b.txt"));
  EXPECT_THAT(changes_.pending, IsEmpty());
}

TEST_F(Moves, Chain) {
  before("a.txt", "zinc", 5);
  before("b.txt", "iron", 6);
  now("b.txt", "zinc", 5);
  now("c.txt", "iron", 6);
  EXPECT_THAT(moves(), ElementsAre("a.txt -> b.txt", "b.txt -> c.txt"));
  EXPECT_THAT(changes_.gone, IsEmpty());
}

TEST_F(Moves, OverAnExistingFile) {
  before("a.txt", "zinc", 5);
  before("b.txt", "iron", 6);
  now("b.txt", "zinc", 5);
  EXPECT_THAT(moves(), ElementsAre("a.txt -> b.txt"));
}

TEST_F(Moves, AnotherTextUnderTheOldNameIsAnalysedAsIfNew) {
  before("a.txt", "zinc", 5);
  now("a.txt", "copper", 6);
  now("b.txt", "zinc", 5);
  EXPECT_THAT(moves(), ElementsAre("a.txt -> b.txt"));
  EXPECT_THAT(pending(), ElementsAre("a.txt"));
  EXPECT_EQ(changes_.pending[0].stored_hash, "");
}

TEST_F(Moves, ACopyLeavesTheFirstItsArticle) {
  before("a.txt", "zinc", 5);
  now("a.txt", "zinc", 5);
  now("b.txt", "zinc", 6);
  EXPECT_THAT(moves(), IsEmpty());
  EXPECT_THAT(pending(), ElementsAre("a.txt", "b.txt"));
  EXPECT_EQ(changes_.pending[0].stored_hash, "hash of zinc");
}

TEST_F(Moves, OfFilesAlikeTheInodeTells) {
  before("a.txt", "zinc", 5);
  before("b.txt", "zinc", 6);
  now("c.txt", "zinc", 6);
  now("d.txt", "zinc", 5);
  EXPECT_THAT(moves(), ElementsAre("b.txt -> c.txt", "a.txt -> d.txt"));
}

TEST_F(Moves, OneArticleGoesToOneFileOnly) {
  before("a.txt", "zinc", 0);
  now("b.txt", "zinc", 7);
  now("c.txt", "zinc", 8);
  EXPECT_THAT(moves(), ElementsAre("a.txt -> b.txt"));
  EXPECT_THAT(pending(), ElementsAre("c.txt"));
}

TEST_F(Moves, NotWhereTheNameSpeaksForAnotherFormat) {
  before("a.txt", "zinc", 5);
  now("b.md", "zinc", 5);
  EXPECT_THAT(moves(), IsEmpty());
}

TEST_F(Moves, NotWhereOtherSettingsHold) {
  before("a.txt", "zinc", 5, "nl");
  now("b.txt", "zinc", 5);
  EXPECT_THAT(moves(), IsEmpty());
}

TEST_F(Moves, NotOfAFileThatCannotBeRead) {
  before("a.txt", "", 5);
  now("b.txt", "", 5);
  EXPECT_THAT(moves(), IsEmpty());
}

}  // namespace
}  // namespace claimbase
