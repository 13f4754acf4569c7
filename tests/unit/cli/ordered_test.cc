// SPDX-License-Identifier: Apache-2.0
#include "cli/ordered.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>

namespace dragoman {
namespace {

using Work = OrderedWork<int, int>;

TEST(OrderedWork, KeepsTheOrderOfInputs) {
  int next = 0;
  std::vector<int> taken;
  const bool ended = Work::run(4, {[&]() -> std::optional<int> { return next < 200 ? std::optional(next++) : std::nullopt; },
                                   [](int&& n) {
                                     std::this_thread::sleep_for(std::chrono::microseconds(n % 7 * 100));
                                     return n * n;
                                   },
                                   [&](int&& n) {
                                     taken.push_back(n);
                                     return true;
                                   },
                                   [] { return false; }});
  EXPECT_TRUE(ended);
  ASSERT_EQ(taken.size(), 200u);
  for (int i = 0; i < 200; ++i) EXPECT_EQ(taken[static_cast<std::size_t>(i)], i * i);
}

TEST(OrderedWork, AnEmptyStreamEnds) {
  EXPECT_TRUE(Work::run(2, {[]() -> std::optional<int> { return std::nullopt; }, [](int&& n) { return n; }, [](int&&) { return true; }, [] { return false; }}));
}

TEST(OrderedWork, ASlowItemHoldsBackOnlyAFewOthers) {
  std::atomic<int> produced{0};
  int most = 0, taken = 0;
  Work::run(2, {[&]() -> std::optional<int> { return produced < 100 ? std::optional(produced++) : std::nullopt; },
                [](int&& n) {
                  if (n == 0) std::this_thread::sleep_for(std::chrono::milliseconds(50));
                  return n;
                },
                [&](int&&) {
                  most = std::max(most, produced - taken++);
                  return true;
                },
                [] { return false; }});
  EXPECT_EQ(taken, 100);
  EXPECT_LE(most, 10);  // eight on their way, one in hand, one being taken
}

}  // namespace
}  // namespace dragoman
