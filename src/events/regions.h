// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace dragoman {

// "a Western diplomat" is no Qatari: whether somebody of this description may be of the state (alpha-3). True where it names no region.
bool may_be_of_state(std::string_view description, std::string_view code);
// Whether one person may be both "a Western diplomat" and "a Gulf official".
bool may_be_of_one_region(std::string_view a, std::string_view b);

}  // namespace dragoman
