// Stores of made-up sentences whose words have the frequencies of real ones, for tests that compare with scoring all.
#pragma once

#include <algorithm>
#include <cmath>
#include <random>
#include <string>

#include "tests/schema/sample.h"

namespace claimbase {

inline constexpr int kWords = 400;
inline constexpr int kSentences = 40;
// A word by its rank: "wa", "we" ... in a form that no stemmer changes, rank 0 in about every second sentence.
inline std::string made_word(int rank) {
  constexpr std::string_view kConsonants = "bdfgkmprtz";
  std::string made = "k";
  for (int rest = rank + 1; rest > 0; rest /= 10)
    made += std::string{'o', kConsonants[static_cast<std::size_t>(rest % 10)]};
  return made + "um";
}

class MadeSentences : public StoreTest {
 protected:
  int zipf(int count) {
    const double uniform = static_cast<double>(random_() >> 11U) * 0x1p-53;
    return std::min(static_cast<int>(std::pow(count, uniform)) - 1, count - 1);
  }
  int below(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }

  std::string words(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += made_word(zipf(kWords)) + ' ';
    return text;
  }

  ArticleBuilder article(int number) {
    ArticleBuilder made(std::to_string(number) + ".txt", number % 3 == 0 ? "en" : "nl");
    const std::string heading = words(2);
    for (int i = 0; i < kSentences; ++i) {
      made.sentence(words(1 + below(20)), i % 4 == 0 ? heading : "");
      if (below(5) == 0) made.mention("magnesium", below(3) == 0 ? "raises" : "lowers", "blood-pressure");
    }
    return made;
  }

  Store filled(StoreMode mode, int articles) {
    Store store = new_store("kb.db", mode);
    for (int i = 0; i < articles; ++i) store.replace_article(article(i));
    if (mode == StoreMode::bulk) store.finish_bulk();
    return store;
  }

  std::mt19937_64 random_{20261122};
};

}  // namespace claimbase
