// SPDX-License-Identifier: Apache-2.0
#include "encoder/dot.h"

#include <cstring>

namespace dragoman {
namespace {

using Lanes [[gnu::vector_size(8 * sizeof(float))]] = float;
constexpr std::size_t kLanes = 8, kStep = 4 * kLanes;

[[gnu::always_inline]] inline void add_products(Lanes& sums, const float* a, const float* b) {
  Lanes first, second;
  std::memcpy(&first, a, sizeof(Lanes));
  std::memcpy(&second, b, sizeof(Lanes));
  sums += first * second;
}

// Many sums side by side, so that none waits for the one before it; how they are added up at the end is fixed, whatever the registers' width.
[[gnu::always_inline]] inline float sum_of_products(const float* a, const float* b, std::size_t size) {
  Lanes first{}, second{}, third{}, fourth{};
  std::size_t i = 0;
  for (; i + kStep <= size; i += kStep) {
    add_products(first, a + i, b + i);
    add_products(second, a + i + kLanes, b + i + kLanes);
    add_products(third, a + i + 2 * kLanes, b + i + 2 * kLanes);
    add_products(fourth, a + i + 3 * kLanes, b + i + 3 * kLanes);
  }
  const Lanes all = (first + second) + (third + fourth);
  float sum = ((all[0] + all[4]) + (all[2] + all[6])) + ((all[1] + all[5]) + (all[3] + all[7]));
  for (; i < size; ++i) sum += a[i] * b[i];
  return sum;
}

float plain_dot(const float* a, const float* b, std::size_t size) { return sum_of_products(a, b, size); }

// The same bits from wider registers, where the machine has them (no fused multiply-add among them).
#if defined(__x86_64__)
[[gnu::target("avx2")]] float wide_dot(const float* a, const float* b, std::size_t size) { return sum_of_products(a, b, size); }
bool is_wide() { return __builtin_cpu_supports("avx2") != 0; }
#else
constexpr auto wide_dot = plain_dot;
bool is_wide() { return false; }
#endif

}  // namespace

Dot best_dot() {
  static const Dot best = is_wide() ? wide_dot : plain_dot;
  return best;
}

}  // namespace dragoman
