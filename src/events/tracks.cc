// SPDX-License-Identifier: Apache-2.0
// State machines over the events of some parties, in the order of their dates. Cost: each event once, against the rows of the table.
#include <algorithm>
#include <array>

#include "dragoman/relation.h"
#include "dragoman/track.h"
#include "events/track_rules.h"

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 3> kKinds = {"negotiation", "sanctions", "agreement"};
constexpr std::array<std::string_view, 4> kFootings = {"reported", "contested", "denied", "planned"};

// How a process goes on. From a stop it can go anywhere; an agreement can anyway, for the next one may be signed.
struct State {
  std::string_view name;
  bool is_stop = false;
};
constexpr std::array<State, 9> kNegotiation = {
    {{"contacts"}, {"indirect-talks"}, {"direct-talks"}, {"terms-tabled"}, {"signed"}, {"ratified"}, {"in-force"}, {"suspended", true}, {"collapsed", true}}};
constexpr std::array<State, 4> kSanctions = {{{"threatened"}, {"imposed"}, {"eased", true}, {"lifted", true}}};
constexpr std::array<State, 5> kAgreement = {{{"signed", true}, {"in-force", true}, {"reaffirmed", true}, {"alleged-violated", true}, {"withdrawn", true}}};

std::span<const State> machine_of(TrackKind kind) {
  switch (kind) {
    case TrackKind::negotiation: return kNegotiation;
    case TrackKind::sanctions: return kSanctions;
    case TrackKind::agreement: return kAgreement;
  }
  return kNegotiation;
}

bool may_enter(TrackKind kind, std::string_view from, std::string_view to) {
  const std::span<const State> machine = machine_of(kind);
  const auto place = [&](std::string_view name) { return std::find_if(machine.begin(), machine.end(), [&](const State& s) { return s.name == name; }); };
  const auto old = place(from);
  return old == machine.end() || old->is_stop || place(to) > old;
}

Footing footing_of(EventStatus status) {
  switch (status) {
    case EventStatus::disputed: return Footing::contested;
    case EventStatus::denied:
    case EventStatus::retracted: return Footing::denied;
    case EventStatus::planned:
    case EventStatus::speculative: return Footing::planned;
    default: return Footing::reported;
  }
}

std::string date_of(const LinkedEvent& event) { return event.begin_date.empty() ? event.first_published.substr(0, 10) : event.begin_date.substr(0, 10); }

bool is_among(const std::vector<EventParty>& parties, const std::string& name) {
  return std::any_of(parties.begin(), parties.end(), [&](const EventParty& party) { return is_party(party, name); });
}

bool takes_part(const LinkedEvent& event, const std::string& name) { return is_among(event.actors, name) || is_among(event.recipients, name); }

class Machine {
 public:
  Machine(TrackKind kind, std::vector<std::string> parties) { track_.kind = kind, track_.parties = std::move(parties); }

  void see(const TrackEvent& seen) {
    if (seen.negative || seen.event.status == EventStatus::retracted) return;
    const TrackRule* const rule = track_rule_for(seen, track_.kind);
    if (!rule) return;
    Transition transition{std::string(rule->state),
                          track_.state,
                          date_of(seen.event),
                          seen.event.id,
                          seen.event.status,
                          footing_of(seen.event.status),
                          {},
                          {},
                          std::string(name_of(track_.kind)) + "." + std::string(rule->state)};
    if (Transition* const same = known(transition)) {
      same->also.push_back(seen.event.id);
      return;
    }
    if (transition.state == track_.state || !may_enter(track_.kind, track_.state, transition.state)) return;
    for (const ClaimRef& claim : seen.event.claims) transition.claims.push_back(claim.claim);
    if (transition.holds()) track_.state = transition.state;
    track_.transitions.push_back(std::move(transition));
  }

  Track finish() { return std::move(track_); }

 private:
  // The transition since the state was entered, that one too, of which this is the same again: word for a state that holds, or of
  // the same footing where none holds.
  Transition* known(const Transition& transition) {
    for (auto old = track_.transitions.rbegin(); old != track_.transitions.rend(); ++old) {
      if (old->state == transition.state && (old->footing == transition.footing || (old->holds() && transition.holds()))) return &*old;
      if (old->holds()) break;
    }
    return nullptr;
  }

  Track track_;
};

Track track_of(const std::vector<const TrackEvent*>& events, TrackKind kind, std::vector<std::string> parties) {
  Machine machine(kind, std::move(parties));
  for (const TrackEvent* event : events) machine.see(*event);
  return machine.finish();
}

std::vector<const TrackEvent*> in_order(std::span<const TrackEvent> events) {
  std::vector<const TrackEvent*> order;
  for (const TrackEvent& event : events) order.push_back(&event);
  std::stable_sort(order.begin(), order.end(), [](const TrackEvent* a, const TrackEvent* b) {
    return std::pair(date_of(a->event), a->event.id) < std::pair(date_of(b->event), b->event.id);
  });
  return order;
}

template <typename Enum, std::size_t n>
std::optional<Enum> named(const std::array<std::string_view, n>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? std::nullopt : std::optional<Enum>(static_cast<Enum>(found - names.begin()));
}

}  // namespace

std::string_view name_of(TrackKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }
std::optional<TrackKind> track_kind_named(std::string_view name) { return named<TrackKind>(kKinds, name); }
std::string_view name_of(Footing footing) { return kFootings[static_cast<std::size_t>(footing)]; }

std::vector<std::string_view> states_of(TrackKind kind) {
  std::vector<std::string_view> names;
  for (const State& state : machine_of(kind)) names.push_back(state.name);
  return names;
}

std::vector<Track> tracks_of(std::span<const TrackEvent> events, std::span<const std::string> parties, TrackKind kind) {
  const std::vector<const TrackEvent*> order = in_order(events);
  std::vector<Track> tracks;
  const auto add = [&](std::vector<std::string> of, const auto& belongs) {
    std::vector<const TrackEvent*> followed;
    std::copy_if(order.begin(), order.end(), std::back_inserter(followed), [&](const TrackEvent* one) { return belongs(one->event); });
    Track track = track_of(followed, kind, std::move(of));
    if (!track.transitions.empty()) tracks.push_back(std::move(track));
  };
  if (kind != TrackKind::sanctions) {
    add({parties.begin(), parties.end()}, [&](const LinkedEvent& event) {
      return std::count_if(parties.begin(), parties.end(), [&](const std::string& party) { return takes_part(event, party); }) >= 2;
    });
    return tracks;
  }
  for (const std::string& imposer : parties) {
    for (const std::string& target : parties) {
      if (imposer == target) continue;
      add({imposer, target}, [&](const LinkedEvent& event) { return is_among(event.actors, imposer) && is_among(event.recipients, target); });
    }
  }
  return tracks;
}

}  // namespace dragoman
