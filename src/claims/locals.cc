// SPDX-License-Identifier: Apache-2.0
#include "claims/locals.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "base/strings.h"
#include "claims/chains.h"
#include "entities/home.h"

namespace dragoman {
namespace {

// "a rights group in London": where a body of its own is says nothing of where it happened, unless the body takes part.
bool is_where_teller_is(const ParsedReport& report, const EntityTable& entities, const Claim& claim, const Mention& place) {
  const Tree& tree = report.tree(place.sentence);
  const int head = tree[place.head].head;
  if (head < 0 || !tree.has_relation(place.head, "nmod")) return false;
  const Mention* body = entities.at({place.sentence, head});
  if (body == nullptr || body->entities.empty()) return false;
  const Entity& entity = entities.entities[static_cast<std::size_t>(body->entities.front())];
  static constexpr auto kTellers = std::to_array<std::string_view>({"NGO", "SOC", "JRN", "IGO"});
  if (entity.kind != EntityKind::outlet && !is_one_of(entity.sector, kTellers)) return false;
  return std::none_of(claim.participants.begin(), claim.participants.end(), [&](const Participant& p) { return p.entity == entity.id; });
}

std::string country_where(const ParsedReport& report, const EntityTable& entities, const Claim& claim) {
  if (claim.place && !claim.place->country.empty()) return claim.place->country;
  std::string found;
  for (const Mention& mention : entities.mentions) {
    if (mention.sentence != claim.sentence || !mention.as_place || is_where_teller_is(report, entities, claim, mention)) continue;
    for (const int index : mention.entities) {
      const std::string& country = entities.entities[static_cast<std::size_t>(index)].country;
      if (country.empty() || country == found) continue;
      if (!found.empty()) return "";
      found = country;
    }
  }
  return found.empty() ? entities.home(claim.sentence) : found;
}

// Could have a country that only the place tells.
bool may_be_local(const Entity& entity, const Participant& participant) {
  if (!participant.code.empty() || entity.known || participant.sector == "UAF") return false;
  return entities::may_lack_country(entity.kind);
}

// "men in tracksuits", "persons": who attacks and is told by nothing else is an unknown armed man.
bool is_unknown_attacker(const Tree& tree, const Entity& entity, const ParticipantAt& at, const Claim& claim) {
  static constexpr auto kAnybody = std::to_array<std::string_view>({"man", "men", "person", "people", "individual", "attacker", "assailant"});
  if (claim.event->type != EventType::assault || at.role != Role::actor || !entity.code.empty() || entity.known) return false;
  return is_one_of(lower_ascii(tree[at.head.word].lemma), kAnybody);
}

// "officers picked up a reporter": those who arrest are police where nothing says that they are soldiers.
bool is_police(const Tree& tree, const Entity& entity, const ParticipantAt& at, const Claim& claim) {
  if (at.role != Role::actor || entity.sector != "MIL" || entity.known || claim.event->type != EventType::coerce || at.mention == nullptr) return false;
  if (lower_ascii(tree[at.head.word].form) != "officers") return false;
  const auto is_of_army = [&](int word) {
    return is_one_of(lower_ascii(tree[word].form), std::to_array<std::string_view>({"army", "military", "naval", "navy", "air"}));
  };
  for (int word = at.mention->first; word <= at.mention->last; ++word) {
    if (is_of_army(word)) return false;
  }
  return true;
}

bool is_state_force(const Participant& participant) {
  static constexpr auto kSectors = std::to_array<std::string_view>({"", "GOV", "MIL", "PRM", "SPY"});
  return is_one_of(participant.sector, kSectors);
}

// Rebels are of the state that they have to do with, wherever that is; empty where the others are of several states, and in joint events:
// "Ethiopia's government and rebels held talks in Djibouti" has two sides, the second of nobody knows whom.
std::optional<std::string> state_of_rebels(const Claim& claim, const Participant& rebels) {
  if (!entities::is_of_rebels(rebels.sector)) return std::nullopt;
  std::set<std::string> others;
  for (const Participant& other : claim.participants) {
    if (&other != &rebels && !other.code.empty()) others.insert(other.code);
  }
  if (others.empty()) return std::nullopt;
  return others.size() == 1 && !is_cooperative(claim.event->type) ? *others.begin() : "";
}

// Troops whom `country`'s own forces fight are hardly its own.
bool is_fought_by(const Claim& claim, const Participant& troops, const std::string& country) {
  if (!is_state_force(troops) || quad_of(claim.event->type) != "material-conflict") return false;
  return std::any_of(claim.participants.begin(), claim.participants.end(),
                     [&](const Participant& other) { return other.role != troops.role && other.code == country && is_state_force(other); });
}

// Whose a thing is that force is used on: whom its phrase names ("a depot of the army", "the Lebanese port"), else the state where it is said to have
// happened; the actor's own only if the report is set there.
std::string owner_of(const ParsedReport& report, const EntityTable& entities, const Claim& claim, WordAt thing) {
  const Tree& tree = report.tree(thing.sentence);
  if (entities::is_foreign(tree, thing.word, thing.word)) return "";  // "its neighbour" is not its own
  const Tree::Range range = tree.range(thing.word);
  for (const Mention& mention : entities.mentions) {
    if (mention.sentence != thing.sentence || mention.first < range.first || mention.last > range.last || mention.entities.empty()) continue;
    const Entity& entity = entities.entities[static_cast<std::size_t>(mention.entities.front())];
    if (!entity.country.empty()) return entity.country;
  }
  const std::string country = country_where(report, entities, claim);
  const bool is_actors_own = std::any_of(claim.participants.begin(), claim.participants.end(),
                                         [&](const Participant& other) { return other.role == Role::actor && other.code == country; });
  return is_actors_own && !claim.place && country != entities.home(claim.sentence) ? "" : country;
}

// "massed 40,000 troops near the port", "sent tanks": what somebody mobilizes is his own, unless its words name another state. Not "shadowed the
// flotilla".
std::optional<std::string> state_that_mobilizes(const Tree& tree, const EntityTable& entities, const ParticipantAt& at, const Claim& claim) {
  if (claim.event->type != EventType::mobilize || at.role != Role::recipient || at.mention == nullptr) return std::nullopt;
  const Entity& force = entities.entities[static_cast<std::size_t>(at.entity)];
  if (force.kind != EntityKind::force || force.known || tree[at.mention->first].lemma == "the") return std::nullopt;
  const auto names_state = [&](const Mention& mention) {
    if (mention.sentence != at.mention->sentence || mention.first < at.mention->first || mention.last > at.mention->last || mention.as_place) return false;
    return &mention != at.mention && std::any_of(mention.entities.begin(), mention.entities.end(), [&](int index) {
      const Entity& entity = entities.entities[static_cast<std::size_t>(index)];
      return entity.kind == EntityKind::state || entity.kind == EntityKind::people;
    });
  };
  if (std::any_of(entities.mentions.begin(), entities.mentions.end(), names_state)) return std::nullopt;
  std::set<std::string> actors;
  for (const Participant& other : claim.participants) {
    if (other.role == Role::actor && !other.code.empty()) actors.insert(other.code);
  }
  return actors.size() == 1 ? std::optional(*actors.begin()) : std::nullopt;
}

// "Nicaragua's customs agency seized church property": whom the authorities of a state hold, fine or free is theirs, unless his words or the place say
// otherwise. Not of soldiers, who do so abroad.
std::optional<std::string> state_that_holds(const Tree& tree, const EntityTable& entities, const EventAt& event, const ParticipantAt& at, const Claim& claim) {
  static constexpr auto kAuthorities = std::to_array<std::string_view>({"GOV", "COP", "JUD", "LEG"});
  const Entity& held = entities.entities[static_cast<std::size_t>(at.entity)];
  const EventType type = claim.event->type;
  const bool holds = (type == EventType::coerce && claim.event->mode != "deport") || (type == EventType::sanction && claim.event->mode == "convict") ||
                     (type == EventType::retreat && claim.event->mode == "release");
  if (!holds || at.role != Role::recipient || held.known || !(held.guessed || held.code.empty()) || held.sector == "UAF") return std::nullopt;
  if (at.mention != nullptr && entities::is_foreign(tree, at.mention->first, at.mention->last)) return std::nullopt;
  for (std::size_t i = 0; i < claim.participants.size(); ++i) {
    const Participant& actor = claim.participants[i];
    const int entity = event.participants[i].entity;
    if (actor.role != Role::actor || actor.code.size() != 3 || !is_one_of(actor.sector, kAuthorities)) continue;
    if (entity < 0 || entities.entities[static_cast<std::size_t>(entity)].guessed) continue;
    const bool is_abroad = claim.place && !claim.place->country.empty() && claim.place->country != actor.code;
    if (!is_abroad) return actor.code;
  }
  return std::nullopt;
}

// "Farmers blocked a road in Naha", "the court in Naha jailed": who protests or is hurt somewhere, and whose power is used there, is of there, whatever
// country the report leads with. Not of soldiers and rebels, who go abroad.
std::optional<std::string> state_of_scene(const Tree& tree, const Entity& entity, const ParticipantAt& at, const Claim& claim) {
  static constexpr auto kArmies = std::to_array<std::string_view>({"MIL", "PRM", "REB", "UAF", "IGO"});
  const EventType type = claim.event->type;
  const bool is_there = at.role == Role::actor ? type == EventType::protest || type == EventType::coerce || claim.event->mode == "convict"
                                               : at.role == Role::recipient && type == EventType::assault;
  if (!is_there || !claim.place || claim.place->country.empty() || is_one_of(entity.sector, kArmies)) return std::nullopt;
  if (entity.known || !(entity.guessed || entity.code.empty()) || !entities::may_lack_country(entity.kind)) return std::nullopt;
  if (at.mention != nullptr && entities::is_foreign(tree, at.mention->first, at.mention->last)) return std::nullopt;
  return claim.place->country;
}

// The state that a report names most besides `actor`; empty if two are named as often.
std::string named_most(const EntityTable& entities, const std::string& actor) {
  std::map<std::string, int> counts;
  for (const Mention& mention : entities.mentions) {
    for (const int index : mention.entities) {
      const Entity& entity = entities.entities[static_cast<std::size_t>(index)];
      if (!entity.guessed && entity.country.size() == 3 && entity.country != actor) ++counts[entity.country];
    }
  }
  const auto fewer = [](const auto& a, const auto& b) { return a.second < b.second; };
  const auto most = std::max_element(counts.begin(), counts.end(), fewer);
  const auto is_as_often = [&](const auto& state) { return &state != &*most && state.second == most->second; };
  return most == counts.end() || most->second < 2 || std::any_of(counts.begin(), counts.end(), is_as_often) ? "" : most->first;
}

// No state imposes sanctions on its own.
bool imposes_sanctions(const Tree& tree, const EventAt& event) {
  static constexpr auto kSanctions = std::to_array<std::string_view>({"sanction", "embargo"});
  const auto objects = event.predicate.in(Slot::object);
  return std::any_of(objects.begin(), objects.end(), [&](int object) { return is_one_of(tree[object].lemma, kSanctions); });
}

// "The United States imposed sanctions on six officials": whom a state sanctions, expels or threatens is not its own where nothing says whose he is, but
// of the state that the report is at home in. Not: "Managua threatened to strip officials of their posts" in a report on Nicaragua.
std::optional<std::string> state_that_suffers(const Tree& tree, const EntityTable& entities, const EventAt& event, const ParticipantAt& at,
                                              const Claim& claim) {
  const std::string& mode = claim.event->mode;
  const bool is_abroad = claim.event->type == EventType::threaten || (claim.event->type == EventType::sanction && (mode == "discontinue" || mode == "expel"));
  const Entity& sufferer = entities.entities[static_cast<std::size_t>(at.entity)];
  if (!is_abroad || at.role != Role::recipient || sufferer.known || !(sufferer.guessed || sufferer.code.empty())) return std::nullopt;
  if (at.mention != nullptr && entities::is_foreign(tree, at.mention->first, at.mention->last)) return std::nullopt;
  const std::string& home = entities.home(claim.sentence);
  for (std::size_t i = 0; i < claim.participants.size(); ++i) {
    const int entity = event.participants[i].entity;
    if (claim.participants[i].role != Role::actor || entity < 0 || !is_state_force(claim.participants[i])) continue;
    const Entity& actor = entities.entities[static_cast<std::size_t>(entity)];
    if (actor.guessed || actor.code.size() != 3) continue;
    const std::string other = actor.code != home ? home : imposes_sanctions(tree, event) ? named_most(entities, actor.code) : "";
    if (!other.empty()) return other;
  }
  return std::nullopt;
}

// The states of those whose words tell of a claim's event and of those who deny it, where the text gives them; of several the last.
struct Dispute {
  std::string accuser, accused;
};
Dispute dispute_over(const EntityTable& entities, const Claim& claim) {
  Dispute dispute;
  for (const Chain& chain : claim.chains) {
    const Entity* speaker = chain.empty() ? nullptr : source_of(chain.front(), entities);
    if (speaker == nullptr || speaker->guessed || speaker->code.size() != 3) continue;
    (chain.front().stance == Stance::denies ? dispute.accused : dispute.accuser) = speaker->code;
  }
  return dispute;
}

// Does somebody act who is of the accused, or at least not of the accuser's state, as the text says?
bool is_of_another_state(const EntityTable& entities, const EventAt& event, const Dispute& dispute) {
  return std::any_of(event.participants.begin(), event.participants.end(), [&](const ParticipantAt& p) {
    if (p.role != Role::actor || p.entity < 0) return false;
    const Entity& actor = entities.entities[static_cast<std::size_t>(p.entity)];
    const bool is_other = actor.code != dispute.accuser && (dispute.accused.empty() || actor.code == dispute.accused);
    return is_other && !actor.guessed && actor.code.size() == 3;
  });
}

}  // namespace

void give_countries(const ParsedReport& report, const EntityTable& entities, const EventAt& event, Claim& claim) {
  for (std::size_t i = 0; i < claim.participants.size(); ++i) {
    Participant& participant = claim.participants[i];
    const ParticipantAt& at = event.participants[i];
    if (at.entity < 0) {
      if (at.role == Role::recipient) participant.code = owner_of(report, entities, claim, at.head);
      continue;
    }
    const Entity& entity = entities.entities[static_cast<std::size_t>(at.entity)];
    const Tree& tree = report.tree(at.head.sentence);
    if (const auto state = state_that_mobilizes(tree, entities, at, claim)) participant.code = *state;
    if (const auto state = state_of_scene(tree, entity, at, claim)) participant.code = *state;
    if (const auto state = state_that_holds(tree, entities, event, at, claim)) participant.code = *state;
    if (const auto state = state_that_suffers(tree, entities, event, at, claim)) participant.code = *state;
    if (is_unknown_attacker(tree, entity, at, claim)) participant.sector = "UAF";
    if (is_police(tree, entity, at, claim)) participant.sector = "COP";
    if (entity.kind == EntityKind::person && participant.code.empty() && participant.sector.empty()) participant.sector = "CVL";
    if (!may_be_local(entity, participant)) continue;
    const std::string& home = entities.homes[static_cast<std::size_t>(at.entity)];
    const std::string country = state_of_rebels(claim, participant).value_or(home.empty() ? country_where(report, entities, claim) : home);
    if (country.empty() || is_fought_by(claim, participant, country)) continue;
    if (at.mention != nullptr && entities::is_foreign(tree, at.mention->first, at.mention->last)) continue;
    participant.code = country;
  }
}

void give_accusers_country(const EntityTable& entities, const EventAt& event, Claim& claim) {
  if (claim.event->type != EventType::assault && claim.event->type != EventType::coerce) return;
  const Dispute dispute = dispute_over(entities, claim);
  if (dispute.accuser.empty() || !is_of_another_state(entities, event, dispute)) return;
  for (std::size_t i = 0; i < claim.participants.size(); ++i) {
    Participant& sufferer = claim.participants[i];
    const int index = event.participants[i].entity;
    const bool is_guessed = index < 0 ? !dispute.accused.empty() : entities.entities[static_cast<std::size_t>(index)].guessed;
    const auto is_his = [&](const Participant& p) { return p.role == Role::actor && p.code == sufferer.code; };
    if (sufferer.role != Role::recipient || !is_guessed || sufferer.code.size() != 3) continue;
    if (std::any_of(claim.participants.begin(), claim.participants.end(), is_his)) sufferer.code = dispute.accuser;
  }
}

}  // namespace dragoman
