#include "analysis/document/source_map.h"

#include <gtest/gtest.h>

namespace claimbase {
namespace {

TEST(SourceMap, EmptyIsTheIdentity) {
  const SourceMap map;
  EXPECT_EQ(map.source_of(ByteRange{3, 9}), (ByteRange{3, 9}));
  EXPECT_EQ(map.source_of(7U), 7U);
}

// "<p>caf&eacute; <b>nu</b>" -> "café nu"
SourceMap sample() {
  SourceMap map;
  map.add({0, 3}, {3, 6});
  map.add({3, 5}, {6, 14});
  map.add({5, 6}, {14, 15});
  map.add({6, 8}, {18, 20});
  return map;
}

TEST(SourceMap, VerbatimBytesAreMappedOneByOne) {
  EXPECT_EQ(sample().source_of(ByteRange{1, 3}), (ByteRange{4, 6}));
  EXPECT_EQ(sample().source_of(ByteRange{7, 8}), (ByteRange{19, 20}));
}

TEST(SourceMap, OthersAsAWhole) {
  EXPECT_EQ(sample().source_of(ByteRange{0, 5}), (ByteRange{3, 14}));
  EXPECT_EQ(sample().source_of(ByteRange{3, 8}), (ByteRange{6, 20}));
}

TEST(SourceMap, BehindTheEnd) {
  EXPECT_EQ(sample().source_of(8U), 20U);
  EXPECT_EQ(sample().source_of(100U), 20U);
  EXPECT_EQ(sample().source_of(ByteRange{2, 2}), (ByteRange{5, 5}));
}

TEST(SourceMap, TheOtherWayAbout) {
  EXPECT_EQ(SourceMap().text_of(7), 7U);
  EXPECT_EQ(sample().text_of(4), 1U);
  EXPECT_EQ(sample().text_of(10), 3U);  // inside "&eacute;"
  EXPECT_EQ(sample().text_of(16), 6U);  // inside "<b>"
  EXPECT_EQ(sample().text_of(0), 0U);
  EXPECT_EQ(sample().text_of(20), 8U);
  EXPECT_EQ(sample().text_of(99), 8U);
}

TEST(SourceMap, NeverEndsBeforeItBegins) {
  SourceMap map;
  map.add({0, 2}, {50, 52});
  map.add({2, 4}, {10, 12});
  EXPECT_EQ(map.source_of(ByteRange{0, 4}), (ByteRange{50, 50}));
}

}  // namespace
}  // namespace claimbase
