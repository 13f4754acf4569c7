// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

namespace dragoman {

// Heads of the highest-scoring tree with exactly one root. `arcs` is [words][words + 1]: column 0 is the root, column h is word
// h - 1 (its own column is ignored). A head is a word's index, -1 at the root.
std::vector<int> best_single_root_tree(std::span<const float> arcs, int words);

}  // namespace dragoman
