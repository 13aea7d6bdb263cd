// Work on many items by many threads, whose results one consumer takes in the items' order, however long each takes.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace claimbase {

/// Hands out the items 0 .. count-1 and takes their results. At most `window` items are under way or waiting to be
/// taken, so that memory is bounded by the window and not by the corpus. Safe for use by many workers and one consumer.
template <typename Result>
class OrderedQueue {
 public:
  OrderedQueue(std::size_t count, std::size_t window) : count_(count), window_(window) {}

  /// For workers: the next item. Waits for a place in the window. Nothing: there are no more.
  std::optional<std::size_t> claim() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return stopped_ || claimed_ == count_ || claimed_ < taken_ + window_; });
    if (stopped_ || claimed_ == count_) return std::nullopt;
    return claimed_++;
  }

  void deliver(std::size_t item, Result result) {
    const std::lock_guard lock(mutex_);
    ready_.emplace(item, std::move(result));
    changed_.notify_all();
  }

  /// A worker has failed: the consumer's next take() throws.
  void fail(std::exception_ptr error) {
    const std::lock_guard lock(mutex_);
    if (!error_) error_ = std::move(error);
    stopped_ = true;
    changed_.notify_all();
  }

  /// For the consumer: the result of the next item, in order; at most `count` times.
  Result take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return error_ || ready_.contains(taken_); });
    if (error_) std::rethrow_exception(error_);
    Result result = std::move(ready_.extract(taken_).mapped());
    ++taken_;
    changed_.notify_all();
    return result;
  }

  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    changed_.notify_all();
  }

 private:
  const std::size_t count_;
  const std::size_t window_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t claimed_ = 0;
  std::size_t taken_ = 0;
  bool stopped_ = false;
  std::exception_ptr error_;
  std::map<std::size_t, Result> ready_;
};

/// Calls consume(item, result) for the items 0 .. count-1 in order, on this thread. The results are made by `jobs`
/// threads, each with a function of its own from make_worker(). What a worker or `consume` throws is thrown here, the
/// threads having ended.
template <typename Result, typename MakeWorker, typename Consume>
void for_each_in_order(std::size_t count, unsigned jobs, const MakeWorker& make_worker, const Consume& consume) {
  constexpr std::size_t kWaitingPerThread = 4;
  OrderedQueue<Result> queue(count, jobs * kWaitingPerThread);
  std::vector<std::jthread> threads;
  struct StopAtEnd {  // destroyed before `threads`, whose destructor waits for them
    OrderedQueue<Result>& queue;
    ~StopAtEnd() { queue.stop(); }
  };
  const StopAtEnd stop_at_end{queue};
  for (unsigned i = 0; i < jobs && i < count; ++i) {
    threads.emplace_back([&queue, &make_worker] {
      try {
        auto work = make_worker();
        while (const auto item = queue.claim()) queue.deliver(*item, work(*item));
      } catch (...) {
        queue.fail(std::current_exception());
      }
    });
  }
  for (std::size_t item = 0; item < count; ++item) consume(item, queue.take());
}

}  // namespace claimbase
