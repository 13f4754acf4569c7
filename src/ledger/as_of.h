// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dragoman/ledger.h"
#include "ledger/evidence.h"

namespace dragoman {

// Events as they stood at a moment, which a filter lets pass, by first publication, then id.
std::vector<LinkedEvent> events_then(Database& database, FactsCache& cache, const EventFilter& filter, const Horizon& horizon);

// The clusters of a component's claims that were known at a moment (the horizon is not open).
std::vector<Cluster> clusters_then(Database& database, FactsCache& cache, std::int64_t component, const Horizon& horizon);

// The claims that were of one event at a moment: of that which has the id `asked`; else those with which the earliest claim of the event that
// has the id `current` now was.
std::optional<Cluster> cluster_then(Database& database, FactsCache& cache, const std::string& current, const std::string& asked, const Horizon& horizon);

}  // namespace dragoman
