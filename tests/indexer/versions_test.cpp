#include "indexer/versions.h"

#include <gtest/gtest.h>

#include "analysis/document/reader_version.h"

namespace claimbase {
namespace {

constexpr AnalysisVersions kStored{15, 4, 100, 7};

TEST(WhyOutdated, NothingWhereAllIsTheSame) {
  EXPECT_EQ(why_outdated(kStored, kStored, kStored), "");
}

TEST(WhyOutdated, EachByItself) {
  EXPECT_EQ(why_outdated(kStored, {15, 4, 100, 8}, {15, 4, 100, 8}), "other vocabulary");
  EXPECT_EQ(why_outdated(kStored, {16, 4, 100, 7}, {16, 4, 100, 7}), "other reader of its format");
  EXPECT_EQ(why_outdated(kStored, {15, 4, 101, 7}, {15, 4, 101, 7}), "other program");
  EXPECT_EQ(why_outdated(kStored, {15, 5, 100, 7}, {15, 5, 100, 7}), "other program");
  // With the settings of before nothing would differ.
  EXPECT_EQ(why_outdated(kStored, {15, 4, 200, 7}, {15, 4, 100, 7}), "other language or format forced");
}

TEST(WhyOutdated, AllThatApply) {
  EXPECT_EQ(why_outdated(kStored, {16, 4, 201, 8}, {16, 4, 101, 8}),
            "other program, other reader of its format, other vocabulary, other language or format forced");
}

TEST(CurrentVersions, DependOnWhatIsForcedAndOnTheVocabulary) {
  const AnalysisVersions plain = current_versions(1, "", "text");
  EXPECT_EQ(plain, current_versions(1, "", "text"));
  EXPECT_NE(plain.analyzer, current_versions(1, "nl", "text").analyzer);
  EXPECT_NE(plain.vocabulary, current_versions(2, "", "text").vocabulary);
  EXPECT_EQ(plain.reader, reader_version(Format::text));
}

}  // namespace
}  // namespace claimbase
