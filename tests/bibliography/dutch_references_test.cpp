// 200 Dutch references (data/dutch_references.jsonl): articles, pages of organisations, reports, guidelines, books.
#include <gtest/gtest.h>

#include <algorithm>

#include "analysis/bibliography/reference.h"
#include "tools/train_references/evaluation.h"

namespace claimbase {
namespace {

TEST(DutchReferences, AreReadRightInAllSixFields) {
  const auto strings =
      training::read_labelled_strings(CLAIMBASE_SOURCE_DIR "/tests/bibliography/data/dutch_references.jsonl");
  ASSERT_EQ(strings.size(), 200U);
  std::size_t right = 0;
  std::string wrong;
  for (const auto& string : strings) {
    const auto fields = training::right_fields(string, parse_reference(string.raw));
    const bool all = std::ranges::all_of(fields, [](bool each) { return each; });
    right += all ? 1U : 0U;
    if (!all) wrong += string.raw + "\n";
  }
  EXPECT_GE(right, 194U) << wrong;
}

struct Certain {
  const char* name;
  const char* raw;
  bool unsure;
};
void PrintTo(const Certain& certain, std::ostream* out) {
  *out << certain.raw;
}

class Confidence : public testing::TestWithParam<Certain> {};

TEST_P(Confidence, IsLowWhereTheEntryIsAmbiguous) {
  const auto reference = parse_reference(GetParam().raw);
  EXPECT_EQ(reference.unsure, GetParam().unsure) << reference.title << " | " << reference.container_title;
  for (const float sure :
       {reference.confidence.title, reference.confidence.year, reference.confidence.container_title}) {
    EXPECT_GE(sure, 0.0F);
    EXPECT_LE(sure, 1.0F);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Entries, Confidence,
    testing::Values(Certain{"plain", "Okafor D, Lind M. Zout in brood. Voeding Nu. 2011;13(2):14-6.", false},
                    Certain{"page", "Voedingscentrum. Zout. Geraadpleegd op 03-02-2023.", false}),
    [](const auto& tested) { return std::string(tested.param.name); });

}  // namespace
}  // namespace claimbase
