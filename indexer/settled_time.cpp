#include "indexer/settled_time.h"

#include <chrono>

namespace claimbase {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
// Linux stamps files with the time of the last tick of its clock, 1 to 10 ms; two of the longest.
constexpr std::int64_t kFineTick = kSecond / 50;
// FAT and some network drives keep whole seconds, the former even ones only.
constexpr std::int64_t kCoarseTick = 2 * kSecond;
// A time further ahead was set by somebody; no clock of a server is so wrong.
constexpr std::int64_t kMostAhead = 3600 * kSecond;

}  // namespace

std::int64_t settled_time(std::int64_t modified, std::int64_t read_at) {
  const std::int64_t tick = modified % kSecond == 0 ? kCoarseTick : kFineTick;
  const std::int64_t age = read_at - modified;
  return age <= tick && age >= -kMostAhead ? kUnsettledTime : modified;
}

std::int64_t now_in_nanoseconds() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(since).count();
}

}  // namespace claimbase
