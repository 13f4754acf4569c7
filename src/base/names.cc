// SPDX-License-Identifier: Apache-2.0
// The words of the output contract for each enumerator, in one place.
#include <array>

#include "dragoman/attribution.h"
#include "dragoman/claim.h"
#include "dragoman/entity.h"
#include "dragoman/time.h"

namespace dragoman {
namespace {

template <std::size_t N, typename E>
std::string_view at(const std::array<std::string_view, N>& names, E value) {
  return names.at(static_cast<std::size_t>(value));
}

constexpr std::array<std::string_view, 14> kEntityKinds = {"person", "state",   "organ",  "force", "party",     "group",  "igo",
                                                           "ngo",    "company", "outlet", "place", "agreement", "people", "other"};
constexpr std::array<std::string_view, 8> kStances = {"asserts", "reports", "confirms", "suggests", "denies", "does-not-deny", "no-comment", "retracts"};
constexpr std::array<std::string_view, 4> kTimeTypes = {"DATE", "TIME", "DURATION", "SET"};
constexpr std::array<std::string_view, 2> kClaimKinds = {"event", "statement"};
constexpr std::array<std::string_view, 16> kEventTypes = {"AGREE",  "CONSULT", "SUPPORT",  "COOPERATE", "AID",      "CONCEDE",  "RETREAT", "REQUEST",
                                                          "ACCUSE", "REJECT",  "THREATEN", "PROTEST",   "SANCTION", "MOBILIZE", "COERCE",  "ASSAULT"};
constexpr std::array<std::string_view, 7> kRoles = {"actor", "recipient", "host", "mediator", "instrument", "location", "beneficiary"};
constexpr std::array<std::string_view, 2> kPolarities = {"positive", "negative"};
constexpr std::array<std::string_view, 5> kRealis = {"actual", "planned", "requested", "conditional", "hypothetical"};
constexpr std::array<std::string_view, 3> kTenses = {"past", "present", "future"};
constexpr std::array<std::string_view, 4> kCertainties = {"certain", "probable", "possible", "unspecified"};
constexpr std::array<std::string_view, 2> kVoices = {"outlet", "attributed"};
constexpr std::array<std::string_view, 6> kSourceKinds = {"person", "outlet", "state", "organisation", "document", "group"};
constexpr std::array<std::string_view, 8> kLinkTypes = {"denies",   "does-not-deny", "no-comment", "confirms",
                                                        "retracts", "contradicts",   "elaborates", "same-event"};

}  // namespace

std::string_view name_of(EntityKind kind) { return at(kEntityKinds, kind); }
std::string_view name_of(Stance stance) { return at(kStances, stance); }
std::string_view name_of(TimeType type) { return at(kTimeTypes, type); }
std::string_view name_of(ClaimKind kind) { return at(kClaimKinds, kind); }
std::string_view name_of(EventType type) { return at(kEventTypes, type); }
std::string_view name_of(Role role) { return at(kRoles, role); }
std::string_view name_of(Polarity polarity) { return at(kPolarities, polarity); }
std::string_view name_of(Realis realis) { return at(kRealis, realis); }
std::string_view name_of(Tense tense) { return at(kTenses, tense); }
std::string_view name_of(Certainty certainty) { return at(kCertainties, certainty); }
std::string_view name_of(Voice voice) { return at(kVoices, voice); }
std::string_view name_of(SourceKind kind) { return at(kSourceKinds, kind); }
std::string_view name_of(LinkType type) { return at(kLinkTypes, type); }

std::optional<EventType> event_type_named(std::string_view name) {
  for (std::size_t i = 0; i < kEventTypes.size(); ++i) {
    if (kEventTypes[i] == name) return static_cast<EventType>(i);
  }
  return std::nullopt;
}

std::string_view quad_of(EventType type) {
  switch (type) {
    case EventType::agree:
    case EventType::consult:
    case EventType::support:
    case EventType::concede: return "verbal-cooperation";
    case EventType::cooperate:
    case EventType::aid:
    case EventType::retreat: return "material-cooperation";
    case EventType::request:
    case EventType::accuse:
    case EventType::reject:
    case EventType::threaten: return "verbal-conflict";
    default: return "material-conflict";
  }
}

}  // namespace dragoman
