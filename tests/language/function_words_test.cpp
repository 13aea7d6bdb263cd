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

}  // namespace
}  // namespace claimbase
