// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "claims/events.h"

namespace dragoman {

// Takes out of a sentence's events, those from `first` on, what a crowd demands ("blocked the road to press the government to pay"): whom it asks is whom
// it protests against. Gives those taken out.
std::vector<EventAt> join_demands(const Tree& tree, std::vector<EventAt>& events, std::size_t first);

// Force whose target is told by the other clause of its sentence: "threw stones at the police, who fired tear gas". Not: "met the officers, who fired in
// the air".
void add_those_who_began(std::vector<EventAt>& events, std::size_t first);

}  // namespace dragoman
