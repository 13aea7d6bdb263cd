#include "schema/gathered_places.h"

#include <gmock/gmock.h>

#include <random>

#include "analysis/language/index_words.h"
#include "schema/word_places.h"

namespace claimbase {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Gathered {
  std::size_t index = 0;
  std::string stem;
  std::int64_t rows = 0;
  std::vector<WordPlace> places;
  friend bool operator==(const Gathered&, const Gathered&) = default;
};

std::string index_words(std::string_view text) {
  Analyzer analyzer("und");
  std::vector<Word> words;
  analyzer.words(text, words);
  std::string bytes;
  append_index_words(words, bytes);
  return bytes;
}

void add(GatheredPlaces& places, std::int64_t key, std::size_t index, std::string_view text, std::string_view heading) {
  const std::string words = index_words(text);
  const std::string above = index_words(heading);
  places.add(key, {index, words, above});
}

std::vector<Gathered> take(GatheredPlaces& places) {
  std::vector<Gathered> all;
  places.take([&](const GatheredWord& word) {
    Gathered& made = all.emplace_back(Gathered{word.index(), std::string(word.stem()), word.rows, {}});
    for (const std::string_view piece : word.places) {
      each_place(piece, [&](const WordPlace& place) { made.places.push_back(place); });
    }
  });
  return all;
}

constexpr std::uint8_t counts(int sentence, int headings) {
  return static_cast<std::uint8_t>(sentence << 4 | headings);
}

TEST(GatheredPlaces, SayInWhichSentencesAWordStandsAndHowOften) {
  GatheredPlaces places;
  add(places, 7, 0, "water en melk en brood", "water");
  add(places, 9, 0, "melk", "water");
  add(places, 400, 1, "water", "");
  EXPECT_THAT(take(places),
              ElementsAre(Gathered{0, "brood", 1, {{7, counts(1, 0)}}}, Gathered{0, "en", 1, {{7, counts(2, 0)}}},
                          Gathered{0, "melk", 2, {{7, counts(1, 0)}, {9, counts(1, 0)}}},
                          Gathered{0, "water", 2, {{7, counts(1, 1)}, {9, counts(0, 1)}}},
                          Gathered{1, "water", 1, {{400, counts(1, 0)}}}));
  EXPECT_THAT(take(places), IsEmpty());
}

TEST(GatheredPlaces, TheSameHeadingInAnotherIndexIsAnotherWord) {
  GatheredPlaces places;
  add(places, 1, 0, "a", "kop");
  add(places, 2, 2, "b", "kop");
  EXPECT_THAT(take(places),
              ElementsAre(Gathered{0, "a", 1, {{1, counts(1, 0)}}}, Gathered{0, "kop", 1, {{1, counts(0, 1)}}},
                          Gathered{2, "b", 1, {{2, counts(1, 0)}}}, Gathered{2, "kop", 1, {{2, counts(0, 1)}}}));
}

// Whatever the bound, down to a file for each sentence, the same comes out.
TEST(GatheredPlaces, AreTheSameWhereMemoryDoesNotHoldThem) {
  std::mt19937_64 random(20261123);
  const auto words = [&](unsigned most) {
    std::string text;
    for (auto i = random() % most; i > 0; --i) text += "w" + std::to_string(random() % (1 + random() % 60)) + ' ';
    return text;
  };
  for (int round = 0; round < 20; ++round) {
    GatheredPlaces all;
    GatheredPlaces little(random() % 8'000);
    std::int64_t key = 0;
    std::string heading;
    for (int i = 0; i < 150; ++i) {
      key += 1 + static_cast<std::int64_t>(random() % 300);
      if (random() % 4 == 0) heading = words(5);
      const std::string text = words(20);
      const std::size_t index = random() % 3;
      add(all, key, index, text, heading);
      add(little, key, index, text, heading);
    }
    EXPECT_EQ(take(all), take(little));
    EXPECT_THAT(take(little), IsEmpty());
  }
}

}  // namespace
}  // namespace claimbase
