#include "indexer/settled_time.h"

#include <gtest/gtest.h>

namespace claimbase {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::int64_t kChanged = 1'700'000'000 * kSecond + 123'456'789;
constexpr std::int64_t kWholeSecond = 1'700'000'000 * kSecond;

TEST(SettledTime, OfAFileReadLongAfterItsChange) {
  EXPECT_EQ(settled_time(kChanged, kChanged + kSecond), kChanged);
  EXPECT_EQ(settled_time(kWholeSecond, kWholeSecond + 3 * kSecond), kWholeSecond);
}

TEST(SettledTime, NotOfAFileReadInTheSameTickOfTheClock) {
  EXPECT_EQ(settled_time(kChanged, kChanged), kUnsettledTime);
  EXPECT_EQ(settled_time(kChanged, kChanged + kSecond / 100), kUnsettledTime);
}

TEST(SettledTime, WholeSecondsMeanAClockOfSeconds) {
  EXPECT_EQ(settled_time(kWholeSecond, kWholeSecond + kSecond), kUnsettledTime);
}

TEST(SettledTime, NotOfAFileFromAServerWhoseClockIsAhead) {
  EXPECT_EQ(settled_time(kChanged, kChanged - 60 * kSecond), kUnsettledTime);
}

TEST(SettledTime, OfATimeThatSomebodySetFarAhead) {
  EXPECT_EQ(settled_time(kChanged, kChanged - 86'400 * kSecond), kChanged);
}

}  // namespace
}  // namespace claimbase
