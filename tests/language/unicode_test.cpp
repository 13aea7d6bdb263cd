#include "analysis/language/unicode.h"

#include <gtest/gtest.h>
#include <unicode/unistr.h>

#include <string>

#include "analysis/language/detect.h"
#include "analysis/language/fold_table.h"

namespace claimbase {
namespace {

TEST(Fold, MakesSpellingsComparable) {
  EXPECT_EQ(fold("  Hypo\u00A0\n magnesiëmie "), " hypo magnesiemie ");
  EXPECT_EQ(fold("C‐reactive – “eiwit” ‘a’"), "c-reactive - \"eiwit\" 'a'");
  EXPECT_EQ(fold("Ångström ﬁn Straße"), "angstrom fin strasse");
  EXPECT_EQ(fold(""), "");
}

// Piece by piece it gives what the whole gives at once: marks on plain letters, characters that need ICU, broken bytes.
TEST(Folding, ByPiecesIsFoldingAsAWhole) {
  std::string ascii;
  for (char c = 1; c > 0; ++c) ascii += c;
  for (const std::string& text :
       {ascii, std::string("Cafe\u0301 \u2265 5 \u03BCg"), std::string("e\u0301\u0327 \u00E9\u0301x \u00AD\u0301"),
        std::string("\u0301a \u2460\u0301\uFB01"), std::string("na\u0308 \u212B \uAC00\u11A8 Z\u200D\u0302"),
        std::string("a\xFF\xC3 b\xE2\x82"), std::string("\xC3\xA9\xFF\u0301 \u2122"), std::string("\u00DF\u0130I")}) {
    std::string folded;
    fold_characters(text, folded);
    EXPECT_EQ(folded, fold_by_icu(text));
  }
}

// What the analyzer finds a folded word by is the word itself.
TEST(Folding, TwiceIsFoldingOnce) {
  for (UChar32 c = 1; c < 0x10000; ++c) {
    if (U_IS_SURROGATE(c)) continue;
    std::string text = "a";
    icu::UnicodeString(c).append('b').toUTF8String(text);
    std::string once;
    std::string twice;
    fold_characters(text, once);
    fold_characters(once, twice);
    ASSERT_EQ(twice, once) << "U+" << std::hex << c;
  }
}

TEST(Fold, AlphanumericLeavesTheRestOut) {
  EXPECT_EQ(fold_alphanumeric("Magnesium  Research"), fold_alphanumeric("magnesium-research"));
  EXPECT_EQ(fold_alphanumeric("Nutrients, 13(1)."), "nutrients131");
  EXPECT_EQ(fold_alphanumeric("…—"), "");
}

TEST(Utf8, KnowsValidBytes) {
  EXPECT_TRUE(is_valid_utf8("zink é 锌 💊"));
  EXPECT_TRUE(is_valid_utf8(""));
  for (const char* bad : {"\xFF", "\xC3", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "a\x80"}) {
    EXPECT_FALSE(is_valid_utf8(bad)) << testing::PrintToString(bad);
  }
}

TEST(Printable, TakesControlCharactersOut) {
  EXPECT_EQ(printable("a\x1B[31mb\tc\n\x7F"), "a[31mb\tc\n");
  EXPECT_EQ(printable("a\u202Eb\u2066c\u009Bd"), "abcd");
  EXPECT_EQ(printable("a\x9B"), "a\uFFFD");
}

TEST(DetectLanguage, KnowsDutchAndEnglish) {
  EXPECT_EQ(detect_language("Wie elke avond noten eet, krijgt daarmee ongemerkt flink wat mineralen binnen."), "nl");
  EXPECT_EQ(detect_language("People who eat nuts every evening get a fair amount of minerals without noticing."), "en");
}

TEST(DetectLanguage, SaysSoWhereItCannotKnow) {
  EXPECT_EQ(detect_language(""), "und");
  EXPECT_EQ(detect_language("12 34 56"), "und");
  EXPECT_EQ(detect_language("\xFF\xFE\xC3"), "und");
}

}  // namespace
}  // namespace claimbase
