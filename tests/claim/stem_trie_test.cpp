#include "analysis/claim/stem_trie.h"

#include <gtest/gtest.h>

#include <vector>

namespace claimbase {
namespace {

using Stems = std::vector<std::uint32_t>;

std::vector<std::uint32_t> values_of(const StemTrie::Match& match) {
  return {match.values.begin(), match.values.end()};
}

TEST(StemIdsTest, NumbersEachStemOnceFromOne) {
  StemIds ids;
  EXPECT_EQ(ids.add("bloed"), 1U);
  EXPECT_EQ(ids.add("druk"), 2U);
  EXPECT_EQ(ids.add("bloed"), 1U);
  EXPECT_EQ(ids.find("druk"), 2U);
  EXPECT_EQ(ids.find("suiker"), 0U);
}

TEST(StemTrieTest, FindsTheLongestPhrase) {
  StemTrie trie;
  trie.add(Stems{1}, 10);
  trie.add(Stems{1, 2, 3}, 30);
  const Stems text{1, 2, 3, 4};
  EXPECT_EQ(trie.longest(text).length, 3U);
  EXPECT_EQ(values_of(trie.longest(text)), (Stems{30}));
}

TEST(StemTrieTest, FallsBackToTheLongestPhraseThatIsComplete) {
  StemTrie trie;
  trie.add(Stems{1}, 10);
  trie.add(Stems{1, 2, 3}, 30);
  const Stems text{1, 2, 9};
  EXPECT_EQ(trie.longest(text).length, 1U);
  EXPECT_EQ(values_of(trie.longest(text)), (Stems{10}));
}

TEST(StemTrieTest, KeepsAllValuesOfAPhrase) {
  StemTrie trie;
  trie.add(Stems{5, 6}, 1);
  trie.add(Stems{5, 6}, 2);
  EXPECT_EQ(values_of(trie.longest(Stems{5, 6})), (Stems{1, 2}));
}

TEST(StemTrieTest, FindsNothingWhereNoPhraseBegins) {
  StemTrie trie;
  trie.add(Stems{1, 2}, 7);
  EXPECT_EQ(trie.longest(Stems{2, 1}).length, 0U);
  EXPECT_EQ(trie.longest(Stems{1}).length, 0U);
  EXPECT_EQ(trie.longest(Stems{}).length, 0U);
  EXPECT_EQ(StemTrie().longest(Stems{1}).length, 0U);
}

TEST(StemTrieTest, IgnoresAnEmptyPhrase) {
  StemTrie trie;
  trie.add(Stems{}, 7);
  EXPECT_EQ(trie.longest(Stems{1}).length, 0U);
  EXPECT_TRUE(trie.longest(Stems{1}).values.empty());
}

TEST(StemTrieTest, TellsPathsWithTheSameStemsInOtherPlacesApart) {
  StemTrie trie;
  trie.add(Stems{1, 2}, 12);
  trie.add(Stems{3, 2}, 32);
  EXPECT_EQ(values_of(trie.longest(Stems{3, 2})), (Stems{32}));
  EXPECT_EQ(values_of(trie.longest(Stems{1, 2})), (Stems{12}));
}

}  // namespace
}  // namespace claimbase
