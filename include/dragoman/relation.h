// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/event.h"

namespace dragoman {

enum class PeriodUnit : std::uint8_t { day, week, month, year };
enum class Counting : std::uint8_t { origins, events, claims, reports };
std::string_view name_of(PeriodUnit unit);
std::string_view name_of(Counting counting);
std::optional<PeriodUnit> period_unit_named(std::string_view name);
std::optional<Counting> counting_named(std::string_view name);

struct RelationOptions {
  PeriodUnit unit = PeriodUnit::week;
  Counting counting = Counting::events;  // what shifts are looked for in
  bool directed = false;
  bool with_denied = false;  // denied and retracted events count too; else they only stand in Relation::left_out
  bool shifts = true;        // look for them
  std::string since, until;  // ISO dates; empty: from the first event to the last
};

// How much of something there is in a period. A count of nothing is 0; what is not known has no row at all.
struct Counts {
  int reports = 0, claims = 0, events = 0, origins_min = 0, origins_max = 0;
  Counts& operator+=(const Counts& other);
};
// The number that `counting` asks for; of origins the lower end, which is what is sure.
int number_of(const Counts& counts, Counting counting);

struct SeriesCell {
  EventType type = EventType::consult;
  EventStatus status = EventStatus::reported;
  Counts counts;
};

// A period is named by its first day; weeks begin on Monday.
struct SeriesPeriod {
  std::string start;
  std::vector<SeriesCell> cells;  // by type, then status; only those that have events
  std::vector<std::string> events;
  Counts counts() const;
  Counts counts(std::string_view quad) const;  // of one quad class
};

// A change of the rate. "2025-05-05, verbal-cooperation, 0.2 a week before, 2.5 since, probability 0.93".
struct Shift {
  std::string period;               // the first period of the new rate
  std::string quad;                 // empty: all events
  double before = 0, rate = 0;      // a period, in the stretches on either side
  double probability = 0;           // that the rate changed in this period or in one beside it
  std::vector<std::string> events;  // behind it: those of the busier of the two stretches
};

// From one party toward the other; where the relation is not directed, between the two.
struct DyadSeries {
  std::string first, second;
  std::vector<SeriesPeriod> periods;  // every period from first to last, also those in which nothing happened
  std::vector<Shift> shifts;          // by period
};

// The dated series of events between two parties. Undirected: one series of the events in which both act, or one acts on the other.
// Directed: two series, of what each did toward the other; what they did together (a meeting has two actors) is in both.
// An event counts in the period of its date; without one, in that of its first report. An event whose date is too coarse for the unit
// ("in 2011", by week), or over a year from its first report (background, far plans; unless `since` or `until` asks for it), is `left_out`.
struct Relation {
  RelationOptions options;
  std::string a, b;
  std::vector<DyadSeries> series;
  std::vector<std::string> left_out;  // ids of events between the two that no period counts
};

// `events`: any; those between the two are picked, as they stood at the moment as of which the caller asked for them. Pure.
Relation relation_of(std::span<const LinkedEvent> events, std::string_view a, std::string_view b, const RelationOptions& options);

// The relations of all pairs of parties with codes (or a name in the form of one) between whom there is an event, by their codes, the first not after the
// second (the same for what happens inside a state). `take` gets one after the other and returns false to stop. Pure.
void each_relation(std::span<const LinkedEvent> events, const RelationOptions& options, const std::function<bool(const Relation&)>& take);

// Whether a party is meant by `name`: its code or its name, in any case of letters.
bool is_party(const EventParty& party, std::string_view name);

// The `dyads` table: its columns, and its rows for a relation. A period without events is one row of zeros without type and status.
std::span<const std::string_view> dyad_columns();
std::vector<std::vector<std::string>> dyad_rows(const Relation& relation);

}  // namespace dragoman
