// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "claims/events.h"

namespace dragoman {

// "attacked the post, killing two", "two were killed when gunmen attacked the post", "were killed in the attack": who was killed is what the attack did,
// no second event. Of each such pair among the events of one sentence, those from `first` on, one goes and the other takes its parties. Not: "Israel
// struck Tyre, and Hezbollah's rockets wounded two", whose actors differ. Returns those that went.
std::vector<EventAt> join_results(const Tree& tree, std::vector<EventAt>& events, std::size_t first);

}  // namespace dragoman
