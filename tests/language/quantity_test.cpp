#include "analysis/language/quantity.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace claimbase {
namespace {

struct Expected {
  std::string printed;
  QuantityKind kind;
  double low;
  double high;
  std::string unit;
  friend bool operator==(const Expected&, const Expected&) = default;
};
void PrintTo(const Expected& q, std::ostream* out) {
  *out << '"' << q.printed << "\" kind " << static_cast<int>(q.kind) << ' ' << q.low << ".." << q.high << ' ' << q.unit;
}

struct QuantityCase {
  std::string name;
  std::string language;
  std::string text;
  std::vector<Expected> found;
};
void PrintTo(const QuantityCase& tested, std::ostream* out) {
  *out << tested.text;
}

class Quantities : public testing::TestWithParam<QuantityCase> {};

TEST_P(Quantities, AreFound) {
  const std::string text = "-- " + GetParam().text;
  std::vector<Expected> found;
  for (const Quantity& q : find_quantities(text, {3, static_cast<std::uint32_t>(text.size())}, GetParam().language)) {
    found.push_back({std::string(q.range.of(text)), q.kind, q.low, q.high, q.unit});
  }
  EXPECT_EQ(found, GetParam().found);
}

using enum QuantityKind;
INSTANTIATE_TEST_SUITE_P(
    Found, Quantities,
    testing::Values(
        QuantityCase{"DoseRange", "nl", "Neem 300–400 mg/dag.", {{"300–400 mg/dag", dose, 300, 400, "mg/d"}}},
        QuantityCase{"DosePerDay", "nl", "300-400 mg per dag", {{"300-400 mg per dag", dose, 300, 400, "mg/d"}}},
        QuantityCase{"DoseWords", "nl", "tussen 2 en 3 gram", {{"2 en 3 gram", dose, 2, 3, "g"}}},
        QuantityCase{"DoseTwice", "nl", "200 mg tot 400 mg zink", {{"200 mg tot 400 mg", dose, 200, 400, "mg"}}},
        QuantityCase{"DoseApposed",
                     "nl",
                     "25 µg (1000 IE)",
                     {{"25 µg", dose, 25, 25, "ug"}, {"1000 IE", dose, 1000, 1000, "[IU]"}}},
        QuantityCase{"DoseApposedPerDay",
                     "nl",
                     "10-20 mcg (400-800 IE) per dag",
                     {{"10-20 mcg", dose, 10, 20, "ug/d"}, {"400-800 IE", dose, 400, 800, "[IU]/d"}}},
        QuantityCase{"DoseWordsBetween", "nl", "500 mg zink per dag", {{"500 mg", dose, 500, 500, "mg/d"}}},
        QuantityCase{"DoseGlued", "en", "300mg daily", {{"300mg daily", dose, 300, 300, "mg/d"}}},
        QuantityCase{"Thousands", "en", "1,200 IU", {{"1,200 IU", dose, 1200, 1200, "[IU]"}}},
        QuantityCase{"DutchThousands", "nl", "1.200 IE", {{"1.200 IE", dose, 1200, 1200, "[IU]"}}},
        QuantityCase{"DutchDecimal", "nl", "1,5 g", {{"1,5 g", dose, 1.5, 1.5, "g"}}},
        QuantityCase{"CapsulesADay", "nl", "2 capsules per dag", {{"2 capsules per dag", dose, 2, 2, "{capsule}/d"}}},
        QuantityCase{"CapsulesInAPot", "nl", "een pot van 90 capsules", {{"90 capsules", other, 90, 90, "{capsule}"}}},
        QuantityCase{"Percent",
                     "nl",
                     "met 8% of 35 procent",
                     {{"8%", percentage, 8, 8, "%"}, {"35 procent", percentage, 35, 35, "%"}}},
        QuantityCase{"PercentRange", "nl", "10 tot 20 procent", {{"10 tot 20 procent", percentage, 10, 20, "%"}}},
        QuantityCase{"Pressure", "nl", "1,78 mm Hg", {{"1,78 mm Hg", pressure, 1.78, 1.78, "mm[Hg]"}}},
        QuantityCase{"PressurePair",
                     "nl",
                     "150/95 mmHg",
                     {{"150", pressure, 150, 150, "mm[Hg]"}, {"95 mmHg", pressure, 95, 95, "mm[Hg]"}}},
        QuantityCase{"Weeks", "nl", "gedurende 12 weken", {{"12 weken", duration, 12, 12, "wk"}}},
        QuantityCase{"WordMonths", "nl", "Drie maanden later", {{"Drie maanden", duration, 3, 3, "mo"}}},
        QuantityCase{"WordRange", "en", "two to three days", {{"two to three days", duration, 2, 3, "d"}}},
        QuantityCase{"HyphenWeek", "en", "a 12-week trial", {{"12-week", duration, 12, 12, "wk"}}},
        QuantityCase{"Age", "nl", "ouder dan 60 jaar", {{"60 jaar", other, 60, 60, "a"}}},
        QuantityCase{"Studies", "nl", "29 klinische studies", {{"29 klinische studies", count, 29, 29, "{study}"}}},
        QuantityCase{"Participants",
                     "en",
                     "1,200 healthy adults",
                     {{"1,200 healthy adults", count, 1200, 1200, "{participant}"}}},
        QuantityCase{
            "Ratio", "en", "(RR 0.92 (95% CI 0.86-0.98))", {{"RR 0.92 (95% CI 0.86-0.98)", ratio, 0.92, 0.92, "{RR}"}}},
        QuantityCase{"RatioComma",
                     "en",
                     "OR = 1.4, 95% CI 1.1 to 1.8",
                     {{"OR = 1.4, 95% CI 1.1 to 1.8", ratio, 1.4, 1.4, "{OR}"}}},
        QuantityCase{"Concentration", "nl", "75 nmol/l", {{"75 nmol/l", other, 75, 75, "nmol/L"}}},
        QuantityCase{"NoBreakSpace", "nl", "5\u00A0mg", {{"5\u00A0mg", dose, 5, 5, "mg"}}}),
    [](const auto& tested) { return tested.param.name; });

class NoQuantities : public testing::TestWithParam<const char*> {};

TEST_P(NoQuantities, NothingIsFound) {
  const std::string text = GetParam();
  EXPECT_TRUE(find_quantities(text, {0, static_cast<std::uint32_t>(text.size())}, "nl").empty());
}

INSTANTIATE_TEST_SUITE_P(None, NoQuantities,
                         testing::Values("in 2016 studies", "vitamine B12 dagen", "CO2 g", "omega-3 capsules",
                                         "type 2 diabetes", "gedaan.1 Weken later", "[12] weken", "or 0.9", "95% CI",
                                         "een maand", "10 of 20", "", "12", "300mgx", "1.2.3.4",
                                         "999999999999999999999999999999"));

}  // namespace
}  // namespace claimbase
