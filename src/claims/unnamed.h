// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "claims/events.h"
#include "claims/participants.h"
#include "claims/rules.h"

namespace dragoman {

// Whoever answers for a deed of nobody else's is asked whether it was his: "The army confirmed the strike", "the rebels denied any role in the raid",
// "the police denied that rubber bullets had been used". Not: "A hospital confirmed the strike".
std::vector<ParticipantAt> answerers_of(const ParsedReport& report, const EntityTable& entities, const Rules& rules, const EventAt& event);

// Is this an event although its words name nobody? "The ministry said that an investigation had been opened": the model is sure of it, or somebody who
// counts in politics tells it and the model sees it. Not: "The museum said that an investigation had been opened".
bool stands_unnamed(const ParsedReport& report, const EntityTable& entities, const Rules& rules, const EventAt& event);

}  // namespace dragoman
