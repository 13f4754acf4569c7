// SPDX-License-Identifier: Apache-2.0
// Works: "marched through Lima", "closed the Kuznica crossing". Does not match: "shelled the bridge", "closed three newspapers", "seized the town".
#include "claims/sides.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "claims/arguments.h"

namespace dragoman {
namespace {

constexpr auto kGround = std::to_array<std::string_view>({"road",     "bridge", "border",  "crossing", "airport", "street",   "highway",  "province",
                                                          "district", "region", "area",    "zone",     "square",  "frontier", "port",     "checkpoint",
                                                          "airspace", "strait", "runway",  "avenue",   "valley",  "hill",     "corridor", "motorway",
                                                          "railway",  "line",   "harbour", "harbor",   "pass",    "canal",    "capital",  "city"});

// "massed tanks at Brest", "patrols in the Bekaa": where forces are, not whom they are moved against. Not: "closed in on the capital".
bool is_stay(const Tree& tree, int word) {
  static constexpr auto kThere = std::to_array<std::string_view>({"in", "at", "near", "along", "around", "outside"});
  return is_one_of(preposition_of(tree, word), kThere);
}

// "rallied outside the court": before which building people protest. Not: "outside the ministry".
bool is_before_building(const Tree& tree, int word) {
  static constexpr auto kBuildings = std::to_array<std::string_view>({"building", "court", "gate", "prison", "university", "palace", "church", "mosque"});
  static constexpr auto kBefore = std::to_array<std::string_view>({"outside", "before", "near", "at", "to"});
  return is_one_of(lower_ascii(tree[word].lemma), kBuildings) && is_one_of(preposition_of(tree, word), kBefore);
}

// "lodged a complaint with the European Court": who is to judge is not accused. Not: "accused the court".
bool is_asked_to_judge(const Tree& tree, const ParticipantAt& at, const Participant& p) {
  static constexpr auto kBefore = std::to_array<std::string_view>({"with", "to", "at", "before"});
  const std::string court = lower_ascii(tree[at.head.word].lemma);
  return (p.sector == "JUD" || court == "court" || court == "tribunal") && is_one_of(preposition_of(tree, at.head.word), kBefore);
}

// "Missiles struck the port": what it was done with acts for nobody, unless the words say whose they are ("Russian missiles").
bool is_nobodys_weapon(const Rules& rules, const Tree& tree, const EntityTable& entities, const ParticipantAt& at) {
  static constexpr auto kCrewed = std::to_array<std::string_view>({"warplane", "helicopter", "tank"});
  const std::string lemma = lower_ascii(tree[at.head.word].lemma);
  if (at.role != Role::actor || at.entity < 0 || is_one_of(lemma, kCrewed) || !rules.frames.in_set("weapon", lemma)) return false;
  const Entity& entity = entities.entities[static_cast<std::size_t>(at.entity)];
  return entity.guessed || entity.code.empty();
}

// "moved a battery to the border district": a place of the actor's own state.
bool is_own_ground(const Claim& claim, const Participant& ground) {
  return std::any_of(claim.participants.begin(), claim.participants.end(),
                     [&](const Participant& other) { return other.role == Role::actor && !other.code.empty() && other.code == ground.code; });
}

// "sent 300 police", "recalled its envoy", "40 marines were flown in": whom a state moves is not done anything to. Not: "deported the soldiers".
bool is_moved(const Rules& rules, const Tree& tree, const EventAt& event, const ParticipantAt& at) {
  const EventType type = event.frame->type;
  const bool is_object = tree.has_relation(at.head.word, "obj") || tree.has_relation(at.head.word, "nsubj:pass");
  if (at.head.sentence != event.trigger.sentence || !is_object || clause_verb(tree, at.head.word) != event.trigger.word) return false;
  const std::string lemma = lower_ascii(tree[at.head.word].lemma);
  const auto owner = tree.child(at.head.word, "nmod:poss");
  const bool is_his_own = owner && tree[*owner].upos == Upos::PRON;
  const bool is_force = rules.frames.in_set("troops", lemma) || rules.frames.in_set("weapon", lemma) || lemma == "man" || lemma == "woman";
  switch (type) {
    case EventType::mobilize: return is_force;
    case EventType::sanction: return is_his_own && rules.frames.in_set("diplomat", lemma) && event.mode != "expel";
    default: return false;
  }
}

bool has_actor(const Claim& claim) {
  return std::any_of(claim.participants.begin(), claim.participants.end(), [](const Participant& p) { return p.role == Role::actor; });
}

}  // namespace

void settle_sides(const ParsedReport& report, const EntityTable& entities, const Rules& rules, const EventAt& event, Claim& claim) {
  const EventType type = claim.event->type;
  const bool closes = type == EventType::coerce && (event.mode == "restrict" || event.mode.empty());
  const bool rules_over = type == EventType::coerce && (event.mode == "curfew" || event.mode == "martial-law");
  for (std::size_t i = 0; i < claim.participants.size(); ++i) {
    Participant& p = claim.participants[i];
    const ParticipantAt& at = event.participants[i];
    const Tree& tree = report.tree(at.head.sentence);
    if (is_nobodys_weapon(rules, tree, entities, at)) p.role = Role::instrument, p.code.clear(), p.sector.clear();
    if (p.role != Role::recipient) continue;
    if (is_moved(rules, tree, event, at)) p.role = type == EventType::mobilize && !has_actor(claim) ? Role::actor : Role::instrument;
    if (p.role != Role::recipient) continue;
    const bool is_ground = is_place(entities, at) || is_one_of(lower_ascii(tree[at.head.word].lemma), kGround);
    const bool is_there = (type == EventType::protest || closes || rules_over) && (is_ground || (!closes && is_before_building(tree, at.head.word)));
    const bool is_stationed = type == EventType::mobilize && is_ground && (is_stay(tree, at.head.word) || is_own_ground(claim, p));
    if (is_there || is_stationed || (type == EventType::accuse && is_asked_to_judge(tree, at, p))) p.role = Role::location;
  }
}

}  // namespace dragoman
