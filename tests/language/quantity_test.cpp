#include "analysis/language/quantity.h"

#include <gtest/gtest.h>

#include <cctype>
#include <ostream>
#include <random>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/language/number.h"
#include "tests/data_rows.h"

namespace claimbase {
namespace {

struct QuantityCase {
  std::string name;
  std::string language;
  std::string text;
  std::string quantities;
};
void PrintTo(const QuantityCase& tested, std::ostream* out) {
  *out << tested.text;
}

std::vector<QuantityCase> cases() {
  std::vector<QuantityCase> made;
  for (const auto& row : data_rows("language/quantities.tsv"))
    made.push_back({row.at(0), row.at(1), row.at(2), row.at(3)});
  return made;
}

// "dose 300..400 mg/d |300-400 mg per dag|", as in the data file.
std::string shown(const std::vector<Quantity>& quantities, const std::string& text) {
  std::ostringstream out;
  out.precision(10);
  for (const Quantity& each : quantities) {
    out << (out.tellp() == 0 ? "" : " ; ") << to_string(each.kind) << ' ' << each.low;
    if (each.high != each.low) out << ".." << each.high;
    out << ' ' << each.unit << " |" << each.range.of(text) << '|';
  }
  return out.tellp() == 0 ? "-" : out.str();
}

class Quantities : public testing::TestWithParam<QuantityCase> {};

TEST_P(Quantities, AreFound) {
  const std::string text = "-- " + GetParam().text;  // ranges count from the text's begin
  const ByteRange within{3, static_cast<std::uint32_t>(text.size())};
  EXPECT_EQ(shown(find_quantities(text, within, GetParam().language), text), GetParam().quantities);
}

INSTANTIATE_TEST_SUITE_P(Rows, Quantities, testing::ValuesIn(cases()),
                         [](const auto& tested) { return tested.param.name; });

TEST(Quantity, NothingIsFoundInNothing) {
  EXPECT_TRUE(find_quantities("", {0, 0}, "nl").empty());
  EXPECT_TRUE(find_quantities("5 mg", {2, 2}, "nl").empty());
  EXPECT_TRUE(find_quantities("5 mg", {0, 9}, "nl").empty());
}

TEST(Quantity, EveryKindHasItsName) {
  for (int kind = 0; kind <= static_cast<int>(QuantityKind::population); ++kind) {
    const auto each = static_cast<QuantityKind>(kind);
    EXPECT_EQ(quantity_kind(to_string(each)), each);
  }
  EXPECT_THROW(static_cast<void>(quantity_kind("no such kind")), std::logic_error);
}

// A place between words is one that nothing begins at, and from which a reader may not get away.
TEST(NumberPlace, IsNeverBetweenWords) {
  constexpr std::string_view kCharacters = "aeijnoprtvwyEPTY.,;-' \n";
  std::mt19937_64 random(11);
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    while (text.size() < 24) text += kCharacters[random() % kCharacters.size()];
    for (std::size_t at = next_number_place(text, 0); at < text.size(); at = next_number_place(text, at + 1))
      ASSERT_NE(std::isalpha(static_cast<unsigned char>(text[at])), 0) << text << " at " << at;
  }
}

TEST(NumberPlace, OfPagesIsTheirNumber) {
  constexpr std::string_view kText = "IJzer helpt (Jansen, 2003, pp. 613-621).";
  EXPECT_EQ(next_number_place(kText, 25), kText.find("613"));
  EXPECT_TRUE(find_quantities(kText, {0, kText.size()}, "nl").empty());
}

TEST(NumberPlace, IsADigitOrTheBeginOfANumberWord) {
  EXPECT_EQ(next_number_place("geen getal hier", 0), 15U);
  EXPECT_EQ(next_number_place("wel 7 hier", 0), 4U);
  EXPECT_EQ(next_number_place("wel Twaalf hier", 0), 4U);
  EXPECT_EQ(next_number_place("tussentwaalf", 0), 12U);  // no word begins there
  EXPECT_EQ(next_number_place("3 4", 1), 2U);
  EXPECT_EQ(next_number_place("", 0), 0U);
  EXPECT_EQ(next_number_place("tw", 0), 2U);
}

}  // namespace
}  // namespace claimbase
