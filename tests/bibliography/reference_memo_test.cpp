#include "analysis/bibliography/reference_memo.h"

#include <gtest/gtest.h>

#include <random>

namespace claimbase {
namespace {

std::string entry(std::uint64_t number) {
  return "Kaya B, Smit R. Onions, part " + std::to_string(number) + ". J Nutr. 2001;" + std::to_string(number + 1) +
         ":2-" + std::to_string(number + 3) + ".";
}

void expect_same(const Reference& one, const Reference& other) {
  EXPECT_EQ(one.raw, other.raw);
  EXPECT_EQ(one.title, other.title);
  EXPECT_EQ(one.authors, other.authors);
  EXPECT_EQ(one.year, other.year);
  EXPECT_EQ(one.container_title, other.container_title);
  EXPECT_EQ(one.volume, other.volume);
  EXPECT_EQ(one.page, other.page);
  EXPECT_EQ(one.range, other.range);
}

TEST(ReferenceMemo, GivesWhatParsingGivesHoweverOftenItIsAsked) {
  std::mt19937_64 random(3);
  ReferenceMemo memo(8);
  for (int i = 0; i < 200; ++i) {
    const std::string text = entry(random() % 12);
    expect_same(memo.parse(text), parse_reference(text));
    EXPECT_LE(memo.size(), 8U);
  }
}

TEST(ReferenceMemo, ACopyIsTheCallers) {
  ReferenceMemo memo;
  Reference first = memo.parse(entry(1));
  first.range = {3, 9};
  first.doi = "10.5555/other";
  const Reference again = memo.parse(entry(1));
  EXPECT_EQ(again.range, ByteRange{});
  EXPECT_EQ(again.doi, "");
  EXPECT_EQ(memo.size(), 1U);
}

TEST(ReferenceMemo, KeepsNoPagesOfText) {
  ReferenceMemo memo;
  const std::string text = entry(1) + std::string(1'000, '-');
  expect_same(memo.parse(text), parse_reference(text));
  EXPECT_EQ(memo.size(), 0U);
}

}  // namespace
}  // namespace claimbase
