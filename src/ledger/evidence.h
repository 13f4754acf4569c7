// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "dragoman/event.h"
#include "ledger/blocks.h"

namespace dragoman {

// What is known, and when: everything, or what was published by the last second of `as_of`.
class Horizon {
 public:
  Horizon() = default;
  // None for what is no time.
  static std::optional<Horizon> of(std::string_view as_of);
  bool is_open() const { return end_.empty(); }
  bool holds(const StoredFacts& report) const { return end_.empty() || (!report.known_from.empty() && report.known_from <= end_); }
  const std::string& as_of() const { return as_of_; }
  const std::string& end() const { return end_; }

 private:
  std::string as_of_, end_;
};

// Claims of one event, in order.
struct Cluster {
  std::vector<PlacedFacts> claims;  // by publication, claim id, report id
  std::string event_id;
};

// Clusters of a cell, and their event ids: of the earliest claim. Where copies of one text are of several events, the later ones get ids
// that are also made from their reports'.
std::vector<Cluster> clusters_of(Database& database, const std::vector<PlacedFacts>& component);

// The claims of an event as they are stored.
Cluster stored_cluster(Database& database, FactsCache& cache, std::int64_t event);

// The reports that carry these claims, where their lineage leads, and who retracts any of them.
std::set<std::int64_t> evidence_reports(Database& database, const Cluster& cluster);

// `without`: id of an origin that is left out with all that rests on it; the event has no claims if nothing else is left.
LinkedEvent resolve(Database& database, FactsCache& cache, const Cluster& cluster, const Horizon& horizon, std::string_view without = {});

}  // namespace dragoman
