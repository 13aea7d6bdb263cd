// When to act on a burst of changes: when it has ended, or has lasted long enough.
#pragma once

#include <algorithm>
#include <chrono>
#include <optional>

namespace claimbase {

class Debounce {
 public:
  using Clock = std::chrono::steady_clock;

  /// Due `quiet` after the last change, and at the latest `most` after the first.
  Debounce(std::chrono::milliseconds quiet, std::chrono::milliseconds most) : quiet_(quiet), most_(most) {}

  void note(Clock::time_point now) {
    if (!first_) first_ = now;
    last_ = now;
  }
  void clear() { first_.reset(); }
  /// Nothing: nothing has changed.
  [[nodiscard]] std::optional<Clock::time_point> due() const {
    if (!first_) return std::nullopt;
    return std::min(last_ + quiet_, *first_ + most_);
  }

 private:
  std::chrono::milliseconds quiet_;
  std::chrono::milliseconds most_;
  std::optional<Clock::time_point> first_;
  Clock::time_point last_;
};

}  // namespace claimbase
