// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "claims/events.h"
#include "claims/rules.h"

namespace dragoman {

// Adds those who mediated or hosted to meetings and agreements, and takes them off the actors: "talks mediated by Qatar", "with the UAE
// mediating", "with mediation from Oman", "Omani-brokered talks", "Qatar hosted talks", "talks under Norwegian auspices". A third
// party is looked for in the event's sentence only; it is never a recipient.
void add_third_parties(const ParsedReport& report, const EntityTable& entities, const Rules& rules, EventSet& events);

}  // namespace dragoman
