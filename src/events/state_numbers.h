// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace dragoman {

// The number that the Correlates of War project gives a state, by its code; of territories and organisations there is none.
struct StateNumber {
  std::string_view code;
  int number = 0;
};
// By code; made of data/kb/states.tsv when the project is built.
std::span<const StateNumber> state_numbers();
// 0: none.
int state_number_of(std::string_view code);

}  // namespace dragoman
