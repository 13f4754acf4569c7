// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "syntax/tree.h"

namespace dragoman {

// The last word of a match of lemmas[at..] from `word` on, where `...` stands for up to four words between; -1 without a match.
int match_words(const Tree& tree, const std::vector<std::string>& lemmas, int word, std::size_t at = 0);

}  // namespace dragoman
