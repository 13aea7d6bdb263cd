// What reading one article may still cost: depth and time.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "analysis/diagnostic.h"
#include "analysis/document/reader.h"

namespace claimbase::reading {

/// Asked by a walk at each element. The clock is looked at once in so many questions, and at the first.
class Budget {
 public:
  explicit Budget(const ReadBounds& bounds) : bounds_(bounds), end_(std::chrono::steady_clock::now() + bounds.time) {}

  /// One element deeper. False: stop.
  [[nodiscard]] bool enter() {
    if (++depth_ > bounds_.nesting) too_deep_ = true;
    return go_on();
  }
  void leave() { --depth_; }

  /// Whether there is time left, and the nesting was never too deep.
  [[nodiscard]] bool go_on() {
    constexpr std::uint32_t kBetweenLooks = 256;
    if (asked_++ % kBetweenLooks == 0 && std::chrono::steady_clock::now() >= end_) too_slow_ = true;
    return !too_deep_ && !too_slow_;
  }

  [[nodiscard]] bool is_over() const { return too_deep_ || too_slow_; }

  /// Of severity error; only where it is over.
  [[nodiscard]] Diagnostic diagnostic() const {
    if (too_deep_)
      return {Severity::error,
              "document.too-deep",
              {},
              "more than " + std::to_string(bounds_.nesting) + " elements in one another"};
    return {Severity::error,
            "document.too-slow",
            {},
            "not read in " + std::to_string(bounds_.time.count()) + " milliseconds"};
  }

 private:
  ReadBounds bounds_;
  std::chrono::steady_clock::time_point end_;
  std::uint32_t depth_ = 0;
  std::uint32_t asked_ = 0;
  bool too_deep_ = false;
  bool too_slow_ = false;
};

}  // namespace claimbase::reading
