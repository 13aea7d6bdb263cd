// Each row of quantities.tsv and populations.tsv: a sentence in, what each of its claims has and who it speaks of out.
#include "analysis/claim/quantities.h"

#include <gtest/gtest.h>

#include <ostream>
#include <sstream>

#include "analysis/claim/populations.h"
#include "tests/claim/annotated.h"
#include "tests/claim/extracted.h"
#include "tests/data_rows.h"

namespace claimbase {
namespace {

struct Row {
  std::string id;
  std::string language;
  std::string sentence;
  std::string expected;
};
void PrintTo(const Row& row, std::ostream* out) {
  *out << row.sentence;
}

std::vector<Row> rows_of(const std::string& file) {
  std::vector<Row> made;
  for (const auto& row : data_rows(file)) made.push_back({row.at(0), row.at(1), row.at(2), row.at(3)});
  return made;
}

std::string with_ages(const Quantity& who) {
  std::ostringstream out;
  out << who.unit;
  if (who.low != kYoungest || who.high != kOldest) out << ' ' << who.low << ".." << who.high;
  return out.str();
}

class ClaimQuantities : public testing::TestWithParam<Row> {};

// "potassium blood-pressure: 4 mmHg, {sex:women}": printed words, but of populations their group.
TEST_P(ClaimQuantities, GoWithTheirClaim) {
  const Extracted made = extracted(GetParam().language, GetParam().sentence + "\n");
  std::string shown;
  for (const Mention& mention : made.mentions) {
    shown += (shown.empty() ? "" : " ; ") + mention.substance + ' ' + mention.outcome + ':';
    const char* separator = " ";
    for (const Quantity& each : mention.quantities) {
      shown += separator;
      separator = ", ";
      if (each.kind == QuantityKind::population) {
        shown += with_ages(each);
      } else {
        shown += each.range.of(made.document.text);
      }
    }
  }
  EXPECT_EQ(shown, GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Rows, ClaimQuantities, testing::ValuesIn(rows_of("claim/quantities.tsv")),
                         [](const auto& tested) { return tested.param.id; });

class Populations : public testing::TestWithParam<Row> {};

TEST_P(Populations, AreFound) {
  const std::string& text = GetParam().sentence;
  const Annotation annotation = annotated(GetParam().language, text);
  std::string shown;
  for (const Quantity& who :
       find_populations(text, {0, static_cast<std::uint32_t>(text.size())}, annotation, GetParam().language)) {
    EXPECT_EQ(who.kind, QuantityKind::population);
    shown += (shown.empty() ? "" : " ; ") + with_ages(who) + " |" + std::string(who.range.of(text)) + '|';
  }
  EXPECT_EQ(shown.empty() ? "-" : shown, GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Rows, Populations, testing::ValuesIn(rows_of("claim/populations.tsv")),
                         [](const auto& tested) { return tested.param.id; });

TEST(ClaimQuantitiesOf, AClaimThatTwoClausesMakeHasThoseOfBoth) {
  std::vector<Quantity> known = {{{10, 14}, QuantityKind::dose, 1, 1, "mg"}};
  const std::vector<Quantity> more = {{{10, 14}, QuantityKind::dose, 1, 1, "mg"},
                                      {{2, 5}, QuantityKind::percentage, 8, 8, "%"}};
  add_quantities(more, known);
  ASSERT_EQ(known.size(), 2U);
  EXPECT_EQ(known[0].unit, "%");
  EXPECT_EQ(known[1].unit, "mg");
}

}  // namespace
}  // namespace claimbase
