// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <vector>

#include "ledger/evidence.h"
#include "ledger/store.h"

namespace dragoman {

// Keeps events in step with the reports: everything derived depends on the set of stored reports alone, whatever their order. Works inside
// of a transaction; failures stay with the database.
class Linker {
 public:
  Linker(Database& database, FactsCache& cache) : database_(database), cache_(cache) {}
  // After store_reading has stored something.
  void link(const StoredReading& stored);

 private:
  using Part = std::vector<PlacedFacts>;
  std::set<std::int64_t> leave_components(std::int64_t reading);
  void retire(std::int64_t event, std::int64_t claim);
  std::vector<Part> changed_cells(const FactsPtr& report, const std::set<std::int64_t>& broken);
  void settle(const std::vector<Part>& parts);
  void drop_stale(const std::vector<std::vector<Cluster>>& clusters);
  void settle_cluster(const Cluster& cluster);
  bool is_settled(const Cluster& cluster);
  void place(const Cluster& cluster, const LinkedEvent& event, std::int64_t row);
  void resolve_others();
  std::set<std::int64_t> reports_that_lead_to_touched();

  Database& database_;
  FactsCache& cache_;
  std::set<std::int64_t> touched_;  // reports whose own facts, name or lineage are others now
  std::set<std::int64_t> settled_;  // events that are up to date
};

// All components, one after the other; `take` gets the claims of each.
template <typename Take>
void each_component(Database& database, FactsCache& cache, Take take) {
  std::vector<PlacedFacts> claims;
  std::int64_t component = -1;
  const auto flush = [&] {
    if (!claims.empty()) take(component, claims);
    claims.clear();
  };
  for (Rows rows =
           database.run("SELECT l.component, l.claim, d.report FROM t_event_claim l JOIN t_claim c ON c.id = l.claim JOIN t_reading d ON d.id = c.reading "
                        "ORDER BY l.component, l.claim");
       rows.next();) {
    if (rows.integer(0) != component) flush();
    component = rows.integer(0);
    const FactsPtr report = cache.of_report(rows.integer(2));
    if (!report) continue;
    for (std::size_t i = 0; i < report->rows.size(); ++i) {
      if (report->rows[i] == rows.integer(1)) claims.push_back({report, i});
    }
  }
  flush();
}

// Empties what is derived (not the ids that events had) and links all reports anew, in the order of their publication.
void link_all(Database& database, FactsCache& cache);

}  // namespace dragoman
