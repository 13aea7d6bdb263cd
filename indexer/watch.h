// Keeps a store true to its sources while they change.
#pragma once

#include <chrono>
#include <functional>
#include <span>
#include <string>

#include "indexer/stop_signal.h"
#include "indexer/update.h"

namespace claimbase {

struct WatchRequest {
  UpdateRequest first;  // what the first update is asked for; the later ones go by what the store has on record
  std::chrono::milliseconds poll{0};     // looks at everything this often; 0: when the system tells of a change
  std::chrono::milliseconds quiet{100};  // a burst has ended when nothing has changed for so long,
  std::chrono::milliseconds most{500};   // and is not waited for longer than this
};

struct WatchListener {
  std::function<void(const Summary&, std::span<const FileProblem>)> on_update;  // of updates that did something
  std::function<void(const std::string&)> on_trouble;  // one line; the same one is not told twice in a row
  std::function<void()> on_ready;                      // everything is watched from now on
};

/// Updates the store, then again and again as its sources, libraries and vocabularies change, until `stop` is
/// requested: an update under way then ends with the articles at hand. The writer's lock is held during updates only,
/// so that others may write in between; what they add to the sources is watched from the next update on. An update that
/// fails for a reason that may pass (a lock, a full disk, a vocabulary that is being replaced) is told and tried again.
/// Throws UsageError, StoreError: of the first update, and of a later one where the store is damaged or not ours any
/// more.
void watch(const WatchRequest& request, const WatchListener& listener, const StopSignal& stop);

}  // namespace claimbase
