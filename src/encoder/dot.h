// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace dragoman {

// The sum of the products of `size` pairs of numbers.
using Dot = float (*)(const float*, const float*, std::size_t size);

// The fastest on this machine; all give the same bits.
Dot best_dot();

}  // namespace dragoman
