#include "schema/word_places.h"

#include <gmock/gmock.h>

namespace claimbase {
namespace {

using testing::ElementsAreArray;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<WordPlace> places_from(std::int64_t first, std::int64_t step, int count) {
  std::vector<WordPlace> places;
  for (int i = 0; i < count; ++i) places.push_back({first + i * step, static_cast<std::uint8_t>(i % 256)});
  return places;
}

std::vector<WordPlace> all_of(const WordPlaces& read) {
  std::vector<WordPlace> all;
  std::vector<WordPlace> block;
  for (std::size_t i = 0; i < read.blocks(); ++i) {
    read.read(i, block);
    all.insert(all.end(), block.begin(), block.end());
  }
  return all;
}

std::string written(const std::vector<WordPlace>& places) {
  WordPlacesWriter writer(12.5);
  for (const WordPlace& each : places) writer.add(each, static_cast<double>(each.key % 1000) / 10);
  return writer.take();
}

TEST(WordPlaces, ComeBack) {
  for (const int count : {0, 1, 127, 128, 129, 1000}) {
    const std::vector<WordPlace> places = places_from(1, 1000003, count);
    const WordPlaces read(written(places));
    EXPECT_EQ(read.blocks(), (places.size() + kBlockPlaces - 1) / kBlockPlaces);
    EXPECT_THAT(all_of(read), ElementsAreArray(places));
    EXPECT_EQ(read.mean_length(), 12.5);
  }
}

TEST(WordPlaces, GiveTheBestScoreOfEachBlockAndItsLastKey) {
  const WordPlaces read(written(places_from(1, 1, 300)));
  ASSERT_EQ(read.blocks(), 3U);
  EXPECT_EQ(read.last_key(0), 128);
  EXPECT_EQ(read.last_key(2), 300);
  EXPECT_GE(read.best(0), 12.8);  // rounded up
  EXPECT_NEAR(read.best(0), 12.8, 1e-5);
  EXPECT_NEAR(read.best(2), 30.0, 1e-5);
}

TEST(WordPlaces, CountUpToFifteenTimes) {
  const WordCounts counts = WordCounts::of(WordCounts{3, 20}.to_byte());
  EXPECT_EQ(counts.sentence, 3);
  EXPECT_EQ(counts.headings, 15);
}

TEST(WordPlaces, OtherBytesAreReadWithoutHarm) {
  const std::string bytes = written(places_from(5, 7, 400));
  for (std::size_t size = 0; size < bytes.size(); size += 13) {
    EXPECT_THAT(all_of(WordPlaces(bytes.substr(0, size))), SizeIs(testing::Le(400U)));
  }
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::string changed = bytes;
    changed[i] = static_cast<char>(changed[i] ^ '\x5a');
    EXPECT_THAT(all_of(WordPlaces(changed)),
                SizeIs(testing::Le(static_cast<std::size_t>(WordPlaces(changed).blocks()) * kBlockPlaces)));
  }
  EXPECT_THAT(all_of(WordPlaces(std::string("\xff\xff\xff\xff", 4))), IsEmpty());
}

}  // namespace
}  // namespace claimbase
