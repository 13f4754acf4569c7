// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace dragoman {

// Bytes of the number at the beginning of `text` that is one word: 5,000; .04; 7:30; 11/28/2000; 2025-05-14; 713-555-0101; +44. 0 for none.
// "5-10" and "3/4" are not: 1 for both.
std::size_t number_length(std::string_view text);
bool is_ordinal_ending(std::string_view letters);  // st, nd, rd, th, s

}  // namespace dragoman
