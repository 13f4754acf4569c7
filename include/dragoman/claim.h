// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/attribution.h"
#include "dragoman/span.h"
#include "dragoman/time.h"

namespace dragoman {

enum class ClaimKind : std::uint8_t { event, statement };
// PLOVER's sixteen event types.
enum class EventType : std::uint8_t {
  agree,
  consult,
  support,
  cooperate,
  aid,
  concede,
  retreat,
  request,
  accuse,
  reject,
  threaten,
  protest,
  sanction,
  mobilize,
  coerce,
  assault,
};
enum class Role : std::uint8_t { actor, recipient, host, mediator, instrument, location, beneficiary };
enum class Polarity : std::uint8_t { positive, negative };
enum class Realis : std::uint8_t { actual, planned, requested, conditional, hypothetical };
enum class Tense : std::uint8_t { past, present, future };
enum class Certainty : std::uint8_t { certain, probable, possible, unspecified };  // FactBank's
enum class Voice : std::uint8_t { outlet, attributed };
enum class SourceKind : std::uint8_t { person, outlet, state, organisation, document, group };
enum class LinkType : std::uint8_t { denies, does_not_deny, no_comment, confirms, retracts, contradicts, elaborates, same_event };

std::string_view name_of(ClaimKind);
std::string_view name_of(EventType);  // "CONSULT"
std::string_view name_of(Role);
std::string_view name_of(Polarity);
std::string_view name_of(Realis);
std::string_view name_of(Tense);
std::string_view name_of(Certainty);
std::string_view name_of(Voice);
std::string_view name_of(SourceKind);
std::string_view name_of(LinkType);  // "same-event"
std::optional<EventType> event_type_named(std::string_view name);
// PLOVER's quad class of a type: "verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict".
std::string_view quad_of(EventType);

struct Event {
  EventType type = EventType::consult;
  std::string mode;  // PLOVER's codebook; empty where the type has none
  std::vector<std::string> contexts;
  std::string cameo;  // at least the two-digit root
  TextSpan trigger;
};

struct Participant {
  Role role = Role::actor;
  std::string entity;        // entity id
  std::string code, sector;  // as the entity acts here; empty is unknown
  TextSpan words;
};

struct Place {
  std::string name, country;  // alpha-3
  std::optional<double> lat, lon;
  std::optional<long> geonameid;
  Span span;
};

struct HopSource {
  TextSpan words;
  std::string entity;
  bool named = false;
  SourceKind kind = SourceKind::person;
};

// One link of a source chain. "an Israeli source told CNN" is two hops: the source asserts, CNN reports.
struct Hop {
  HopSource source;
  Stance stance = Stance::asserts;
  std::optional<TextSpan> cue;
  bool verbatim = false;
};
using Chain = std::vector<Hop>;  // innermost first; the report's own outlet is not written out

struct Link {
  LinkType type = LinkType::elaborates;
  std::string claim;  // id
};

// What the model makes of a claim: its shares of the event's type and of any event at the word, and of the likeliest actor and recipient among those that
// the claim has; 0 where it was not asked or has no say. Of its actors and recipients, the share whose country nothing in the text gives (`guessed`)
// and the share that a name or a state's adjective tells (`named`).
struct Evidence {
  double type = 0, event = 0, actor = 0, recipient = 0, guessed = 0, named = 0;
};

// What one report says happened, is happening, will or may happen. Polarity is of the proposition as worded inside the
// source's content; stance, in `chains`, is the source's attitude to it (DESIGN section 3).
struct Claim {
  std::string id;
  int sentence = 0;  // index into ReadReport::sentences
  TextSpan words;
  ClaimKind kind = ClaimKind::event;
  std::optional<Event> event;  // none for statements
  std::vector<Participant> participants;
  std::optional<Place> place;
  std::optional<TimeExpression> time;
  Polarity polarity = Polarity::positive;
  Realis realis = Realis::actual;
  Tense tense = Tense::past;
  Certainty certainty = Certainty::certain;
  double score = 0;  // 0..1: how often a claim like this is coded right
  std::vector<TextSpan> hedges;
  std::optional<TextSpan> condition;
  Voice voice = Voice::outlet;
  std::vector<Chain> chains;
  std::vector<Link> links;
  std::string rule;
  std::optional<Evidence> evidence;  // of event claims, when ReadOptions::explain asks for it
};

}  // namespace dragoman
