// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "claims/events.h"
#include "dragoman/claim.h"

namespace dragoman {

// DESIGN section 3: people described without nationality are of the state where it is said to have happened: the event's place, else the one
// country in which the sentence's places are, else the one that the report is set in. So are officials, troops, bodies, parties and unions, but
// not unknown gunmen, those whom data/kb knows, who is foreign by his description, or the forces that a state's own forces fight.
// `claim` has the participants of `event`, in the same order; fills codes that are empty.
void give_countries(const ParsedReport& report, const EntityTable& entities, const EventAt& event, Claim& claim);

// "Estonian officials said Russian hackers had broken into the ministry's computers": in another state's word, whom a state hit is that other state's where
// only a guess made him the actor's. Needs the claim's chains.
void give_accusers_country(const EntityTable& entities, const EventAt& event, Claim& claim);

}  // namespace dragoman
