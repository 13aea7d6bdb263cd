#include "indexer/watch.h"

#include <fmt/format.h>
#include <poll.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <set>
#include <vector>

#include "indexer/debounce.h"
#include "indexer/exit.h"
#include "indexer/folder_events.h"
#include "indexer/network_file_system.h"
#include "indexer/plan.h"
#include "indexer/prepared_vocabulary.h"

namespace claimbase {
namespace {

namespace fs = std::filesystem;
using Clock = Debounce::Clock;
using std::chrono::milliseconds;

constexpr milliseconds kRetry(500);         // after an update that failed
constexpr milliseconds kPollInstead(2000);  // where the system cannot tell what changes
constexpr milliseconds kLookForStop(100);   // where it cannot tell of signals

bool may_pass(StoreErrorKind kind) {
  switch (kind) {
    case StoreErrorKind::locked:
    case StoreErrorKind::full:
    case StoreErrorKind::read_only:
    case StoreErrorKind::other:
      return true;
    case StoreErrorKind::missing:
    case StoreErrorKind::not_a_store:
    case StoreErrorKind::newer_schema:
    case StoreErrorKind::older_schema:
    case StoreErrorKind::corrupt:
    case StoreErrorKind::constraint:
      return false;
  }
  return false;
}

std::vector<fs::path> targets_of(const Recorded& recorded) {
  std::vector<fs::path> targets = recorded.vocabularies;
  for (const Source& each : recorded.sources) targets.push_back(each.path);
  for (const LibrarySource& each : recorded.libraries) targets.push_back(each.path);
  return targets;
}

class Watcher {
 public:
  Watcher(const WatchRequest& request, const WatchListener& listener, const StopSignal& stop)
      : request_(request), listener_(listener), stop_(stop), burst_(request.quiet, request.most), poll_(request.poll) {
    again_.database = request.first.database;
    again_.jobs = request.first.jobs;
    again_.largest_article = request.first.largest_article;
    again_.prune = request.first.prune;
    again_.command = request.first.command;
    again_.wait = std::chrono::seconds(0);  // a signal must not wait for another writer
  }

  void run() {
    update_once(request_.first);
    listen();
    burst_.note(Clock::now() - request_.most);  // what has changed before it was watched
    while (!stop_.requested()) {
      if (const auto due = due_at(); !due || *due > Clock::now()) {
        wait(due);
        continue;
      }
      if (rewatch_) listen();
      burst_.clear();
      polled_ = Clock::now();
      try_update();
      if (!ready_ && listener_.on_ready) listener_.on_ready();
      ready_ = true;
    }
  }

 private:
  [[nodiscard]] std::optional<Clock::time_point> due_at() const {
    if (retry_) return retry_;
    std::optional<Clock::time_point> due = burst_.due();
    if (poll_.count() > 0) due = std::min(due.value_or(Clock::time_point::max()), polled_ + poll_);
    return due;
  }

  void wait(std::optional<Clock::time_point> until) {
    std::array<pollfd, 2> waiting{pollfd{stop_.descriptor(), POLLIN, 0},
                                  pollfd{events_ ? events_->descriptor() : -1, POLLIN, 0}};
    constexpr milliseconds kForever(-1);
    milliseconds left = kForever;
    if (until) left = std::max(milliseconds(0), std::chrono::ceil<milliseconds>(*until - Clock::now()));
    if (stop_.descriptor() < 0) left = left == kForever ? kLookForStop : std::min(left, kLookForStop);
    ::poll(waiting.data(), waiting.size(), static_cast<int>(std::min(left, milliseconds(60'000)).count()));
    take_events();
  }

  void take_events() {
    if (!events_) return;
    const FolderEvents::Taken taken = events_->take();
    if (taken.changed) burst_.note(Clock::now());
    rewatch_ = rewatch_ || taken.folders;
  }

  // Anew as a whole, always followed by an update: nothing that comes or goes meanwhile is missed.
  void listen() {
    rewatch_ = false;
    targets_ = targets_of(read_names(request_.first.database));
    if (request_.poll.count() > 0) return;
    events_.reset();
    events_.emplace(targets_, request_.first.database);
    poll_ = events_->problem().empty() ? milliseconds(0) : kPollInstead;
    if (poll_.count() > 0) {
      note(fmt::format("{}; looking every {} s instead", events_->problem(),
                       std::chrono::duration_cast<std::chrono::seconds>(poll_).count()));
    }
    for (const fs::path& each : targets_) {
      const std::string_view network = network_file_system(each);
      if (network.empty()) continue;
      note(fmt::format("{} lies on {}: changes by other machines are not seen; use --poll SECONDS", each.string(),
                       network));
    }
  }

  void try_update() {
    retry_.reset();
    try {
      update_once(again_);
      told_.clear();
    } catch (const StoreError& error) {
      if (!may_pass(error.kind())) throw;
      try_later(error.what());
    } catch (const UsageError& error) {
      try_later(error.what());
    }
  }

  void try_later(const std::string& why) {
    retry_ = Clock::now() + kRetry;
    trouble(why + "; trying again");
  }

  void update_once(const UpdateRequest& request) {
    std::vector<FileProblem> problems;
    UpdateListener listener;
    listener.on_problem = [&](const FileProblem& problem) { problems.push_back(problem); };
    listener.should_stop = [this] { return stop_.requested(); };
    const Summary summary = update(request, listener, prepared_);
    const bool same_problems = std::ranges::equal(problems, problems_, [](const FileProblem& a, const FileProblem& b) {
      return a.path == b.path && a.line == b.line && a.message == b.message;
    });
    const FileCounts& libraries = summary.libraries;
    const bool did_something = summary.added + summary.changed + summary.moved + summary.removed > 0 ||
                               libraries.added + libraries.changed + libraries.removed > 0;
    problems_ = problems;
    if (listener_.on_update && (did_something || !same_problems)) listener_.on_update(summary, problems);
    // Another run may have added sources.
    if (!targets_.empty() && targets_of(read_names(request.database)) != targets_) {
      rewatch_ = true;
      burst_.note(Clock::now());
    }
  }

  void note(const std::string& what) {
    if (listener_.on_trouble && noted_.insert(what).second) listener_.on_trouble(what);
  }

  void trouble(const std::string& what) {
    if (listener_.on_trouble && told_.insert(what).second) listener_.on_trouble(what);
  }

  const WatchRequest& request_;
  const WatchListener& listener_;
  const StopSignal& stop_;
  UpdateRequest again_;
  PreparedVocabulary prepared_;
  std::vector<fs::path> targets_;
  std::optional<FolderEvents> events_;
  Debounce burst_;
  milliseconds poll_;
  Clock::time_point polled_ = Clock::now();
  std::optional<Clock::time_point> retry_;
  std::vector<FileProblem> problems_;  // of the last update
  std::set<std::string> told_;         // since the last update that went well
  std::set<std::string> noted_;        // ever
  bool rewatch_ = false;
  bool ready_ = false;
};

}  // namespace

void watch(const WatchRequest& request, const WatchListener& listener, const StopSignal& stop) {
  Watcher(request, listener, stop).run();
}

}  // namespace claimbase
