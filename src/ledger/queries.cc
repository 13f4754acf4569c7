// SPDX-License-Identifier: Apache-2.0
// The questions that a Ledger answers. Each is one reading transaction.
#include <fmt/format.h>

#include "ledger/as_of.h"
#include "ledger/event_rows.h"
#include "ledger/ids.h"
#include "ledger/lineage_rows.h"
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
