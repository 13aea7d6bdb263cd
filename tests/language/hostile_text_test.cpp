// Any bytes must come through the analysis of language: random ones, cut ones, long runs.
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "analysis/language/analyzer.h"
#include "analysis/language/detect.h"
#include "analysis/language/quantity.h"
#include "analysis/language/sentences.h"
#include "analysis/language/unicode.h"

namespace claimbase {
namespace {

void expect_ordered(const std::string& text, const std::vector<ByteRange>& ranges) {
  std::uint32_t last = 0;
  for (const ByteRange range : ranges) {
    ASSERT_LE(last, range.begin);
    ASSERT_LT(range.begin, range.end);
    ASSERT_LE(range.end, text.size());
    last = range.end;
  }
}

void analyse(const std::string& text) {
  const ByteRange all{0, static_cast<std::uint32_t>(text.size())};
  for (const char* language : {"nl", "en"}) {
    Analyzer analyzer(language);
    std::vector<Word> words;
    analyzer.words(text, words);
    std::vector<ByteRange> ranges;
    for (const Word& word : words) ranges.push_back(word.range);
    expect_ordered(text, ranges);
    expect_ordered(text, split_sentences(text, all, language));
    ranges.clear();
    for (const Quantity& quantity : find_quantities(text, all, language)) ranges.push_back(quantity.range);
    expect_ordered(text, ranges);
  }
  EXPECT_TRUE(is_valid_utf8(printable(text)));
  EXPECT_TRUE(is_valid_utf8(fold(text)));
  EXPECT_FALSE(detect_language(text).empty());
}

TEST(HostileText, RandomBytes) {
  std::mt19937 random(99);
  std::uniform_int_distribution<int> byte(0, 255);
  std::uniform_int_distribution<int> length(0, 200);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = length(random); i > 0; --i) text += static_cast<char>(byte(random));
    analyse(text);
  }
}

TEST(HostileText, EveryCutOfAText) {
  const std::string text =
      "Patiënten – “ouder” dan 60 jaar – namen 300–400 mg/dag (RR 0,9 (95% CI 0,8-1)).[^1] 's Nachts 锌 💊 [3, 4] 12 "
      "µg… e.d.";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    analyse(text.substr(0, size));
    analyse(text.substr(size));
  }
}

class LongRuns : public testing::TestWithParam<const char*> {};

TEST_P(LongRuns, AreReadInLinearTime) {
  std::string text;
  while (text.size() < 50'000) text += GetParam();
  analyse(text);
}

INSTANTIATE_TEST_SUITE_P(Of, LongRuns,
                         testing::Values("a", ".", "1", "1.", "1,", "a.", "(", "[1", "'", "é", "\u0308", "锌", " ",
                                         "\n", "\xFF", "1-", "95% CI (", "mg ", "A. ", "twee "));

}  // namespace
}  // namespace claimbase
