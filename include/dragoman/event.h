// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/claim.h"

namespace dragoman {

enum class EventStatus : std::uint8_t { confirmed, disputed, corroborated, reported, denied, planned, speculative, retracted };
std::string_view name_of(EventStatus status);
std::optional<EventStatus> event_status_named(std::string_view name);

enum class RootKind : std::uint8_t { person, document, body, outlet, anonymous, unknown };
std::string_view name_of(RootKind kind);

// The first independent source of an event. Copies and citations of it add no origin.
struct Origin {
  std::string id;  // "O-..."
  RootKind kind = RootKind::unknown;
  std::string text;       // the words that name it, or the outlet
  std::string entity;     // known code or name that it stands for; empty where nobody is named
  std::string report;     // report that carried it first
  std::string published;  // of that report
  bool certain = false;   // counts at the interval's lower end
  std::string rule;       // why it counts, or why only perhaps
};

struct FirstReported {
  std::optional<std::string> report;  // none: no report of the ledger
  std::string outlet;
  std::optional<std::string> published;
};

struct EventParty {
  std::string code, name, sector;
};

struct ClaimRef {
  std::string report, claim;
  std::string origin;  // id of the origin that it rests on; empty for a denial, or where it rests on none that counts
};

// Claims of one or many reports on the same event, as known at `as_of` (schema dragoman.event/1).
struct LinkedEvent {
  std::string id;  // "E-" and the rest of its earliest claim's id
  std::vector<std::string> aliases;
  EventType type = EventType::consult;
  std::string mode;
  std::vector<EventParty> actors, recipients;
  std::optional<Place> place;
  std::string begin_date, end_date, time_precision;
  std::vector<ClaimRef> claims;  // by publication time, then claim id
  int origins_min = 0, origins_max = 0;
  std::vector<Origin> roots;
  std::vector<std::string> why;  // the reason for each bound, in words
  EventStatus status = EventStatus::reported;
  std::string status_rule;  // in words
  std::vector<std::string> confirmed_by, denied_by, not_denied_by;
  FirstReported first_reported;
  std::string first_published, last_published;
  int reports = 0, texts = 0, outlets = 0;
  std::string as_of;  // empty: now
};

// The object dragoman.event/1 (docs/schema), without line end; one line unless `pretty`.
std::string to_json(const LinkedEvent& event, bool pretty = false);

// The `events` table (docs/tables.md): its columns, and an event as a row of as many cells; unknown is empty, lists are joined by "; ".
std::span<const std::string_view> event_columns();
std::vector<std::string> row_of(const LinkedEvent& event);

}  // namespace dragoman
