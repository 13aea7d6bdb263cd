#include "analysis/language/function_words.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace claimbase {
namespace {

struct ReadsCase {
  const char* name;
  const char* language;
  std::string text;
  bool surely;
};
void PrintTo(const ReadsCase& tested, std::ostream* out) {
  *out << tested.name;
}

class FunctionWords : public testing::TestWithParam<ReadsCase> {};

TEST_P(FunctionWords, AreAYesOrNothing) {
  EXPECT_EQ(reads_as(GetParam().text, GetParam().language), GetParam().surely);
}

constexpr const char* kDutch = "Zink wordt met het eten opgenomen, maar niet door iedereen even goed.";
constexpr const char* kEnglish = "Zinc is taken up with the food that we eat, but not by all of us as well.";

INSTANTIATE_TEST_SUITE_P(
    Texts, FunctionWords,
    testing::Values(ReadsCase{"Dutch", "nl", kDutch, true}, ReadsCase{"English", "en", kEnglish, true},
                    ReadsCase{"BritishEnglish", "en-GB", kEnglish, true},
                    ReadsCase{"Capitals", "nl", "WAAR ZIT HET IN? MET NOTEN EN VAN VLEES.", true},
                    ReadsCase{"DutchIsNotEnglish", "en", kDutch, false},
                    ReadsCase{"EnglishIsNotDutch", "nl", kEnglish, false},
                    ReadsCase{"HalfAndHalf", "nl", std::string(kEnglish) + " " + kDutch, false},
                    ReadsCase{"TwoAreTooFew", "nl", "Zink van het merk Kruidhuis", false},
                    ReadsCase{"German", "nl",
                              "Zink ist f\xC3\xBCr die Haut wichtig, und der K\xC3\xB6rper kann es nicht bilden.",
                              false},
                    ReadsCase{"WordsThatOnlyBeginSo", "nl", "hetero vanille metro bijna aanleg", false},
                    ReadsCase{"AnotherLanguage", "fr", kDutch, false}, ReadsCase{"NoLanguage", "", kDutch, false},
                    ReadsCase{"LongerCode", "nlx", kDutch, false}, ReadsCase{"NoText", "nl", "", false}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(FunctionWords, TellWhichOfTheLanguagesItIs) {
  EXPECT_EQ(read_language(kDutch, "nl"), "nl");
  EXPECT_EQ(read_language(kEnglish, "nl"), "en");
  EXPECT_EQ(read_language(kEnglish, "en-GB"), "en");
  EXPECT_EQ(read_language(kEnglish, "fr"), "en");
  EXPECT_EQ(read_language("Zinc and skin", "en"), "");
}

TEST(FunctionWords, TellTheLanguageOfAWholeText) {
  const std::string dutch = std::string(kDutch) + " " + kDutch;
  const std::string english = std::string(kEnglish) + " " + kEnglish;
  EXPECT_EQ(read_whole_language(dutch), "nl");
  EXPECT_EQ(read_whole_language(english), "en");
  EXPECT_EQ(read_whole_language("Zink van het merk, met koper."), "");  // too few
  EXPECT_EQ(read_whole_language(dutch + english), "");
  EXPECT_EQ(read_whole_language(dutch + dutch + english + english), "");  // though it began in one
  EXPECT_EQ(read_whole_language(dutch + std::string(2'000, '.') + english + english + english), "nl");
}

// What a text reads as first by enough words it stays, for `first`; another only at its end.
TEST(FunctionWords, ReadTheFirstLanguageWhereTwoWouldDo) {
  std::string text;
  for (int i = 0; i < 8; ++i) text += "het en niet ";
  for (int i = 0; i < 60; ++i) text += "the and not ";
  EXPECT_EQ(read_language(text, "nl"), "nl");
  EXPECT_EQ(read_language(text, "en"), "en");
}

struct EntryCase {
  const char* name;
  const char* text;
  const char* language;
};
void PrintTo(const EntryCase& tested, std::ostream* out) {
  *out << tested.name;
}

class EntryWords : public testing::TestWithParam<EntryCase> {};

TEST_P(EntryWords, AreFew) {
  EXPECT_EQ(read_entry_language(GetParam().text, "nl"), GetParam().language);
}

INSTANTIATE_TEST_SUITE_P(
    Entries, EntryWords,
    testing::Values(EntryCase{"ItalianNames",
                              "Rossi G, Bianchi P, Esposito L. Zinc lozenges and colds. Ann Salts. 2011;4:1-9.", "en"},
                    EntryCase{"DutchTitle", "Bakker T. Zink helpt niet. Zoutblad. 2014;2:3-4.", "nl"},
                    EntryCase{"NameOfAPerson", "Rossi G, van Wanten P. Zinc lozenges, colds. Ann Salts. 2011;4:1-9.",
                              ""},
                    EntryCase{"NameBesideAWord", "Rossi G, van Wanten P. Zinc and colds. Ann Salts. 2011;4:1-9.", ""},
                    EntryCase{"Month", "Rossi G. Zinco, pelle. Sali. 2011 May 4;4:1-9.", ""},
                    EntryCase{"NoSmallWord", "Rossi G. Zinco, pelle. Sali. 2011;4:1-9.", ""}),
    [](const auto& tested) { return std::string(tested.param.name); });

}  // namespace
}  // namespace claimbase
