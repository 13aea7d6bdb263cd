#include <gtest/gtest.h>

#include <ostream>
#include <random>
#include <string>
#include <vector>

#include "analysis/language/analyzer.h"
#include "analysis/language/fold_table.h"
#include "analysis/language/word_breaker.h"
#include "analysis/language/word_class.h"

namespace claimbase {
namespace {

struct WordsCase {
  std::string name;
  std::string text;
  std::vector<std::string> words;  // as printed
};
void PrintTo(const WordsCase& tested, std::ostream* out) {
  *out << tested.text;
}

class Words : public testing::TestWithParam<WordsCase> {};

TEST_P(Words, AreFound) {
  Analyzer analyzer("nl");
  std::vector<Word> found;
  analyzer.words(GetParam().text, found, 100);
  std::vector<std::string> words;
  for (const Word& word : found) {
    const ByteRange range{word.range.begin - 100, word.range.end - 100};
    words.emplace_back(range.of(GetParam().text));
  }
  EXPECT_EQ(words, GetParam().words);
}

INSTANTIATE_TEST_SUITE_P(
    Text, Words,
    testing::Values(WordsCase{"Plain", "Zink helpt je huid.", {"Zink", "helpt", "je", "huid"}},
                    WordsCase{"Hyphen", "omega-3-vetzuren", {"omega", "3", "vetzuren"}},
                    WordsCase{"UnicodeHyphen", "co‐enzym Q10", {"co", "enzym", "Q10"}},
                    WordsCase{"Decimals", "1,78 of 1.78", {"1,78", "of", "1.78"}},
                    WordsCase{"Marker", "gedaan.1 Tot", {"gedaan", "1", "Tot"}},
                    WordsCase{"MarkerAfterLetter", "vitamine D.1 Ook", {"vitamine", "D", "1", "Ook"}},
                    WordsCase{"MarkerPair", "verlagen.11,12", {"verlagen", "11,12"}},
                    WordsCase{"Apostrophes", "foto's ’s nachts avocado’s", {"foto's", "s", "nachts", "avocado’s"}},
                    WordsCase{"Slash", "EPA/DHA 300mg/dag", {"EPA", "DHA", "300mg", "dag"}},
                    WordsCase{"Colon", "stof:werking", {"stof", "werking"}},
                    WordsCase{"Mail", "info@winkel.nl 锌@x", {"info", "winkel.nl", "锌", "x"}},
                    WordsCase{"Connector", "a_b __ _", {"a_b"}},
                    WordsCase{"Combining", "patie\u0308nten slapen", {"patie\u0308nten", "slapen"}},
                    WordsCase{"Chinese", "zink锌 koper", {"zink", "锌", "koper"}},
                    WordsCase{"InvalidBytes", "zi\xFFnk \xC3", {"zi", "nk"}},
                    WordsCase{"SoftHyphen", "mag\u00ADnesium", {"mag\u00ADnesium"}},
                    WordsCase{"NoBreakSpace", "5\u00A0mg", {"5", "mg"}}, WordsCase{"Nothing", " — … •", {}},
                    WordsCase{"Empty", "", {}}),
    [](const auto& tested) { return tested.param.name; });

TEST(WordClasses, OfBytesAreThoseOfTheirCharacters) {
  for (char32_t c = 0; c < 0x80; ++c)
    EXPECT_EQ(kByteWordClass[c], word_class(c)) << "U+" << std::hex << static_cast<unsigned>(c);
}

TEST(WordClasses, AreThoseOfEachCharacterAlsoBesideTheBordersOfTheirTables) {
  EXPECT_EQ(word_class(U'\u024F'), WordClass::letter);     // the last Latin one
  EXPECT_EQ(word_class(U'\u0250'), WordClass::letter);     // the first behind it
  EXPECT_EQ(word_class(U'\u0301'), WordClass::complex);    // an accent by itself
  EXPECT_EQ(word_class(U'\u0664'), WordClass::digit);      // Arabic four
  EXPECT_EQ(word_class(U'\u1FFC'), WordClass::letter);     // the last Greek one
  EXPECT_EQ(word_class(U'\u2000'), WordClass::other);      // a space
  EXPECT_EQ(word_class(U'\u2019'), WordClass::mid_both);   // an apostrophe
  EXPECT_EQ(word_class(U'\u203F'), WordClass::connector);  // a tie
  EXPECT_EQ(word_class(U'\u2071'), WordClass::letter);     // a raised i
  EXPECT_EQ(word_class(U'\u2265'), WordClass::other);      // at least
  EXPECT_EQ(word_class(U'\u2D2D'), WordClass::letter);     // a Georgian one
  EXPECT_EQ(word_class(U'\u4E00'), WordClass::complex);    // beyond all tables
}

TEST(WordForms, AreFolded) {
  Analyzer analyzer("nl");
  EXPECT_EQ(analyzer.form("Hypomagnesiëmie")->folded, "hypomagnesiemie");
  EXPECT_EQ(analyzer.form("avocado’s")->folded, "avocado's");
  EXPECT_EQ(analyzer.form("ﬁbromyalgie")->folded, "fibromyalgie");
  EXPECT_EQ(analyzer.form("mag\u00ADnesium")->folded, "magnesium");
  EXPECT_EQ(analyzer.form("patie\u0308nten")->folded, "patienten");
  EXPECT_EQ(analyzer.form("Kjær")->folded, "kjaer");
}

TEST(WordForms, SpellingsThatFoldAlikeShareOne) {
  Analyzer analyzer("nl");
  EXPECT_EQ(analyzer.form("Zink"), analyzer.form("ZINK"));
  EXPECT_EQ(analyzer.form("patiënt"), analyzer.form("PATIENT"));
}

TEST(WordForms, LongWordsAreCutAtAWholeCodePoint) {
  Analyzer analyzer("nl");
  std::string text = "a";
  for (int i = 0; i < 400; ++i) text += "é";
  std::vector<Word> found;
  analyzer.words(text, found);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].range.size(), 255U);
  EXPECT_EQ(found[0].form, analyzer.form(text));
}

TEST(WordForms, TrimForgetsOnlyAboveTheLimit) {
  Analyzer analyzer("nl");
  const WordForm* before = analyzer.form("zink");
  analyzer.trim(10);
  EXPECT_EQ(analyzer.form("zink"), before);
  analyzer.trim(0);
  EXPECT_EQ(analyzer.form("zink")->stem, "zink");
}

TEST(WordForms, ManyDistinctWordsAreAllKept) {
  Analyzer analyzer("und");
  std::vector<const WordForm*> forms;
  for (int i = 0; i < 20'000; ++i) forms.push_back(analyzer.form("woord" + std::to_string(i)));
  for (int i = 0; i < 20'000; ++i) ASSERT_EQ(forms[static_cast<std::size_t>(i)]->folded, "woord" + std::to_string(i));
}

TEST(Fingerprint, IsTheSameInEveryCall) {
  EXPECT_NE(analyzer_fingerprint(), 0U);
  EXPECT_EQ(analyzer_fingerprint(), analyzer_fingerprint());
}

/// Text of pieces that the fast path and ICU could cut differently.
std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> pieces = {
      "a",      "Z",      "slaap",  "é",      "ß",      "ø",    "İ",        "0", "12", "3", " ",  "  ",
      "\n",     "\t",     ".",      ",",      "'",      "’",    ":",        ";", "-",  "–", "_",  "·",
      "\u00A0", "\u00AD", "\u0308", "\u200D", "\u200B", "α",    "ж",        "א", "\"", "״", "カ", "ひ",
      "锌",     "ก",      "का",     "½",      "²",      "µ",    "™",        "…", "(",  ")", "/",  "%",
      "@",      "💊",      "🇳🇱",     "\u2060", "\xFF",   "\xC3", "\xE2\x80", "٣", "٫",  "。"};
  std::uniform_int_distribution<std::size_t> length(0, 24);
  std::uniform_int_distribution<std::size_t> piece(0, pieces.size() - 1);
  std::string text;
  for (std::size_t i = length(random); i > 0; --i) text += pieces[piece(random)];
  return text;
}

std::vector<std::string> words_of(const std::string& text, const std::vector<ByteRange>& ranges) {
  std::vector<std::string> words;
  for (const ByteRange range : ranges) words.push_back(std::to_string(range.begin) + ":" + std::string(range.of(text)));
  return words;
}

TEST(WordBreaker, TheFastPathCutsAsIcuDoes) {
  std::mt19937 random(20'231);
  WordBreaker breaker;
  for (int round = 0; round < 20'000; ++round) {
    const std::string text = random_text(random);
    std::vector<ByteRange> fast;
    std::vector<ByteRange> icu;
    breaker.find(text, fast);
    breaker.find_by_icu(text, icu);
    ASSERT_EQ(words_of(text, fast), words_of(text, icu)) << testing::PrintToString(text);
  }
}

TEST(FoldTable, FoldsAsIcuDoes) {
  std::mt19937 random(7);
  for (int round = 0; round < 5'000; ++round) {
    const std::string text = random_text(random);
    std::string fast;
    fold_characters(text, fast);
    ASSERT_EQ(fast, fold_by_icu(text)) << testing::PrintToString(text);
  }
}

}  // namespace
}  // namespace claimbase
