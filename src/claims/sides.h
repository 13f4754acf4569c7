// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "claims/events.h"
#include "claims/rules.h"
#include "dragoman/claim.h"

namespace dragoman {

// The town in which people protest, the road, border or district that is closed take part as locations: nobody is the recipient there. Weapons that
// nobody is said to own are instruments, and so are the forces and envoys whom a state moves; where nobody moves them they act. `claim` has the participants of
// `event`, in the same order.
void settle_sides(const ParsedReport& report, const EntityTable& entities, const Rules& rules, const EventAt& event, Claim& claim);

}  // namespace dragoman
