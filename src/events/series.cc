// SPDX-License-Identifier: Apache-2.0
// Relations: events between two parties, counted by period, with the shifts of their rate. Cost: the events once, and for each series and
// quad class the change points of its periods.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <set>

#include "base/days.h"
#include "dragoman/relation.h"
#include "events/change_points.h"
#include "events/periods.h"

namespace dragoman {
namespace {

constexpr int kNewsDays = 366;  // an event further than this from its first report is background or a far plan
constexpr std::array<std::string_view, 4> kQuads = {"verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"};
constexpr std::array<std::string_view, 4> kUnits = {"day", "week", "month", "year"};
constexpr std::array<std::string_view, 4> kCountings = {"origins", "events", "claims", "reports"};

// Letters of ASCII only: codes are, and names are compared as they are written.
std::string upper(std::string_view name) {
  std::string text(name);
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

bool holds(const std::vector<EventParty>& parties, std::string_view name) {
  return std::any_of(parties.begin(), parties.end(), [&](const EventParty& party) { return is_party(party, name); });
}

// Whether `first` does something to `second`, or with it. One who acts alone does nothing with himself.
bool acts_toward(const LinkedEvent& event, std::string_view first, std::string_view second) {
  return holds(event.actors, first) && (holds(event.recipients, second) || (first != second && holds(event.actors, second)));
}

// The code under which a party is one of a pair: its own, or a name that has the form of one, as the columns of `events` have it.
std::string_view code_of(const EventParty& party) {
  if (!party.code.empty()) return party.code;
  const auto is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
  const bool has_form = std::any_of(party.name.begin(), party.name.end(), is_letter) && std::all_of(party.name.begin(), party.name.end(), [&](char c) {
                          return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
                        });
  return has_form ? std::string_view(party.name) : std::string_view();
}

// How coarse the event's date is, as a unit; none where it names no stretch of the calendar that a unit could hold.
std::optional<PeriodUnit> precision_of(const LinkedEvent& event) {
  const std::string& name = event.time_precision;
  if (name.empty() || name == "time" || name == "day") return PeriodUnit::day;
  if (const std::optional<PeriodUnit> unit = period_unit_named(name)) return unit;
  return name == "season" ? std::optional<PeriodUnit>(PeriodUnit::year) : std::nullopt;
}

class SeriesMaker {
 public:
  SeriesMaker(std::span<const LinkedEvent> events, Relation& relation) : events_(events), relation_(relation) {}

  void make() {
    place();
    const std::string &a = relation_.a, &b = relation_.b;
    if (!relation_.options.directed) return add(a, b, [&](const LinkedEvent& event) { return acts_toward(event, a, b) || acts_toward(event, b, a); });
    add(a, b, [&](const LinkedEvent& event) { return acts_toward(event, a, b); });
    if (a != b) add(b, a, [&](const LinkedEvent& event) { return acts_toward(event, b, a); });
  }

 private:
  struct Placed {
    const LinkedEvent* event = nullptr;
    int day = 0;
  };

  bool counts(const LinkedEvent& event) const {
    return relation_.options.with_denied || (event.status != EventStatus::denied && event.status != EventStatus::retracted);
  }

  bool is_asked_for(int day) const {
    const std::optional<int> since = day_number_of(relation_.options.since), until = day_number_of(relation_.options.until);
    return !(since && day < *since) && !(until && day > *until);
  }

  // The day in whose period an event counts; none: in no period.
  std::optional<int> day_of(const LinkedEvent& event) const {
    const std::optional<int> dated = day_number_of(event.begin_date), reported = day_number_of(event.first_published);
    if (!dated) return reported;
    const std::optional<PeriodUnit> precision = precision_of(event);
    if (!precision || *precision > relation_.options.unit) return std::nullopt;
    if (!reported || std::abs(*dated - *reported) <= kNewsDays) return dated;
    const std::string& bound = *dated < *reported ? relation_.options.since : relation_.options.until;
    return bound.empty() ? std::nullopt : dated;
  }

  void place() {
    for (const LinkedEvent& event : events_) {
      if (!acts_toward(event, relation_.a, relation_.b) && !acts_toward(event, relation_.b, relation_.a)) continue;
      const std::optional<int> day = day_of(event);
      if (day && !is_asked_for(*day)) continue;
      if (!day || !counts(event)) relation_.left_out.push_back(event.id);
      else {
        placed_.push_back({&event, *day});
        types_[event.id] = event.type;
      }
    }
    std::stable_sort(placed_.begin(), placed_.end(),
                     [](const Placed& x, const Placed& y) { return x.day != y.day ? x.day < y.day : x.event->id < y.event->id; });
    std::sort(relation_.left_out.begin(), relation_.left_out.end());
  }

  template <typename Belongs>
  void add(const std::string& first, const std::string& second, const Belongs& belongs) {
    DyadSeries series{first, second, empty_periods(), {}};
    std::size_t at = 0;
    for (const Placed& placed : placed_) {
      if (!belongs(*placed.event)) continue;
      const std::string start = iso_of_day(period_start(placed.day, relation_.options.unit));
      while (series.periods[at].start != start) ++at;
      count(*placed.event, series.periods[at]);
    }
    if (relation_.options.shifts) add_shifts(series);
    relation_.series.push_back(std::move(series));
  }

  // From `since`, else the first event between the two, to `until`, else the last.
  std::vector<SeriesPeriod> empty_periods() const {
    std::optional<int> first = day_number_of(relation_.options.since), last = day_number_of(relation_.options.until);
    if (!first && !placed_.empty()) first = placed_.front().day;
    if (!last && !placed_.empty()) last = placed_.back().day;
    std::vector<SeriesPeriod> periods;
    if (!first || !last) return periods;
    for (int start = period_start(*first, relation_.options.unit); start <= *last; start = next_period(start, relation_.options.unit)) {
      periods.push_back({iso_of_day(start), {}, {}});
    }
    return periods;
  }

  static void count(const LinkedEvent& event, SeriesPeriod& period) {
    const auto place = std::find_if(period.cells.begin(), period.cells.end(),
                                    [&](const SeriesCell& cell) { return std::pair(cell.type, cell.status) >= std::pair(event.type, event.status); });
    const bool is_there = place != period.cells.end() && place->type == event.type && place->status == event.status;
    SeriesCell& cell = is_there ? *place : *period.cells.insert(place, SeriesCell{event.type, event.status, {}});
    cell.counts += {event.reports, static_cast<int>(event.claims.size()), 1, event.origins_min, event.origins_max};
    period.events.push_back(event.id);
  }

  void add_shifts(DyadSeries& series) const {
    std::set<std::string> seen;  // periods
    for (const std::string_view quad : kQuads) {
      for (Shift& shift : shifts_of(series, quad)) {
        seen.insert(shift.period);
        series.shifts.push_back(std::move(shift));
      }
    }
    // What all classes together show and none alone.
    for (Shift& shift : shifts_of(series, "")) {
      if (seen.count(shift.period) == 0) series.shifts.push_back(std::move(shift));
    }
    std::stable_sort(series.shifts.begin(), series.shifts.end(), [](const Shift& x, const Shift& y) { return x.period < y.period; });
  }

  std::vector<Shift> shifts_of(const DyadSeries& series, std::string_view quad) const {
    std::vector<int> numbers;
    for (const SeriesPeriod& period : series.periods) {
      numbers.push_back(number_of(quad.empty() ? period.counts() : period.counts(quad), relation_.options.counting));
    }
    std::vector<Shift> shifts;
    for (const ChangePoint& point : change_points(numbers)) {
      // The series begins where its first event is: one period is busy by choice, and nothing to compare with.
      if (point.at < 2 && relation_.options.since.empty()) continue;
      const bool rises = point.rate > point.rate_before;
      shifts.push_back({series.periods[point.at].start, std::string(quad), point.rate_before, point.rate, point.probability,
                        events_of(series, rises ? point.at : point.before, rises ? point.end : point.at, quad)});
    }
    return shifts;
  }

  std::vector<std::string> events_of(const DyadSeries& series, std::size_t begin, std::size_t end, std::string_view quad) const {
    std::vector<std::string> ids;
    for (std::size_t i = begin; i < end; ++i) {
      for (const std::string& id : series.periods[i].events) {
        if (quad.empty() || quad == quad_of(types_.at(id))) ids.push_back(id);
      }
    }
    return ids;
  }

  std::span<const LinkedEvent> events_;
  Relation& relation_;
  std::vector<Placed> placed_;              // by day, then id
  std::map<std::string, EventType> types_;  // of the placed
};

template <typename Enum, std::size_t n>
std::optional<Enum> named(const std::array<std::string_view, n>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? std::nullopt : std::optional<Enum>(static_cast<Enum>(found - names.begin()));
}

}  // namespace

std::string_view name_of(PeriodUnit unit) { return kUnits[static_cast<std::size_t>(unit)]; }
std::string_view name_of(Counting counting) { return kCountings[static_cast<std::size_t>(counting)]; }
std::optional<PeriodUnit> period_unit_named(std::string_view name) { return named<PeriodUnit>(kUnits, name); }
std::optional<Counting> counting_named(std::string_view name) { return named<Counting>(kCountings, name); }

Counts& Counts::operator+=(const Counts& other) {
  reports += other.reports;
  claims += other.claims;
  events += other.events;
  origins_min += other.origins_min;
  origins_max += other.origins_max;
  return *this;
}

int number_of(const Counts& counts, Counting counting) {
  switch (counting) {
    case Counting::origins: return counts.origins_min;
    case Counting::events: return counts.events;
    case Counting::claims: return counts.claims;
    case Counting::reports: return counts.reports;
  }
  return 0;
}

Counts SeriesPeriod::counts() const {
  Counts sum;
  for (const SeriesCell& cell : cells) sum += cell.counts;
  return sum;
}

Counts SeriesPeriod::counts(std::string_view quad) const {
  Counts sum;
  for (const SeriesCell& cell : cells) {
    if (quad_of(cell.type) == quad) sum += cell.counts;
  }
  return sum;
}

bool is_party(const EventParty& party, std::string_view name) {
  if (name.empty()) return false;
  const std::string wanted = upper(name);
  return wanted == upper(party.code) || wanted == upper(party.name);
}

void each_relation(std::span<const LinkedEvent> events, const RelationOptions& options, const std::function<bool(const Relation&)>& take) {
  std::map<std::pair<std::string_view, std::string_view>, std::set<std::size_t>> by_pair;
  for (std::size_t i = 0; i < events.size(); ++i) {
    for (const EventParty& actor : events[i].actors) {
      for (const std::vector<EventParty>* others : {&events[i].actors, &events[i].recipients}) {
        for (const EventParty& other : *others) {
          const std::string_view a = code_of(actor), b = code_of(other);
          if (a.empty() || b.empty() || !acts_toward(events[i], a, b)) continue;
          by_pair[std::minmax(a, b)].insert(i);
        }
      }
    }
  }
  for (const auto& [pair, indices] : by_pair) {
    std::vector<LinkedEvent> between;
    for (const std::size_t i : indices) between.push_back(events[i]);
    if (!take(relation_of(between, pair.first, pair.second, options))) return;
  }
}

Relation relation_of(std::span<const LinkedEvent> events, std::string_view a, std::string_view b, const RelationOptions& options) {
  Relation relation{options, std::string(a), std::string(b), {}, {}};
  SeriesMaker(events, relation).make();
  return relation;
}

}  // namespace dragoman
