// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "claims/events.h"
#include "claims/learned.h"

namespace dragoman {

// Which of the rows that name a word are asked, before or after the model's type, and what their conditions find.

// Rows with conditions, of a type that the model does not rule out where it is sure that there is an event.
std::vector<const Frame*> likely_with_conditions(std::span<const Frame* const> frames, const LearnedType& learned);

// Rows that say of two places or more which words stand there ("hand", a note, of protest).
std::vector<const Frame*> spelled_out(std::span<const Frame* const> frames);

// Do all conditions of a row hold? `used` takes the words that they name.
bool holds(const ParsedReport& report, const EntityTable& entities, const EventAt& event, const Frame& frame, std::vector<int>& used);

// Whether two sentences at least speak of computers, one of them of breaking into them. Linear in the report.
bool tells_of_hacking(const ParsedReport& report);

// "The same group attacked two ministries", which in a report that tells of hacking is a break-in. Not: "gunmen attacked the ministry with grenades".
bool may_be_of_hackers(const Tree& tree, const Rules& rules, const EventAt& event);

}  // namespace dragoman
