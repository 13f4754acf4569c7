// SPDX-License-Identifier: Apache-2.0
// Which claims are of one event, kept up to date one report at a time. Claims that share a block and may link are neighbours; what hangs
// together by neighbours is clustered as a whole, so that the order in which its claims came is not in the result. One more report costs its
// own neighbours, the clustering of the cells (cells.h) that it joins, and the events whose evidence is another now: not the size of the ledger.
#include "ledger/linking.h"

#include <algorithm>
#include <map>

#include "ledger/cells.h"
#include "ledger/event_rows.h"
#include "ledger/lineage_rows.h"

namespace dragoman {
namespace {

std::set<std::int64_t> rows_of(const std::vector<PlacedFacts>& claims) {
  std::set<std::int64_t> rows;
  for (const PlacedFacts& claim : claims) rows.insert(claim.row());
  return rows;
}

// Claims of the same id in other reports, copies of its text: whose event bears the id depends on all of them.
std::map<std::int64_t, std::int64_t> namesakes_of(Database& database, const FactsPtr& report) {
  std::map<std::int64_t, std::int64_t> components;  // by claim
  for (const ClaimFacts& claim : report->facts.claims) {
    for (Rows rows = database.run("SELECT l.claim, l.component FROM t_claim c JOIN t_event_claim l ON l.claim = c.id WHERE c.claim_id = ?", claim.id);
         rows.next();) {
      components.emplace(rows.integer(0), rows.integer(1));
    }
  }
  return components;
}

}  // namespace

void link_all(Database& database, FactsCache& cache) {
  for (const char* const table : {"t_part", "t_event_claim", "t_event_party", "t_origin", "t_event", "t_lineage", "t_block", "t_band", "t_citation"}) {
    database.execute(std::string("DELETE FROM ") + table);
  }
  cache.forget_all();
  std::vector<StoredReading> readings;
  for (Rows rows = database.run("SELECT d.report, d.id FROM t_report r JOIN t_reading d ON d.report = r.id AND d.is_current = 1 ORDER BY r.at, r.name");
       rows.next();) {
    StoredReading& reading = readings.emplace_back();
    reading.report = rows.integer(0);
    reading.reading = rows.integer(1);
  }
  for (StoredReading& reading : readings) {
    const std::optional<ReadReport> report = load_reading(database, reading.reading);
    if (!report) return;
    reading.facts = facts_of(*report);
    Linker(database, cache).link(reading);
    reading.facts = {};
    if (database.failed()) return;
  }
}

void Linker::link(const StoredReading& stored) {
  std::set<std::int64_t> broken;
  if (stored.former_reading != 0) {
    broken = leave_components(stored.former_reading);
    if (const FactsPtr former = cache_.of_former(stored.former_reading)) unindex_report(database_, *former, former->facts.id);
  }
  touched_ = {stored.report};
  for (const RenamedReport& renamed : stored.renamed) {
    touched_.insert(renamed.report);
    cache_.forget(renamed.report);
    if (const FactsPtr report = cache_.of_report(renamed.report)) {
      for (const auto& [claim, component] : namesakes_of(database_, report)) broken.insert(component);
      unindex_report(database_, *report, renamed.former_name);
      index_report(database_, *report);
    }
  }
  cache_.put(stored.report, stored.facts);
  const FactsPtr report = cache_.of_report(stored.report);
  if (!report) return;
  index_report(database_, *report);
  for (const std::int64_t one : std::set<std::int64_t>(touched_)) {
    if (const FactsPtr facts = cache_.of_report(one)) touched_.merge(update_lineage(database_, cache_, *facts));
  }
  settle(changed_cells(report, broken));
  resolve_others();
  database_.run("UPDATE t_reading SET is_linked = 1 WHERE id = ?", stored.reading).done();
}

// Takes the claims of a reading that is not current any more out of their components, which may fall apart. Events that keep none go, and
// leave their id as an alias.
std::set<std::int64_t> Linker::leave_components(std::int64_t reading) {
  std::set<std::int64_t> components;
  std::map<std::int64_t, std::int64_t> events;  // with the claim that they had
  for (Rows rows = database_.run("SELECT l.component, l.event, c.id FROM t_event_claim l JOIN t_claim c ON c.id = l.claim WHERE c.reading = ?", reading);
       rows.next();) {
    components.insert(rows.integer(0));
    if (!rows.is_null(1)) events.emplace(rows.integer(1), rows.integer(2));
  }
  database_.run("DELETE FROM t_part WHERE claim IN (SELECT id FROM t_claim WHERE reading = ?)", reading).done();
  database_.run("DELETE FROM t_event_claim WHERE claim IN (SELECT id FROM t_claim WHERE reading = ?)", reading).done();
  for (const auto& [event, claim] : events) {
    if (Rows left = database_.run("SELECT 1 FROM t_event_claim WHERE event = ?", event); !left.next()) retire(event, claim);
  }
  return components;
}

void Linker::retire(std::int64_t event, std::int64_t claim) {
  database_.run("INSERT INTO t_event_alias SELECT event_id, ? FROM t_event WHERE id = ? ON CONFLICT (alias) DO UPDATE SET claim = excluded.claim", claim, event)
      .done();
  database_.run("UPDATE t_event_claim SET event = NULL WHERE event = ?", event).done();
  delete_event(database_, event);
}

// Puts the claims of a report to those that they have to do with, and gives all cells that are others now, or whose ids may be.
std::vector<Linker::Part> Linker::changed_cells(const FactsPtr& report, const std::set<std::int64_t>& broken) {
  Cells cells(database_, cache_);
  cells.rebuild(broken);
  for (const PlacedFacts& claim : event_claims_of(report)) cells.attach(claim, neighbours_of(database_, cache_, claim));
  for (const auto& [claim, component] : namesakes_of(database_, report)) cells.touch(claim);
  return cells.take();
}

void Linker::settle(const std::vector<Part>& parts) {
  std::vector<std::vector<Cluster>> clusters;
  for (const Part& part : parts) clusters.push_back(clusters_of(database_, part));
  std::set<std::string> settled;  // before any claim moves
  for (const std::vector<Cluster>& part : clusters) {
    for (const Cluster& cluster : part) {
      if (is_settled(cluster)) settled.insert(cluster.event_id);
    }
  }
  drop_stale(clusters);
  for (const std::vector<Cluster>& part : clusters) {
    for (const Cluster& cluster : part) {
      if (settled.count(cluster.event_id) == 0) settle_cluster(cluster);
    }
  }
}

// Events whose id none of the clusters has any more go, and leave their id as an alias.
void Linker::drop_stale(const std::vector<std::vector<Cluster>>& clusters) {
  std::set<std::string> ids;
  std::set<std::int64_t> rows;
  for (const std::vector<Cluster>& part : clusters) {
    for (const Cluster& cluster : part) {
      ids.insert(cluster.event_id);
      rows.merge(rows_of(cluster.claims));
    }
  }
  std::map<std::int64_t, std::int64_t> stale;  // with one of their claims
  for (const std::int64_t row : rows) {
    Rows event = database_.run("SELECT e.id, e.event_id FROM t_event_claim l JOIN t_event e ON e.id = l.event WHERE l.claim = ?", row);
    if (event.next() && ids.count(event.text(1)) == 0) stale.emplace(event.integer(0), row);
  }
  for (const auto& [event, claim] : stale) retire(event, claim);
}

bool Linker::is_settled(const Cluster& cluster) {
  std::set<std::int64_t> members;
  for (Rows rows = database_.run("SELECT l.claim FROM t_event e JOIN t_event_claim l ON l.event = e.id WHERE e.event_id = ?", cluster.event_id); rows.next();) {
    members.insert(rows.integer(0));
  }
  if (members != rows_of(cluster.claims)) return false;
  const std::set<std::int64_t> reports = evidence_reports(database_, cluster);
  return std::none_of(reports.begin(), reports.end(), [&](std::int64_t report) { return touched_.count(report) > 0; });
}

void Linker::settle_cluster(const Cluster& cluster) {
  const LinkedEvent event = resolve(database_, cache_, cluster, Horizon());
  if (database_.failed()) return;
  const std::int64_t row = store_event(database_, event);
  settled_.insert(row);
  place(cluster, event, row);
}

void Linker::place(const Cluster& cluster, const LinkedEvent& event, std::int64_t row) {
  std::map<std::pair<std::string, std::string>, std::string> origin_of;
  for (const ClaimRef& ref : event.claims) origin_of[{ref.report, ref.claim}] = ref.origin;
  for (const PlacedFacts& claim : cluster.claims) {
    const std::string& origin = origin_of[{claim.facts().report, claim.facts().id}];
    database_
        .run("UPDATE t_event_claim SET event = ?1, origin = ?2 WHERE claim = ?3 AND (event, origin) IS NOT (?1, ?2)", row,
             origin.empty() ? std::nullopt : std::optional<std::string_view>(origin), claim.row())
        .done();
  }
}

std::set<std::int64_t> Linker::reports_that_lead_to_touched() {
  std::set<std::int64_t> reports = touched_;
  std::vector<std::int64_t> todo(touched_.begin(), touched_.end());
  while (!todo.empty()) {
    const std::int64_t report = todo.back();
    todo.pop_back();
    for (Rows rows = database_.run("SELECT from_report FROM t_lineage WHERE to_report = ?", report); rows.next();) {
      if (reports.insert(rows.integer(0)).second) todo.push_back(rows.integer(0));
    }
  }
  return reports;
}

// Events of other components whose evidence is another now: the same claims, but where they come from changed.
void Linker::resolve_others() {
  std::set<std::int64_t> events;
  for (const std::int64_t report : reports_that_lead_to_touched()) {
    for (Rows rows = database_.run("SELECT DISTINCT l.event FROM t_reading d JOIN t_claim c ON c.reading = d.id JOIN t_event_claim l ON l.claim = c.id WHERE "
                                   "d.report = ? AND d.is_current = 1 AND l.event IS NOT NULL",
                                   report);
         rows.next();) {
      if (settled_.count(rows.integer(0)) == 0) events.insert(rows.integer(0));
    }
  }
  for (const std::int64_t event : events) {
    const Cluster cluster = stored_cluster(database_, cache_, event);
    if (!cluster.claims.empty()) settle_cluster(cluster);
  }
}

}  // namespace dragoman
