// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "claims/events.h"
#include "dragoman/claim.h"
#include "kb/kb.h"

namespace dragoman {

// Where an event is said to have happened: a place named in its own clause ("held in Baku"). None where the clause names none.
std::optional<Place> place_of(const ParsedReport& report, const EntityTable& entities, const KnowledgeBase& kb, const EventAt& event);

// When: the time expression of the event's own clause; a range's two expressions become one. Never the time of the saying.
std::optional<TimeExpression> time_of(const ParsedReport& report, const std::vector<TimeExpression>& times, const EventAt& event);

// The time of what is still to come where its words name but a weekday or a month, which by themselves are taken for the last one: "urged them to
// meet on Friday", "will vote in June". `published` is the day from which that is seen.
TimeExpression next_of_name(TimeExpression time, std::string_view published);

}  // namespace dragoman
