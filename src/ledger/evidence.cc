// SPDX-License-Identifier: Apache-2.0
#include "ledger/evidence.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/ids.h"
#include "events/link.h"
#include "events/resolve.h"
#include "ledger/lineage_rows.h"
#include "ledger/moments.h"

namespace dragoman {
namespace {

bool earlier(const PlacedFacts& a, const PlacedFacts& b) {
  const ClaimFacts &x = a.facts(), &y = b.facts();
  return std::tie(x.published, x.id, x.report) < std::tie(y.published, y.id, y.report);
}

// Whether another report has a claim of this id earlier: a copy of its text.
bool is_copied(Database& database, const PlacedFacts& claim) {
  const ClaimFacts& facts = claim.facts();
  for (Rows rows = database.run("SELECT r.published, r.name FROM t_claim c JOIN t_reading d ON d.id = c.reading JOIN t_report r ON r.id = d.report WHERE "
                                "c.claim_id = ? AND d.is_current = 1 AND r.id <> ?",
                                facts.id, claim.report->report);
       rows.next();) {
    if (std::pair(order_of(rows.view(0)), rows.text(1)) < std::pair(facts.published, facts.report)) return true;
  }
  return false;
}

std::string event_id_of(Database& database, const PlacedFacts& first) {
  const std::string& id = first.facts().id;
  return is_copied(database, first) ? make_id("E-", id + "\n" + first.facts().report) : "E-" + id.substr(2);
}

bool links_to(const ClaimFacts& statement, const std::vector<std::string>& claims) {
  return std::any_of(statement.links.begin(), statement.links.end(),
                     [&](const Link& link) { return std::find(claims.begin(), claims.end(), link.claim) != claims.end(); });
}

// Gathers what resolve_event asks for, and keeps it alive.
class Gathering {
 public:
  Gathering(Database& database, FactsCache& cache, const Cluster& cluster, const Horizon& horizon)
      : database_(database), cache_(cache), cluster_(cluster), horizon_(horizon) {}

  LinkedEvent resolve(std::string_view without) {
    evidence_.as_of = horizon_.as_of();
    evidence_.without = without;
    for (const std::int64_t row : evidence_reports(database_, cluster_)) {
      const FactsPtr report = cache_.of_report(row);
      if (report && horizon_.holds(*report)) held_.emplace(report->facts.id, report);
    }
    for (const auto& [name, report] : held_) {
      evidence_.reports.push_back(&report->facts);
      add_edges(*report);
    }
    std::sort(evidence_.reports.begin(), evidence_.reports.end(),
              [](const ReportFacts* a, const ReportFacts* b) { return std::tie(a->published, a->id) < std::tie(b->published, b->id); });
    add_claims();
    LinkedEvent event = resolve_event(evidence_);
    event.id = cluster_.event_id;
    event.as_of = horizon_.as_of();
    give_times_as_sent(event);
    return event;
  }

 private:
  // An edge to a report that was not known yet leads to its outlet only.
  void add_edges(const StoredFacts& report) {
    for (LineageEdge& edge : edges_from(database_, report.report)) {
      const bool is_elsewhere = !edge.to_report.empty() && held_.count(edge.to_report) == 0;
      if (is_elsewhere && edge.kind == LineageKind::retracts) continue;
      if (is_elsewhere) edge.to_report.clear();
      if (!edge.to_report.empty() || !edge.to_outlet.empty()) evidence_.lineage.push_back(std::move(edge));
    }
  }

  void add_claims() {
    std::map<std::string, std::pair<FactsPtr, std::vector<std::string>>> carriers;
    for (const PlacedFacts& claim : cluster_.claims) {
      evidence_.claims.push_back(&claim.facts());
      auto& carrier = carriers[claim.report->facts.id];
      carrier.first = claim.report;
      carrier.second.push_back(claim.facts().id);
    }
    for (const auto& [name, carrier] : carriers) {
      for (const ClaimFacts& claim : carrier.first->facts.claims) {
        if (claim.kind == ClaimKind::statement && links_to(claim, carrier.second)) evidence_.statements.push_back(&claim);
      }
    }
  }

  // Reports are compared in one form of time and shown in the form that they came with.
  void give_times_as_sent(LinkedEvent& event) const {
    const auto sent = [&](const std::string& report, std::string& published) {
      if (const auto found = held_.find(report); found != held_.end() && !published.empty()) published = found->second->published;
    };
    for (Origin& origin : event.roots) sent(origin.report, origin.published);
    if (event.first_reported.report && event.first_reported.published) sent(*event.first_reported.report, *event.first_reported.published);
    for (std::string* const time : {&event.first_published, &event.last_published}) {
      const auto found = std::find_if(held_.begin(), held_.end(), [&](const auto& held) { return held.second->facts.published == *time; });
      if (found != held_.end()) *time = found->second->published;
    }
  }

  Database& database_;
  FactsCache& cache_;
  const Cluster& cluster_;
  const Horizon& horizon_;
  std::map<std::string, FactsPtr> held_;  // by id
  EventEvidence evidence_;
};

}  // namespace

std::optional<Horizon> Horizon::of(std::string_view as_of) {
  Horizon horizon;
  if (as_of.empty()) return horizon;
  const auto moment = moment_of(as_of);
  if (!moment) return std::nullopt;
  horizon.as_of_ = as_of;
  horizon.end_ = moment->end;
  return horizon;
}

std::vector<Cluster> clusters_of(Database& database, const std::vector<PlacedFacts>& component) {
  std::vector<PlacedFacts> claims = component;
  std::sort(claims.begin(), claims.end(), earlier);
  std::vector<const ClaimFacts*> facts;
  for (const PlacedFacts& claim : claims) facts.push_back(&claim.facts());
  std::vector<Cluster> clusters;
  for (const std::vector<std::size_t>& members : cluster_claims(facts)) {
    if (members.empty()) continue;
    Cluster& cluster = clusters.emplace_back();
    for (const std::size_t member : members) cluster.claims.push_back(claims[member]);
    std::sort(cluster.claims.begin(), cluster.claims.end(), earlier);
    cluster.event_id = event_id_of(database, cluster.claims.front());
  }
  return clusters;
}

Cluster stored_cluster(Database& database, FactsCache& cache, std::int64_t event) {
  Cluster cluster;
  for (Rows rows = database.run("SELECT l.claim, e.event_id FROM t_event_claim l JOIN t_event e ON e.id = l.event WHERE l.event = ?", event); rows.next();) {
    cluster.event_id = rows.text(1);
    if (const auto claim = placed_claim(cache, rows.integer(0))) cluster.claims.push_back(*claim);
  }
  std::sort(cluster.claims.begin(), cluster.claims.end(), earlier);
  return cluster;
}

std::set<std::int64_t> evidence_reports(Database& database, const Cluster& cluster) {
  std::set<std::int64_t> reports;
  std::vector<std::int64_t> todo;
  const auto add = [&](std::int64_t report) {
    if (reports.insert(report).second) todo.push_back(report);
  };
  for (const PlacedFacts& claim : cluster.claims) add(claim.report->report);
  while (!todo.empty()) {
    const std::int64_t report = todo.back();
    todo.pop_back();
    for (Rows rows = database.run("SELECT to_report FROM t_lineage WHERE from_report = ? AND to_report IS NOT NULL AND kind <> 'retracts'", report);
         rows.next();) {
      add(rows.integer(0));
    }
    for (const std::int64_t retractor : retractors_of(database, report)) add(retractor);
  }
  return reports;
}

LinkedEvent resolve(Database& database, FactsCache& cache, const Cluster& cluster, const Horizon& horizon, std::string_view without) {
  return Gathering(database, cache, cluster, horizon).resolve(without);
}

}  // namespace dragoman
