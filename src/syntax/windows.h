// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace dragoman {

// Where a sentence is cut when it is longer than the model: ends of its windows, the last being the number of words. Each
// window has at most `limit` pieces (a word alone may have more). Cuts fall after punctuation, the stronger the better, in the
// second half of what fits; where there is none, as late as possible. `pieces[i]` is word i's number of pieces.
std::vector<std::size_t> window_ends(std::span<const std::string_view> words, std::span<const std::size_t> pieces, std::size_t limit);

}  // namespace dragoman
