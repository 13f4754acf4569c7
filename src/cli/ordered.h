// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <queue>
#include <thread>
#include <vector>

namespace dragoman {

// Work on a stream with many threads, results in the order of the inputs. `next` runs on one thread of its own, `work` on `jobs`
// threads, `take` on the caller's. At most `4 * jobs` items are on their way, so memory does not grow with the stream, and a
// result is taken as soon as those before it are. Ends early when `take` says false or `stop` says true; what is blocked in `next` is
// then left behind, so the caller must end the process after an early end.
template <typename In, typename Out>
class OrderedWork {
 public:
  struct Steps {
    std::function<std::optional<In>()> next;
    std::function<Out(In&&)> work;
    std::function<bool(Out&&)> take;
    std::function<bool()> stop;
  };

  // True if the stream was read to its end.
  static bool run(unsigned jobs, Steps steps) {
    auto* const self = new OrderedWork(jobs, std::move(steps));  // owned by the threads too: an early end leaves it behind
    const bool ended = self->drive(jobs);
    if (ended) delete self;
    return ended;
  }

 private:
  OrderedWork(unsigned jobs, Steps steps) : steps_(std::move(steps)), limit_(4 * std::size_t{jobs}) {}

  bool drive(unsigned jobs) {
    std::vector<std::thread> threads;
    threads.emplace_back([this] { produce(); });
    for (unsigned i = 0; i < jobs; ++i) threads.emplace_back([this] { work(); });
    const bool ended = take_all();
    for (std::thread& thread : threads) {
      if (ended) thread.join();
      else thread.detach();
    }
    return ended;
  }

  void produce() {
    while (std::optional<In> item = steps_.next()) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return on_their_way_ < limit_ || stopped_; });
      if (stopped_) return;
      ++on_their_way_;
      waiting_.push({produced_++, std::move(*item)});
      changed_.notify_all();
    }
    const std::lock_guard lock(mutex_);
    all_produced_ = true;
    changed_.notify_all();
  }

  void work() {
    while (true) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return !waiting_.empty() || all_produced_ || stopped_; });
      if (stopped_ || waiting_.empty()) return;
      auto [number, item] = std::move(waiting_.front());
      waiting_.pop();
      lock.unlock();
      Out result = steps_.work(std::move(item));
      lock.lock();
      done_.emplace(number, std::move(result));
      changed_.notify_all();
    }
  }

  bool take_all() {
    for (std::size_t number = 0;; ++number) {
      std::unique_lock lock(mutex_);
      const auto is_ready = [&] { return done_.count(number) > 0 || (all_produced_ && number == produced_); };
      while (!is_ready()) {
        changed_.wait_for(lock, std::chrono::milliseconds(50));
        if (steps_.stop()) return give_up();
      }
      if (done_.count(number) == 0) return true;
      Out result = std::move(done_.extract(number).mapped());
      --on_their_way_;
      changed_.notify_all();
      lock.unlock();
      if (!steps_.take(std::move(result)) || steps_.stop()) {
        lock.lock();
        return give_up();
      }
    }
  }

  bool give_up() {
    stopped_ = true;
    changed_.notify_all();
    return false;
  }

  Steps steps_;
  const std::size_t limit_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::queue<std::pair<std::size_t, In>> waiting_;
  std::map<std::size_t, Out> done_;
  std::size_t produced_ = 0, on_their_way_ = 0;
  bool all_produced_ = false, stopped_ = false;
};

}  // namespace dragoman
