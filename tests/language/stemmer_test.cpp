#include "analysis/language/stemmer.h"

#include <gtest/gtest.h>

#include <sstream>

#include "analysis/language/analyzer.h"
#include "tests/data_rows.h"

namespace claimbase {
namespace {

std::string stem_of(Analyzer& analyzer, const std::string& word) {
  return analyzer.form(word)->stem;
}

TEST(Stemmer, WordsOfAFamilyShareAStem) {
  Analyzer dutch("nl");
  Analyzer english("en");
  std::size_t families = 0;
  for (const auto& row : data_rows("language/word_families.tsv")) {
    ASSERT_EQ(row.size(), 2U);
    Analyzer& analyzer = row[0] == "nl" ? dutch : english;
    std::istringstream words(row[1]);
    std::string first;
    words >> first;
    const std::string stem = stem_of(analyzer, first);
    for (std::string word; words >> word;) EXPECT_EQ(stem_of(analyzer, word), stem) << word << " and " << first;
    ++families;
  }
  EXPECT_GE(families, 300U);
}

TEST(Stemmer, DifferentWordsStayApart) {
  Analyzer dutch("nl");
  Analyzer english("en");
  std::size_t pairs = 0;
  for (const auto& row : data_rows("language/words_apart.tsv")) {
    ASSERT_EQ(row.size(), 3U);
    Analyzer& analyzer = row[0] == "nl" ? dutch : english;
    EXPECT_NE(stem_of(analyzer, row[1]), stem_of(analyzer, row[2])) << row[1] << " and " << row[2];
    ++pairs;
  }
  EXPECT_GE(pairs, 80U);
}

TEST(Stemmer, AnUnknownLanguageIsFoldedAndNotStemmed) {
  Analyzer analyzer("fr");
  EXPECT_EQ(analyzer.form("Études")->stem, "etudes");
  EXPECT_TRUE(analyzer.form("Études")->parts.empty());
}

TEST(Stemmer, AWordWithDigitsIsItsOwnStem) {
  Analyzer analyzer("nl");
  EXPECT_EQ(analyzer.form("B12")->stem, "b12");
  EXPECT_EQ(analyzer.form("1,78")->stem, "1,78");
}

}  // namespace
}  // namespace claimbase
