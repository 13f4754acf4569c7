// SPDX-License-Identifier: Apache-2.0
// The questions that a Ledger answers. Each is one reading transaction.
#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "ledger/cells.h"
#include "ledger/event_rows.h"
#include "ledger/ids.h"
#include "ledger/lineage_rows.h"
#include "ledger/linking.h"
#include "ledger/moments.h"
#include "ledger/parts.h"
#include "ledger/public_query.h"
#include "ledger/search.h"
#include "ledger/verify.h"

namespace dragoman {
namespace {

Error no_time(std::string_view as_of) { return {ErrorCode::usage, fmt::format("`{}` is no time: 2025-05-14 or 2025-05-14T18:00Z", as_of)}; }

// A value, or the failure of the statements that it was made with.
template <typename T>
Result<T> checked(Database& database, T value) {
  if (const Status status = database.take_failure(); !status) return status.error();
  return value;
}

std::vector<LinkedEvent> events_then(Database& database, FactsCache& cache, const EventFilter& filter, const Horizon& horizon) {
  std::vector<LinkedEvent> events;
  each_component(database, cache, horizon, [&](std::int64_t, const std::vector<PlacedFacts>& claims) {
    for (const std::vector<PlacedFacts>& part : cells_of(claims)) {
      for (const Cluster& cluster : clusters_of(database, part)) {
        LinkedEvent event = resolve(database, cache, cluster, horizon);
        if (passes(filter, event)) events.push_back(std::move(event));
      }
    }
  });
  std::sort(events.begin(), events.end(), [](const LinkedEvent& a, const LinkedEvent& b) {
    return std::pair(order_of(a.first_published), a.id) < std::pair(order_of(b.first_published), b.id);
  });
  if (filter.limit > 0 && events.size() > filter.limit) events.resize(filter.limit);
  return events;
}

// Of then: the claims of the event that has this id, or else those with which the earliest claim of the event of now was.
std::optional<Cluster> cluster_then(Database& database, FactsCache& cache, const std::string& id, const std::string& asked, const Horizon& horizon) {
  Rows rows = database.run("SELECT l.component, e.id FROM t_event e JOIN t_event_claim l ON l.event = e.id WHERE e.event_id = ? LIMIT 1", id);
  if (!rows.next()) return std::nullopt;
  Cluster now = stored_cluster(database, cache, rows.integer(1));
  if (horizon.is_open()) return now;
  std::vector<Cluster> clusters;
  for (const std::vector<PlacedFacts>& part : cells_of(component_claims(database, cache, rows.integer(0), horizon))) {
    for (Cluster& cluster : clusters_of(database, part)) clusters.push_back(std::move(cluster));
  }
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

}  // namespace

Result<std::vector<LinkedEvent>> Ledger::events(const EventFilter& filter) const {
  const auto horizon = Horizon::of(filter.as_of);
  if (!horizon) return no_time(filter.as_of);
  Database& database = *parts_->database;
  const Transaction transaction(database, Transaction::Kind::reading);
  parts_->facts.refresh();
  return checked(database, horizon->is_open() ? select_now(database, filter) : events_then(database, parts_->facts, filter, *horizon));
}

Result<std::optional<LinkedEvent>> Ledger::event(std::string_view id, std::string_view as_of) const {
  const auto horizon = Horizon::of(as_of);
  if (!horizon) return no_time(as_of);
  Database& database = *parts_->database;
  const Transaction transaction(database, Transaction::Kind::reading);
  parts_->facts.refresh();
  std::optional<LinkedEvent> event;
  const std::optional<std::string> current = current_event_id(database, id);
  if (current && horizon->is_open()) event = event_in(database, *current);
  if (current && !horizon->is_open()) {
    const auto cluster = cluster_then(database, parts_->facts, *current, std::string(id), *horizon);
    if (cluster) event = resolve(database, parts_->facts, *cluster, *horizon);
  }
  return checked(database, std::move(event));
}

Result<std::optional<LinkedEvent>> Ledger::event_without(std::string_view id, std::string_view origin, std::string_view as_of) const {
  const auto horizon = Horizon::of(as_of);
  if (!horizon) return no_time(as_of);
  Database& database = *parts_->database;
  const Transaction transaction(database, Transaction::Kind::reading);
  parts_->facts.refresh();
  std::optional<LinkedEvent> event;
  const std::optional<std::string> current = current_event_id(database, id);
  if (const auto cluster = current ? cluster_then(database, parts_->facts, *current, std::string(id), *horizon) : std::nullopt) {
    event = resolve(database, parts_->facts, *cluster, *horizon, origin);
    if (event->claims.empty()) event.reset();
  }
  return checked(database, std::move(event));
}

Result<std::string> Ledger::resolve_id(std::string_view prefix) const {
  const Transaction transaction(*parts_->database, Transaction::Kind::reading);
  return full_id(*parts_->database, prefix);
}

Result<std::optional<std::string>> Ledger::report_of_claim(std::string_view claim) const {
  return checked(*parts_->database, report_with_claim(*parts_->database, claim));
}

Result<std::vector<SearchHit>> Ledger::search(const std::string& words, const EventFilter& filter) const {
  const auto horizon = Horizon::of(filter.as_of);
  if (!horizon) return no_time(filter.as_of);
  Database& database = *parts_->database;
  const Transaction transaction(database, Transaction::Kind::reading);
  parts_->facts.refresh();
  return checked(database, search_claims(database, parts_->facts, words, filter, *horizon));
}

Result<std::vector<LineageRow>> Ledger::lineage(std::string_view report) const { return checked(*parts_->database, lineage_rows(*parts_->database, report)); }

Result<std::vector<std::string>> Ledger::verify() const {
  Database& database = *parts_->database;
  const Transaction transaction(database, Transaction::Kind::reading);
  if (const Status status = database.take_failure(); !status) return status.error();
  parts_->facts.forget_all();
  return problems_in(database, parts_->facts);
}

Status Ledger::query(const std::string& sql, const std::vector<std::string>& bound, const QueryLimits& limits, const std::function<void(const Row&)>& begin,
                     const std::function<bool(const Row&)>& take) const {
  return run_public_query(parts_->database->path(), sql, bound, limits, begin, take);
}

}  // namespace dragoman
