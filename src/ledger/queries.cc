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

// A value, or the failure of the statements that it was made with.
template <typename T>
Result<T> checked(Database& database, T value) {
  if (const Status status = database.take_failure(); !status) return status.error();
  return value;
}

// What `ask(database, facts, horizon)` finds in one reading of the ledger as of a moment.
template <typename Parts, typename Ask>
auto asked_at(Parts& parts, std::string_view as_of, Ask ask) -> Result<decltype(ask(*parts.database, parts.facts, Horizon()))> {
  const auto horizon = Horizon::of(as_of);
  if (!horizon) return Error{ErrorCode::usage, fmt::format("`{}` is no time: 2025-05-14 or 2025-05-14T18:00Z", as_of)};
  Database& database = *parts.database;
  const Transaction transaction(database, Transaction::Kind::reading);
  parts.facts.refresh();
  return checked(database, ask(database, parts.facts, *horizon));
}

}  // namespace

Result<std::vector<LinkedEvent>> Ledger::events(const EventFilter& filter) const {
  return asked_at(*parts_, filter.as_of, [&](Database& database, FactsCache& facts, const Horizon& horizon) {
    return horizon.is_open() ? select_now(database, filter) : events_then(database, facts, filter, horizon);
  });
}

Result<std::optional<LinkedEvent>> Ledger::event(std::string_view id, std::string_view as_of) const {
  return asked_at(*parts_, as_of, [&](Database& database, FactsCache& facts, const Horizon& horizon) -> std::optional<LinkedEvent> {
    const std::optional<std::string> current = current_event_id(database, id);
    if (!current) return std::nullopt;
    if (horizon.is_open()) return event_in(database, *current);
    const auto cluster = cluster_then(database, facts, *current, std::string(id), horizon);
    return cluster ? std::optional(resolve(database, facts, *cluster, horizon)) : std::nullopt;
  });
}

Result<std::optional<LinkedEvent>> Ledger::event_without(std::string_view id, std::string_view origin, std::string_view as_of) const {
  return asked_at(*parts_, as_of, [&](Database& database, FactsCache& facts, const Horizon& horizon) -> std::optional<LinkedEvent> {
    const std::optional<std::string> current = current_event_id(database, id);
    const auto cluster = current ? cluster_then(database, facts, *current, std::string(id), horizon) : std::nullopt;
    if (!cluster) return std::nullopt;
    LinkedEvent event = resolve(database, facts, *cluster, horizon, origin);
    return event.claims.empty() ? std::nullopt : std::optional(std::move(event));
  });
}

Result<std::string> Ledger::resolve_id(std::string_view prefix) const {
  const Transaction transaction(*parts_->database, Transaction::Kind::reading);
  return full_id(*parts_->database, prefix);
}

Result<std::optional<std::string>> Ledger::report_of_claim(std::string_view claim) const {
  return checked(*parts_->database, report_with_claim(*parts_->database, claim));
}

Result<std::vector<SearchHit>> Ledger::search(const std::string& words, const EventFilter& filter) const {
  return asked_at(*parts_, filter.as_of,
                  [&](Database& database, FactsCache& facts, const Horizon& horizon) { return search_claims(database, facts, words, filter, horizon); });
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
