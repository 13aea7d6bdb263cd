// Amounts and spellings in queries: how else a text may write them.
#include "query/quantity_notations.h"

#include <gmock/gmock.h>

#include "query/word_variants.h"

namespace claimbase {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;

struct AmountCase {
  const char* name;
  std::string typed;
  std::vector<std::string> amounts;  // "300 mg": value and UCUM code
};
void PrintTo(const AmountCase& tested, std::ostream* out) {
  *out << tested.typed;
}
class Amounts : public testing::TestWithParam<AmountCase> {};
TEST_P(Amounts, AreNumbersWithAUnit) {
  std::vector<std::string> found;
  for (const QueryAmount& each : amounts_in(GetParam().typed)) {
    std::string value = std::to_string(each.value);
    value.erase(value.find_last_not_of('0') + 1);
    if (value.back() == '.') value.pop_back();
    found.push_back(value + " " + each.unit);
  }
  EXPECT_EQ(found, GetParam().amounts);
}
INSTANTIATE_TEST_SUITE_P(
    Typed, Amounts,
    testing::Values(AmountCase{"Spaced", "magnesium 300 mg", {"300 mg"}}, AmountCase{"Glued", "300mg", {"300 mg"}},
                    AmountCase{"DecimalComma", "0,3 gram zout", {"0.3 g"}},
                    AmountCase{"DecimalPoint", "0.3 g", {"0.3 g"}},
                    AmountCase{"ThousandsWithPoint", "vitamine D 1.000 IE", {"1000 [IU]"}},
                    AmountCase{"ThousandsWithComma", "vitamin D 1,000 IU", {"1000 [IU]"}},
                    AmountCase{"LeadingZeroIsNoThousand", "0,300 g", {"0.3 g"}},
                    AmountCase{"Two", "25 µg per dag, 12 weken", {"25 ug", "12 wk"}},
                    AmountCase{"NumberWord", "drie weken", {"3 wk"}}, AmountCase{"Range", "200-400 mg", {}},
                    AmountCase{"PartOfAName", "B12 omega-3 Q10", {}}, AmountCase{"NoUnit", "in 2016", {}}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(Amounts, AnyBytes) {
  for (const std::string text : {"300 ", "300 m\xff", "\xff\xfe", "9999999999999999999999 mg", "0 mg", "-", "3 m"}) {
    for (const QueryAmount& each : amounts_in(text)) {
      EXPECT_LE(each.range.end, text.size());
      EXPECT_THAT(notations_of(each), testing::SizeIs(testing::Le(kMostNotations)));
    }
  }
}

std::vector<std::string> notations(const std::string& typed) {
  return notations_of(amounts_in(typed).at(0));
}

TEST(Notations, OfOneUnitAreItsSpellings) {
  EXPECT_THAT(notations("300 mg"), IsSupersetOf({"300 mg", "300mg", "300 milligram", "300 milligrams"}));
  EXPECT_THAT(notations("2 tabletten"), IsSupersetOf({"2 tablet", "2 tabletten", "2 tablets"}));
}

TEST(Notations, OfOtherUnitsAreExact) {
  EXPECT_THAT(notations("300 mg"), IsSupersetOf({"0,3 g", "0.3 g", "0,3 gram", "300.000 µg", "300,000 mcg"}));
  EXPECT_THAT(notations("0,3 gram"), Contains("300 mg"));
  EXPECT_THAT(notations("2 weken"), Contains("14 dagen"));
  // A third of a week has no end in decimals, 1 µg is less than a thousandth of a gram.
  EXPECT_THAT(notations("1 dag"), Not(Contains(testing::MatchesRegex("0.*(wk|week|weken|weeks)"))));
  EXPECT_THAT(notations("1 µg"), Not(Contains(testing::EndsWith(" g"))));
}

TEST(Notations, UnitsOfActivityHaveNoWeight) {
  EXPECT_THAT(notations("1.000 IE"), IsSupersetOf({"1000 IE", "1.000 IE", "1,000 IU", "1000 IU"}));
  EXPECT_THAT(notations("1.000 IE"), Not(Contains(testing::HasSubstr("g"))));
}

TEST(Notations, ASignAloneIsNoWord) {
  EXPECT_THAT(notations("8 procent"), IsSupersetOf({"8 procent", "8 percent"}));
  EXPECT_THAT(notations("8 procent"), Not(Contains("8 %")));
}

TEST(WordVariants, BritishAndAmerican) {
  const WordVariants variants;
  EXPECT_THAT(variants.of("ischaemia"), ElementsAre("ischemia"));
  EXPECT_THAT(variants.of("ischemia"), Contains("ischaemia"));
  EXPECT_THAT(variants.of("tumour"), ElementsAre("tumor"));
  EXPECT_THAT(variants.of("oestrogen"), ElementsAre("estrogen"));
  EXPECT_THAT(variants.of("randomised"), ElementsAre("randomized"));
  EXPECT_THAT(variants.of("zinc"), IsEmpty());
}

TEST(WordVariants, GreekLettersByName) {
  const WordVariants variants;
  EXPECT_THAT(variants.of("α"), ElementsAre("alpha"));
  EXPECT_THAT(variants.of("alpha"), ElementsAre("α"));
  EXPECT_THAT(variants.of("tnfα"), ElementsAre("tnf α", "tnf alpha", "tnfalpha"));
  EXPECT_THAT(variants.of("alphabet"), IsEmpty());
}

TEST(WordVariants, LettersAndDigitsApart) {
  const WordVariants variants;
  EXPECT_THAT(variants.of("il10"), ElementsAre("il 10"));
  EXPECT_THAT(variants.of("nih3t3"), ElementsAre("nih 3 t 3", "nih 3t3"));
  EXPECT_THAT(variants.of("2016"), IsEmpty());
  EXPECT_THAT(variants.of(""), IsEmpty());
  EXPECT_THAT(variants.of("\xff"), IsEmpty());
}

}  // namespace
}  // namespace claimbase
