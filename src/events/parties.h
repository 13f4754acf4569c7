// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "dragoman/event.h"
#include "events/facts.h"

namespace dragoman {

struct VotedParty {
  std::string key;  // PartyFacts::key; empty for people whom nobody names
  EventParty party;
};

// Who did what to whom, by the vote of the reports: a report has one vote however many of its claims tell of the event.
struct Parties {
  std::vector<VotedParty> actors, recipients;
};
Parties parties_of(std::span<const ClaimFacts* const> claims);

struct When {
  std::string begin_date, end_date, precision;
};
EventType type_of(std::span<const ClaimFacts* const> claims);
std::string mode_of(std::span<const ClaimFacts* const> claims, EventType type);
std::optional<Place> place_of(std::span<const ClaimFacts* const> claims);
When when_of(std::span<const ClaimFacts* const> claims);

}  // namespace dragoman
