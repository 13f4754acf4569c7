// SPDX-License-Identifier: Apache-2.0
#include "ledger/event_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "events/words.h"
#include "ledger/event_bytes.h"
#include "ledger/moments.h"

namespace dragoman {
namespace {

std::optional<std::string_view> cell(const std::string& text) { return text.empty() ? std::nullopt : std::optional<std::string_view>(text); }

constexpr const char* kStoreEvent =
    "INSERT INTO t_event (event_id, event_type, event_mode, actor_codes, recipient_codes, place_country, event_start, event_end, time_precision, "
    "first_published_at, last_published_at, n_reports, n_texts, n_outlets, origins_min, origins_max, status, status_rule, confirmed_by, denied_by, "
    "not_denied_by, sort_at, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (event_id) DO UPDATE SET "
    "event_type = excluded.event_type, event_mode = excluded.event_mode, actor_codes = excluded.actor_codes, recipient_codes = excluded.recipient_codes, "
    "place_country = excluded.place_country, event_start = excluded.event_start, event_end = excluded.event_end, time_precision = excluded.time_precision, "
    "first_published_at = excluded.first_published_at, last_published_at = excluded.last_published_at, n_reports = excluded.n_reports, n_texts = "
    "excluded.n_texts, n_outlets = excluded.n_outlets, origins_min = excluded.origins_min, origins_max = excluded.origins_max, status = excluded.status, "
    "status_rule = excluded.status_rule, confirmed_by = excluded.confirmed_by, denied_by = excluded.denied_by, not_denied_by = excluded.not_denied_by, "
    "sort_at = excluded.sort_at, detail = excluded.detail";

std::vector<std::string> cells_of(const Origin& origin) {
  return {origin.id,        std::string(name_of(origin.kind)), origin.text, origin.entity, origin.report,
          origin.published, origin.certain ? "true" : "false", origin.rule};
}

bool has_cells(Rows& rows, const std::vector<std::string>& cells, std::size_t count) {
  if (!rows.next()) return false;
  for (std::size_t i = 0; i < count; ++i) {
    if (rows.view(static_cast<int>(i)) != cells[i]) return false;
  }
  return true;
}

std::set<std::string> party_keys(const LinkedEvent& event) {
  std::set<std::string> keys;
  for (const auto* const parties : {&event.actors, &event.recipients}) {
    for (const EventParty& party : *parties) {
      for (std::string& key : keys_of(party)) keys.insert(std::move(key));
    }
  }
  return keys;
}

void store_origins(Database& database, const LinkedEvent& event, std::int64_t row, bool is_new) {
  if (!is_new) database.run("DELETE FROM t_origin WHERE event = ?", row).done();
  std::int64_t no = 0;
  for (const Origin& origin : event.roots) {
    Rows insert = database.run("INSERT INTO t_origin VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row, no++);
    int at = 2;
    for (const std::string& text : cells_of(origin)) insert.bind(++at, cell(text));
    insert.done();
  }
}

// Of the parties that the event had, since its row is not in an index of its own.
void drop_parties(Database& database, const std::set<std::string>& keys, std::int64_t row) {
  for (const std::string& key : keys) database.run("DELETE FROM t_event_party WHERE key = ? AND event = ?", key, row).done();
}

std::set<std::string> without(const std::set<std::string>& keys, const std::set<std::string>& others) {
  std::set<std::string> rest;
  std::set_difference(keys.begin(), keys.end(), others.begin(), others.end(), std::inserter(rest, rest.end()));
  return rest;
}

void store_parties(Database& database, const std::set<std::string>& keys, std::int64_t row) {
  for (const std::string& key : keys) database.run("INSERT INTO t_event_party VALUES (?, ?)", key, row).done();
}

bool same_origins(const LinkedEvent& a, const LinkedEvent& b) {
  return std::equal(a.roots.begin(), a.roots.end(), b.roots.begin(), b.roots.end(),
                    [](const Origin& x, const Origin& y) { return cells_of(x) == cells_of(y); });
}

// An event as it is stored, with its row and bytes; row 0: not there.
struct StoredEvent {
  std::int64_t row = 0;
  std::string bytes;
  LinkedEvent event;
};
StoredEvent stored_event(Database& database, Rows rows) {
  StoredEvent stored;
  if (!rows.next()) return stored;
  stored.row = rows.integer(0);
  stored.bytes = rows.text(1);
  if (auto event = event_of_bytes(database, stored.bytes)) stored.event = std::move(*event);
  return stored;
}

bool has_party(const LinkedEvent& event, const std::string& key, const EventParty* except, const EventParty** found) {
  for (const auto* const parties : {&event.actors, &event.recipients}) {
    for (const EventParty& party : *parties) {
      const std::vector<std::string> keys = keys_of(party);
      if (&party == except || std::find(keys.begin(), keys.end(), key) == keys.end()) continue;
      *found = &party;
      return true;
    }
  }
  return false;
}

bool is_carried(const EventFilter& filter, const LinkedEvent& event) {
  if (filter.report.empty()) return true;
  return std::any_of(event.claims.begin(), event.claims.end(),
                     [&](const ClaimRef& ref) { return ref.report == filter.report && (filter.claim.empty() || ref.claim == filter.claim); });
}

bool has_parties(const EventFilter& filter, const LinkedEvent& event) {
  const std::string one = fold_text(filter.actor), other = fold_text(filter.other);
  const EventParty* first = nullptr;
  const EventParty* second = nullptr;
  if (!one.empty() && !has_party(event, one, nullptr, &first)) return false;
  return other.empty() || has_party(event, other, one == other ? first : nullptr, &second);
}

// By first publication, then id; some that the filter does not let pass may be among them.
Rows candidates(Database& database, const EventFilter& filter) {
  if (!filter.report.empty()) {
    return database.run(
        "SELECT e.detail FROM t_event e WHERE e.id IN (SELECT l.event FROM t_report r JOIN t_reading d ON d.report = r.id AND d.is_current = 1 JOIN t_claim c "
        "ON c.reading = d.id JOIN t_event_claim l ON l.claim = c.id WHERE r.name = ?) ORDER BY e.sort_at, e.event_id",
        filter.report);
  }
  const std::string actor = fold_text(filter.actor.empty() ? filter.other : filter.actor);
  if (!actor.empty()) {
    return database.run("SELECT e.detail FROM t_event_party p JOIN t_event e ON e.id = p.event WHERE p.key = ? ORDER BY e.sort_at, e.event_id", actor);
  }
  return database.run("SELECT detail FROM t_event WHERE (?1 = '' OR event_type = ?1) AND (?2 = '' OR status = ?2) ORDER BY sort_at, event_id",
                      filter.type ? name_of(*filter.type) : "", filter.status ? name_of(*filter.status) : "");
}

}  // namespace

std::vector<std::string> keys_of(const EventParty& party) {
  constexpr std::size_t kShortest = 3;
  std::set<std::string> keys;
  if (!party.code.empty()) keys.insert(fold_text(party.code));
  const std::string name = fold_text(party.name);
  if (!name.empty()) keys.insert(name);
  for (std::size_t begin = 0; begin < name.size();) {
    const std::size_t end = std::min(name.find(' ', begin), name.size());
    if (end - begin >= kShortest && !is_stop_word(name.substr(begin, end - begin))) keys.insert(name.substr(begin, end - begin));
    begin = end + 1;
  }
  return {keys.begin(), keys.end()};
}

std::int64_t store_event(Database& database, const LinkedEvent& event) {
  const StoredEvent former = stored_event(database, database.run("SELECT id, detail FROM t_event WHERE event_id = ?", event.id));
  const std::string detail = event_to_bytes(event);
  if (former.row != 0 && former.bytes == detail) return former.row;
  const std::vector<std::string> cells = row_of(event);
  {
    Rows insert = database.run(kStoreEvent);
    for (int i = 0; i < 21; ++i) insert.bind(i + 1, cell(cells.at(static_cast<std::size_t>(i))));
    insert.bind(22, order_of(event.first_published));
    insert.bind(23, Blob{detail});
    insert.done();
  }
  const bool is_new = former.row == 0;
  const std::int64_t row = is_new ? database.last_row() : former.row;
  if (is_new || !same_origins(former.event, event)) store_origins(database, event, row, is_new);
  const std::set<std::string> keys = party_keys(event), former_keys = party_keys(former.event);
  drop_parties(database, without(former_keys, keys), row);
  store_parties(database, without(keys, former_keys), row);
  return row;
}

bool has_rows_of(Database& database, const LinkedEvent& event, std::int64_t row) {
  Rows head = database.run(
      "SELECT event_id, event_type, event_mode, actor_codes, recipient_codes, place_country, event_start, event_end, time_precision, first_published_at, "
      "last_published_at, n_reports, n_texts, n_outlets, origins_min, origins_max, status, status_rule, confirmed_by, denied_by, not_denied_by, sort_at, "
      "detail "
      "FROM t_event WHERE id = ?",
      row);
  if (!has_cells(head, row_of(event), 21) || head.view(21) != order_of(event.first_published) || head.view(22) != event_to_bytes(event)) return false;
  Rows origins = database.run(
      "SELECT origin_id, root_kind, root_text, root_entity, report_id, first_published_at, certain, rule FROM t_origin WHERE event = ? ORDER BY no", row);
  for (const Origin& origin : event.roots) {
    if (!has_cells(origins, cells_of(origin), 8)) return false;
  }
  if (origins.next()) return false;
  const std::set<std::string> keys = party_keys(event);
  return std::all_of(keys.begin(), keys.end(),
                     [&](const std::string& key) { return database.run("SELECT 1 FROM t_event_party WHERE key = ? AND event = ?", key, row).next(); });
}

void delete_event(Database& database, std::int64_t row) {
  const StoredEvent event = stored_event(database, database.run("SELECT id, detail FROM t_event WHERE id = ?", row));
  drop_parties(database, party_keys(event.event), row);
  database.run("DELETE FROM t_origin WHERE event = ?", row).done();
  database.run("DELETE FROM t_event WHERE id = ?", row).done();
}

std::optional<LinkedEvent> event_of_bytes(Database& database, std::string_view bytes) {
  std::optional<LinkedEvent> event = event_from_bytes(bytes);
  if (!event) database.fail({ErrorCode::integrity, fmt::format("{}: an event is damaged: `dragoman link` makes it anew", database.path())});
  return event;
}

std::optional<LinkedEvent> event_in(Database& database, std::string_view id) {
  Rows rows = database.run("SELECT detail, id FROM t_event WHERE event_id = ?", id);
  if (!rows.next()) return std::nullopt;
  std::optional<LinkedEvent> event = event_of_bytes(database, rows.view(0));
  if (!event) return event;
  for (Rows aliases = database.run(
           "SELECT a.alias FROM t_event_claim l JOIN t_event_alias a ON a.claim = l.claim WHERE l.event = ? AND a.alias <> ? ORDER BY 1", rows.integer(1), id);
       aliases.next();) {
    event->aliases.push_back(aliases.text(0));
  }
  return event;
}

// Dates of different lengths are compared as far as the shorter one goes: an event of "2025-05" is inside of the filter's May.
bool passes(const EventFilter& filter, const LinkedEvent& event) {
  if (filter.type && *filter.type != event.type) return false;
  if (filter.status && *filter.status != event.status) return false;
  const std::string begin = event.begin_date.empty() ? order_of(event.first_published) : event.begin_date;
  const std::string end = event.begin_date.empty() ? begin : event.end_date.empty() ? begin : event.end_date;
  const auto compare = [](const std::string& a, const std::string& b) {
    const std::size_t length = std::min(a.size(), b.size());
    return a.substr(0, length).compare(b.substr(0, length));
  };
  if (!filter.since.empty() && compare(end, filter.since) < 0) return false;
  if (!filter.until.empty() && compare(begin, filter.until) > 0) return false;
  return is_carried(filter, event) && has_parties(filter, event);
}

std::vector<LinkedEvent> select_now(Database& database, const EventFilter& filter) {
  std::vector<LinkedEvent> events;
  Rows rows = candidates(database, filter);
  while (rows.next()) {
    std::optional<LinkedEvent> event = event_of_bytes(database, rows.view(0));
    if (!event || !passes(filter, *event)) continue;
    events.push_back(std::move(*event));
    if (filter.limit > 0 && events.size() == filter.limit) break;
  }
  return events;
}

}  // namespace dragoman
