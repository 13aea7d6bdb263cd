#include "analysis/bibliography/entry_features.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace claimbase::entry {
namespace {

EntryView view(std::string_view text) {
  const auto reading = read_by_rules(text);
  return view_of(reading.text, reading);
}

std::vector<std::uint64_t> sorted(const std::vector<Features>& parts) {
  std::vector<std::uint64_t> all;
  for (const auto& part : parts) all.insert(all.end(), part.begin(), part.end());
  std::sort(all.begin(), all.end());
  return all;
}

class EntryFeatures : public testing::TestWithParam<const char*> {};

// What is shared is read once for a run of words, and must be what each of them would have been given.
TEST_P(EntryFeatures, OfAWordAreItsOwnAndThoseItShares) {
  const auto entry = view(GetParam());
  ASSERT_GT(entry.tokens.size(), 5U);
  Features all;
  Features own;
  Features shared;
  std::size_t runs = 0;
  for (std::size_t i = 0; i < entry.tokens.size(); ++i) {
    if (!shares_features(entry, i)) {
      read_shared_features(entry, i, shared);
      ++runs;
    }
    read_own_features(entry, i, own);
    read_features(entry, i, all);
    EXPECT_EQ(sorted({own, shared}), sorted({all})) << i;
  }
  EXPECT_LT(runs, entry.tokens.size());
}

TEST_P(EntryFeatures, OfTheRulesComeLast) {
  const auto entry = view(GetParam());
  Features all;
  Features plain;
  for (std::size_t i = 0; i < entry.tokens.size(); ++i) {
    read_features(entry, i, all);
    read_features(entry, i, plain, false);
    ASSERT_LT(plain.end() - plain.begin(), all.end() - all.begin());
    EXPECT_TRUE(std::equal(plain.begin(), plain.end(), all.begin())) << i;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Entries, EntryFeatures,
    testing::Values(
        "Bakker J. Salt in bread, 1990 to 2010: a survey. Voorbeeldblad. 2011;13(2):14-6.",
        "Smit C, Kaya B. “Onions (red) in 2004.” In: Visser D, editor. Roots. Utrecht: Voorbeeldpers; 2006. p. 3-9.",
        "Voorbeeldcentrum (2012) Thee en koffie. [Rapport] Bekeken in 2013 op een regenachtige dag"));

TEST(EntryFeatures, TellWordsApartByWhatIsAroundThem) {
  const auto entry = view("Bakker J. Salt and salt and salt. Voorbeeldblad. 2011;13(2):14-6.");
  Features one;
  Features other;
  read_features(entry, 2, one);
  read_features(entry, 4, other);
  ASSERT_EQ(entry.tokens[2].word, entry.tokens[4].word);
  EXPECT_NE(sorted({one}), sorted({other}));
}

}  // namespace
}  // namespace claimbase::entry
