// A request to stop: SIGINT or SIGTERM, taken when it suits.
#pragma once

#include <csignal>

#include "indexer/descriptor.h"

namespace claimbase {

/// Holds both signals back in this thread and those it starts from now on, so that nothing is cut off half-way. One at
/// a time, made before any other thread.
class StopSignal {
 public:
  StopSignal();
  /// A signal that has come is used up.
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  /// Whether one has come. For any thread.
  [[nodiscard]] bool requested() const;
  /// For poll(2): readable when one has come. -1 where the system has no such thing.
  [[nodiscard]] int descriptor() const { return readable_.get(); }

 private:
  sigset_t signals_{};
  sigset_t before_{};
  Descriptor readable_;
};

}  // namespace claimbase
