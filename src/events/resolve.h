// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "dragoman/event.h"
#include "events/facts.h"
#include "events/lineage.h"

namespace dragoman {

// All that is known about one event at a moment. The caller has left out what was published later.
struct EventEvidence {
  std::vector<const ClaimFacts*> claims;      // of one cluster, by (published, id)
  std::vector<const ClaimFacts*> statements;  // of the same reports, which link to one of `claims`: denials, confirmations, retractions
  std::vector<const ReportFacts*> reports;    // that carry `claims`, and what their lineage leads to
  std::vector<LineageEdge> lineage;           // out of these reports; retractions of them too
  std::string as_of;
  std::string without;  // id of an origin: what rests on it is left out
};

// With `without`, the rules work on what is left; the event keeps its id, and has no claims if nothing is left.
// Parties, time and place by vote, origins by the counting rules and status by the rules of docs/ledger.md. Pure.
LinkedEvent resolve_event(const EventEvidence& evidence);

}  // namespace dragoman
