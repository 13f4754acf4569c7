// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/event.h"

namespace dragoman {

enum class TrackKind : std::uint8_t { negotiation, sanctions, agreement };
std::string_view name_of(TrackKind kind);
std::optional<TrackKind> track_kind_named(std::string_view name);

// An event with what its claims say and a LinkedEvent does not hold. `words` and `triggers` are of its claims, in any case of letters.
struct TrackEvent {
  LinkedEvent event;
  std::vector<std::string> contexts;  // PLOVER's
  std::vector<std::string> triggers;  // the words that were coded: "signed"
  std::vector<std::string> words;     // the clauses around them: "signed a truce in Almaty"
  bool negative = false;              // all who vouch for it say that it did not happen ("no deal was signed"): it moves nothing
};

// Why an event does or does not carry a track into a state.
enum class Footing : std::uint8_t {
  reported,   // vouched for by somebody and denied by nobody: the state holds
  contested,  // somebody vouches, somebody denies: the state holds, and is contested
  denied,     // nobody who vouched still stands: the state does not hold
  planned,    // announced, supposed, not said to be done: the state does not hold
};
std::string_view name_of(Footing footing);

struct Transition {
  std::string state;  // entered, or said to be entered: "direct-talks"
  std::string from;   // the state before; empty at the start
  std::string date;   // of the event; where it has none, of its first report
  std::string event;  // id
  EventStatus status = EventStatus::reported;
  Footing footing = Footing::reported;
  std::vector<std::string> claims;  // ids, of the event
  std::vector<std::string> also;    // ids of later events that say the same while the state holds
  std::string rule;                 // row of the table that matched: "negotiation.direct-talks"
  bool contested() const { return footing == Footing::contested || footing == Footing::denied; }
  bool holds() const { return footing == Footing::reported || footing == Footing::contested; }
};

// A process with states, as the ledger's events tell it. Sanctions are of one party on another: two tracks for a pair.
struct Track {
  TrackKind kind = TrackKind::negotiation;
  std::vector<std::string> parties;     // of sanctions: who imposes, then on whom
  std::vector<Transition> transitions;  // by date, then event id
  std::string state;                    // the last that holds; empty: none
};

// States of a kind, in the order in which a process goes forward.
std::vector<std::string_view> states_of(TrackKind kind);

// `events`: of one set of parties (two or more), in any order; those in which two of `parties` take part are followed. A state further on is
// entered from any before it; one further back only where the process had stopped (collapsed, lifted, withdrawn, ...). Retracted events
// are passed over. Which events mean which state is the table of src/events/track_rules.cc. Tracks without transitions are left out. Pure.
std::vector<Track> tracks_of(std::span<const TrackEvent> events, std::span<const std::string> parties, TrackKind kind);

}  // namespace dragoman
