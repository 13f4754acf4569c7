// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace dragoman {

// Where a series of counts took another rate.
struct ChangePoint {
  std::size_t at = 0;                // the first count of the new rate
  std::size_t before = 0;            // the first count of the stretch before it
  std::size_t end = 0;               // one past the last count of the new rate
  double probability = 0;            // that the change was at `at` or one beside it, as known at the end of its stretch
  double rate_before = 0, rate = 0;  // means of the two stretches
};

// In the order of time; only those that are likelier than not. Counts are not negative.
std::vector<ChangePoint> change_points(std::span<const int> counts);

}  // namespace dragoman
