// SPDX-License-Identifier: Apache-2.0
// What was known at a moment. An event is made of the claims of its component and of the reports that these lead to. A component that no later claim has
// joined is clustered as it was; if no later report is in the evidence of its event, the event that is stored is that of then. So only what changed since is
// made anew: components that later claims joined, and events of others that a later report withdrew or that take from one of the same day. Example: as of
// yesterday, the stories that today's reports tell of. Cost: one look at the rows of all claims, and the clustering of what changed.
#include "ledger/as_of.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "ledger/cells.h"
#include "ledger/event_rows.h"
#include "ledger/moments.h"

namespace dragoman {
namespace {

using RowIds = std::set<std::int64_t>;

RowIds ids_in(Rows rows) {
  RowIds ids;
  while (rows.next()) ids.insert(rows.integer(0));
  return ids;
}

// Components with a claim that was known by then, and with one that was not.
RowIds components_with_known(Database& database, const Horizon& horizon) {
  return ids_in(database.run(
      "SELECT DISTINCT l.component FROM t_report r JOIN t_reading d ON d.report = r.id AND d.is_current = 1 JOIN t_claim c ON c.reading = d.id JOIN "
      "t_event_claim l ON l.claim = c.id WHERE r.known_from <= ?",
      horizon.end()));
}
RowIds components_with_later(Database& database, const Horizon& horizon) {
  return ids_in(database.run(
      "SELECT DISTINCT l.component FROM t_report r JOIN t_reading d ON d.report = r.id AND d.is_current = 1 JOIN t_claim c ON c.reading = d.id JOIN "
      "t_event_claim l ON l.claim = c.id WHERE r.known_from IS NULL OR r.known_from > ?",
      horizon.end()));
}

// Reports whose lineage leads to a later report, or that one withdraws, directly or over others: what evidence_reports finds, from its other end.
RowIds reports_with_later_evidence(Database& database, const Horizon& horizon) {
  RowIds found = ids_in(database.run(
      "SELECT iif(l.kind = 'retracts', l.to_report, l.from_report) FROM t_lineage l JOIN t_report f ON f.id = l.from_report JOIN t_report t ON t.id = "
      "l.to_report WHERE iif(l.kind = 'retracts', f.known_from, t.known_from) IS NULL OR iif(l.kind = 'retracts', f.known_from, t.known_from) > ?",
      horizon.end()));
  std::vector<std::int64_t> todo(found.begin(), found.end());
  while (!todo.empty()) {
    const std::int64_t report = todo.back();
    todo.pop_back();
    for (Rows rows = database.run("SELECT from_report FROM t_lineage WHERE to_report = ?1 AND kind <> 'retracts' UNION SELECT to_report FROM t_lineage WHERE "
                                  "from_report = ?1 AND kind = 'retracts' AND to_report IS NOT NULL",
                                  report);
         rows.next();) {
      if (found.insert(rows.integer(0)).second) todo.push_back(rows.integer(0));
    }
  }
  return found;
}

// The claims of a component that were known by then.
std::vector<PlacedFacts> claims_then(Database& database, FactsCache& cache, std::int64_t component, const Horizon& horizon) {
  std::vector<PlacedFacts> claims;
  for (Rows rows = database.run("SELECT l.claim FROM t_event_claim l JOIN t_claim c ON c.id = l.claim JOIN t_reading d ON d.id = c.reading JOIN t_report r ON "
                                "r.id = d.report WHERE l.component = ? AND r.known_from <= ? ORDER BY l.claim",
                                component, horizon.end());
       rows.next();) {
    if (const auto claim = placed_claim(cache, rows.integer(0))) claims.push_back(*claim);
  }
  return claims;
}

bool is_joined_later(Database& database, std::int64_t component, const Horizon& horizon) {
  return database
      .run(
          "SELECT 1 FROM t_event_claim l JOIN t_claim c ON c.id = l.claim JOIN t_reading d ON d.id = c.reading JOIN t_report r ON r.id = d.report WHERE "
          "l.component = ? AND (r.known_from IS NULL OR r.known_from > ?) LIMIT 1",
          component, horizon.end())
      .next();
}

class EventsThen {
 public:
  EventsThen(Database& database, FactsCache& cache, const EventFilter& filter, const Horizon& horizon)
      : database_(database), cache_(cache), filter_(filter), horizon_(horizon) {}

  std::vector<LinkedEvent> find() {
    const RowIds known = components_with_known(database_, horizon_), later = components_with_later(database_, horizon_);
    changed_reports_ = reports_with_later_evidence(database_, horizon_);
    RowIds unchanged, changed;
    std::set_difference(known.begin(), known.end(), later.begin(), later.end(), std::inserter(unchanged, unchanged.end()));
    std::set_intersection(known.begin(), known.end(), later.begin(), later.end(), std::inserter(changed, changed.end()));
    for (const std::int64_t component : unchanged) take_stored(component);
    for (const std::int64_t component : changed) cluster_anew(component);
    std::sort(events_.begin(), events_.end(), [](const LinkedEvent& a, const LinkedEvent& b) {
      return std::pair(order_of(a.first_published), a.id) < std::pair(order_of(b.first_published), b.id);
    });
    if (filter_.limit > 0 && events_.size() > filter_.limit) events_.resize(filter_.limit);
    return std::move(events_);
  }

 private:
  void take_stored(std::int64_t component) {
    for (const std::int64_t row : ids_in(database_.run("SELECT event FROM t_event_claim WHERE component = ? AND event IS NOT NULL", component))) {
      if (has_later_evidence(row)) {
        add(resolve(database_, cache_, stored_cluster(database_, cache_, row), horizon_));
        continue;
      }
      Rows rows = database_.run("SELECT detail FROM t_event WHERE id = ?", row);
      std::optional<LinkedEvent> event = rows.next() ? event_of_bytes(database_, rows.view(0)) : std::nullopt;
      if (!event) continue;
      event->as_of = horizon_.as_of();
      add(std::move(*event));
    }
  }

  bool has_later_evidence(std::int64_t event) {
    if (changed_reports_.empty()) return false;
    for (Rows rows = database_.run(
             "SELECT DISTINCT d.report FROM t_event_claim l JOIN t_claim c ON c.id = l.claim JOIN t_reading d ON d.id = c.reading WHERE l.event = ?", event);
         rows.next();) {
      if (changed_reports_.count(rows.integer(0)) > 0) return true;
    }
    return false;
  }

  void cluster_anew(std::int64_t component) {
    for (const Cluster& cluster : clusters_then(database_, cache_, component, horizon_)) add(resolve(database_, cache_, cluster, horizon_));
  }

  void add(LinkedEvent event) {
    if (passes(filter_, event)) events_.push_back(std::move(event));
  }

  Database& database_;
  FactsCache& cache_;
  const EventFilter& filter_;
  const Horizon& horizon_;
  RowIds changed_reports_;
  std::vector<LinkedEvent> events_;
};

}  // namespace

std::vector<Cluster> clusters_then(Database& database, FactsCache& cache, std::int64_t component, const Horizon& horizon) {
  std::vector<Cluster> clusters;
  for (const std::vector<PlacedFacts>& part : cells_of(claims_then(database, cache, component, horizon))) {
    for (Cluster& cluster : clusters_of(database, part)) clusters.push_back(std::move(cluster));
  }
  return clusters;
}

std::vector<LinkedEvent> events_then(Database& database, FactsCache& cache, const EventFilter& filter, const Horizon& horizon) {
  return EventsThen(database, cache, filter, horizon).find();
}

std::optional<Cluster> cluster_then(Database& database, FactsCache& cache, const std::string& current, const std::string& asked, const Horizon& horizon) {
  Rows rows = database.run("SELECT l.component, e.id FROM t_event e JOIN t_event_claim l ON l.event = e.id WHERE e.event_id = ? LIMIT 1", current);
  if (!rows.next()) return std::nullopt;
  const std::int64_t component = rows.integer(0);
  Cluster now = stored_cluster(database, cache, rows.integer(1));
  if (horizon.is_open() || !is_joined_later(database, component, horizon)) return now;
  std::vector<Cluster> clusters = clusters_then(database, cache, component, horizon);
  for (Cluster& cluster : clusters) {
    if (cluster.event_id == asked) return std::move(cluster);
  }
  for (const PlacedFacts& claim : now.claims) {
    for (Cluster& cluster : clusters) {
      const bool has_it = std::any_of(cluster.claims.begin(), cluster.claims.end(), [&](const PlacedFacts& one) { return one.row() == claim.row(); });
      if (has_it) return std::move(cluster);
    }
  }
  return std::nullopt;
}

}  // namespace dragoman
