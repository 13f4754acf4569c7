// SPDX-License-Identifier: Apache-2.0
#include "claims/participants.h"

#include <algorithm>
#include <array>

#include "claims/arguments.h"

namespace dragoman {
namespace {

constexpr int kMaxDescent = 3;  // "the decision of the court of the island"

bool is_actor(const Entity& entity) {
  if (entity.kind == EntityKind::agreement) return false;
  return !entity.code.empty() || !entity.sector.empty() || (entity.kind == EntityKind::person) || (entity.kind == EntityKind::place && !entity.country.empty());
}

// A name of a place acts only where a rule's path asks for whom something was done to: "visited Tehran", "shelled Kharkiv".
bool may_take(const Mention& mention, const Entity& entity, Role role) {
  if (role == Role::instrument) return entity.kind == EntityKind::agreement;
  if (!is_actor(entity)) return false;
  if (role == Role::actor && entity.kind == EntityKind::outlet) return false;  // outlets tell of events (DESIGN section 4)
  const bool is_place = mention.as_place || entity.kind == EntityKind::place;
  return !is_place || role == Role::recipient || role == Role::host || role == Role::location || role == Role::beneficiary;
}

// May an actor inside a phrase stand for it: "the decision of the court", "Minsk's offer", but not "a flat in Paris"?
// Of whom something was done to, where they are does: "bases in Iraq", "an office of the party at Goma".
bool leads_on(const Tree& tree, int word, Role role) {
  static constexpr std::array<std::string_view, 5> kInside = {"amod", "compound", "appos", "flat", "nmod:poss"};
  if (std::any_of(kInside.begin(), kInside.end(), [&](std::string_view relation) { return tree.has_relation(word, relation); })) return true;
  static constexpr std::array<std::string_view, 8> kBelonging = {"", "of", "by", "from", "for", "with", "between", "among"};
  if (!tree.has_relation(word, "nmod") || tree.has_relation(word, "nmod:tmod")) return false;
  static constexpr std::array<std::string_view, 6> kPlaced = {"in", "at", "on", "to", "against", "near"};
  const std::string preposition = preposition_of(tree, word);
  return std::find(kBelonging.begin(), kBelonging.end(), preposition) != kBelonging.end() ||
         (role == Role::recipient && std::find(kPlaced.begin(), kPlaced.end(), preposition) != kPlaced.end());
}

void collect_actors(const ParsedReport& report, const EntityTable& entities, WordAt place, Role role, int depth, std::vector<ParticipantAt>& found) {
  const Mention* mention = entities.at(place);
  const std::size_t before = found.size();
  if (mention != nullptr) {
    for (const int entity : mention->entities) {
      if (may_take(*mention, entities.entities[static_cast<std::size_t>(entity)], role)) found.push_back({role, entity, place, mention});
    }
  }
  if (found.size() > before || depth >= kMaxDescent) return;
  const Tree& tree = report.tree(place.sentence);
  for (const int child : tree.children(place.word)) {
    if (leads_on(tree, child, role)) collect_actors(report, entities, {place.sentence, child}, role, depth + 1, found);
  }
}

}  // namespace

void drop_counted(const EntityTable& entities, std::vector<ParticipantAt>& participants) {
  const auto entity_of = [&](const ParticipantAt& p) -> const Entity& { return entities.entities[static_cast<std::size_t>(p.entity)]; };
  const auto is_inside = [&](const ParticipantAt& inner, const ParticipantAt& outer) {
    if (inner.mention == nullptr || outer.mention == nullptr || inner.mention == outer.mention || inner.role != outer.role) return false;
    const Mention &a = *inner.mention, &b = *outer.mention;
    return a.sentence == b.sentence && b.first < a.first && a.last <= b.last && entity_of(inner).code == entity_of(outer).code;
  };
  std::vector<bool> drop(participants.size());
  for (std::size_t i = 0; i < participants.size(); ++i) {
    for (std::size_t j = 0; j < participants.size(); ++j) {
      if (is_inside(participants[i], participants[j])) drop[entity_of(participants[j]).sector.empty() ? j : i] = true;
    }
  }
  std::size_t at = 0;
  std::erase_if(participants, [&](const ParticipantAt&) { return drop[at++]; });
}

bool has_role(const std::vector<ParticipantAt>& participants, Role role) {
  return std::any_of(participants.begin(), participants.end(), [role](const ParticipantAt& p) { return p.role == role; });
}

bool is_place(const EntityTable& entities, const ParticipantAt& participant) {
  if (participant.mention == nullptr || participant.entity < 0) return false;
  return participant.mention->as_place || entities.entities[static_cast<std::size_t>(participant.entity)].kind == EntityKind::place;
}

std::vector<ParticipantAt> actors_at(const ParsedReport& report, const EntityTable& entities, WordAt place, Role role) {
  std::vector<ParticipantAt> found;
  collect_actors(report, entities, place, role, 0, found);
  // "a police station in Goma" is the police; a place stands for those in it only if nobody else does.
  const auto is_there = [&](const ParticipantAt& p) { return is_place(entities, p); };
  if (!std::all_of(found.begin(), found.end(), is_there)) found.erase(std::remove_if(found.begin(), found.end(), is_there), found.end());
  return found;
}

}  // namespace dragoman
